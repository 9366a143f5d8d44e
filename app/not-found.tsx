import { Button } from "@mantine/core";
import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "#ui/parts/page.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main>
      <Page title="There is nothing here">
        <p className="muted">
          The address may be mistyped, the thing may have been removed, or it belongs to a production that you
          are not a member of. Ask its owner to add you.
        </p>
        <p style={{ marginTop: 16 }}>
          <Button component={Link} href="/">
            Your productions
          </Button>
        </p>
      </Page>
    </main>
  );
}
