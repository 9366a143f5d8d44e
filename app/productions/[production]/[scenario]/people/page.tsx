import type { Metadata } from "next";

export const metadata: Metadata = { title: "People" };

/** The list stands in the layout, so that it stays where it is while people are opened beside it. */
export default function PeoplePage() {
  return null;
}
