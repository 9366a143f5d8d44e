"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";

/** A link that looks like a button; usable from server components. */
export function LinkButton({
  href,
  variant = "default",
  size = "xs",
  children,
}: {
  href: string;
  variant?: "default" | "filled";
  size?: "xs" | "compact-xs";
  children: ReactNode;
}) {
  return (
    <Button component={Link} href={href} variant={variant} size={size}>
      {children}
    </Button>
  );
}
