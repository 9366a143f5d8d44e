"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTransition } from "react";

export function RetryButton() {
  const router = useRouter();
  const [isBusy, start] = useTransition();
  return (
    <Button loading={isBusy} onClick={() => start(() => router.refresh())}>
      Try again
    </Button>
  );
}
