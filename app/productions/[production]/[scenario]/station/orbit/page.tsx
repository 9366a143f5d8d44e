import type { Metadata } from "next";

export const metadata: Metadata = { title: "Orbit data" };

/** The list stands in the layout, so that it stays where it is while a source is opened beside it. */
export default function OrbitPage() {
  return null;
}
