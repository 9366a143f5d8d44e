import type { Metadata } from "next";
import { LinkButton } from "#ui/parts/link-button.tsx";
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
          <LinkButton href="/" variant="filled">
            Your productions
          </LinkButton>
        </p>
      </Page>
    </main>
  );
}
