"use client";

import { Failed } from "#ui/tables/failed.tsx";

export default function ScenariosError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <Failed what="The comparison of scenarios" {...props} />;
}
