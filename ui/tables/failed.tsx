"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { Failure } from "#ui/parts/state.tsx";

/** A part of a page that could not be drawn, with the frame still around it. */
export function Failed({
  what,
  error,
  reset,
}: {
  /** "The list of scenes". */
  what: string;
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
    <div style={{ padding: "16px 24px" }}>
      <Failure title={`${what} could not be drawn`} action={<Button onClick={again}>Try again</Button>}>
        <p>
          Nothing was changed and nothing is lost. If the database is being started again, a moment is enough.
        </p>
        {error.digest ? <p className="mono small">Reference {error.digest}</p> : null}
      </Failure>
    </div>
  );
}
