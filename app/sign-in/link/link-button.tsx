"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { sentenceOf } from "#ui/form/use-action-form.ts";
import { redeemLink } from "../actions.ts";

export function LinkButton({ token }: { token: string }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, start] = useTransition();
  const signIn = () =>
    start(async () => {
      const outcome = await redeemLink({ token }).catch(() => null);
      if (outcome?.ok) {
        router.replace("/");
        router.refresh();
      } else
        setProblem(
          outcome
            ? sentenceOf(outcome.error)
            : "The server cannot be reached. The link is not used up; try again.",
        );
    });
  return (
    <>
      {problem ? (
        <p role="alert" style={{ color: "var(--fails)" }}>
          {problem}
        </p>
      ) : null}
      <Button size="sm" loading={isBusy} onClick={signIn}>
        Sign in
      </Button>
    </>
  );
}
