"use client";

import { Failed } from "#ui/tables/failed.tsx";

export default function HistoryError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <Failed what="The history" {...props} />;
}
