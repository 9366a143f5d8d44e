"use client";

import { Failed } from "#ui/tables/failed.tsx";

export default function StationError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <Failed what="This part of the station page" {...props} />;
}
