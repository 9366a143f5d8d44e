"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";

/** A link that looks like a button; usable from server components. */
export function LinkButton({
  href,
  variant = "default",
  children,
}: {
  href: string;
  variant?: "default" | "filled";
  children: ReactNode;
}) {
  return (
    <Button component={Link} href={href} variant={variant}>
      {children}
    </Button>
  );
}
