import type { Metadata } from "next";

export const metadata: Metadata = { title: "Scenes" };

/** The list stands in the layout, so that it stays where it is while scenes are opened beside it. */
export default function ScenesPage() {
  return null;
}
