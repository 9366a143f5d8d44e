"use client";

import { type RefObject, useEffect } from "react";

let asked: string | null = null;

/** The form that had the focus goes when a proposal is asked for: whoever asked is led to what comes instead. */
export const leadTo = (solveId: string): void => {
  asked = solveId;
};

/** Takes the focus when it comes into sight, if it was asked for on this page and nobody has gone elsewhere meanwhile. */
export function useLedTo(solveId: string, ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (asked === solveId && document.activeElement === document.body) ref.current?.focus();
  }, [solveId, ref]);
}
