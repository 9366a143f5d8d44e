import type { Metadata } from "next";

export const metadata: Metadata = { title: "Rules" };

/** Nothing is selected: the layout shows the book. */
export default function RulesPage() {
  return null;
}
