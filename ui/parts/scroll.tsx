import type { ReactNode } from "react";

/** What may be wider than its place: scrolls by itself, with the keyboard too. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="scroll-x" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
