"use client";

import { Failed } from "#ui/tables/failed.tsx";

export default function ScenesError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <Failed what="This page of scenes" {...props} />;
}
