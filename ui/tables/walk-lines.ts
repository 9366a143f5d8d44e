import type { KeyboardEvent } from "react";

/** The arrows lead from line to line (`a[data-line]`), as in a list; a field that has its own use for them keeps them. */
export function walkLines(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.defaultPrevented) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>("a[data-line]")];
  const next = links[links.indexOf(document.activeElement as HTMLAnchorElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
