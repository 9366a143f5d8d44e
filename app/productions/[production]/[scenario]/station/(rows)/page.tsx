import type { Metadata } from "next";

export const metadata: Metadata = { title: "Station" };

/** The list stands in the layout, so that it stays where it is while rows are opened beside it. */
export default function StationPage() {
  return null;
}
