"use client";

import { type ReactNode, useRef } from "react";
import { useLedTo } from "./led-to.ts";

/** What heads an answer; whoever asked for it and waits stands here when it comes. */
export function AnswerTitle({ solveId, children }: { solveId: string; children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);
  useLedTo(solveId, title);
  return (
    <h2 ref={title} tabIndex={-1}>
      {children}
    </h2>
  );
}
