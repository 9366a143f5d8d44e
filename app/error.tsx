"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { Failure } from "#ui/parts/state.tsx";

/** Any page that could not be drawn: says what is safe, and offers the way back without a restart. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <main style={{ padding: 24 }}>
      <h1 className="visually-hidden">This page could not be drawn</h1>
      <Failure title="This page could not be drawn" action={<Button onClick={again}>Try again</Button>}>
        <p>
          Nothing was changed and nothing is lost. If the database is being started again, a moment is enough.
        </p>
        {error.digest ? <p className="mono small">Reference {error.digest}</p> : null}
      </Failure>
    </main>
  );
}
