import { ColorSchemeScript, MantineProvider, mantineHtmlProps } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "../ui/theme.css";
import "../ui/strip/strip.css";
import { theme } from "#ui/theme.ts";

export const metadata: Metadata = {
  title: { default: "Perigee", template: "%s · Perigee" },
  description: "Plans film shoots in orbit",
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" {...mantineHtmlProps} className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" />
      </head>
      <body>
        <MantineProvider theme={theme} defaultColorScheme="auto">
          <Notifications position="bottom-right" autoClose={6_000} />
          {children}
        </MantineProvider>
      </body>
    </html>
  );
}
