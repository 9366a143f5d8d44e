import type { Metadata } from "next";

export const metadata: Metadata = { title: "Scenarios" };

/** The comparison stands in the layout, so that it stays in sight while a scenario is branched beside it. */
export default function ScenariosPage() {
  return null;
}
