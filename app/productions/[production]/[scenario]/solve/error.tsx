"use client";

import { Failed } from "#ui/tables/failed.tsx";

export default function SolveError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <Failed what="The page of proposals" {...props} />;
}
