"use client";

import { Failed } from "#ui/tables/failed.tsx";

export default function PersonError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <Failed what="This person" {...props} />;
}
