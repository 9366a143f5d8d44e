import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Shell } from "#ui/shell.tsx";

export const metadata: Metadata = {
  title: { default: "Perigee", template: "%s · Perigee" },
  description: "Plans film shoots in orbit",
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return <Shell>{children}</Shell>;
}
