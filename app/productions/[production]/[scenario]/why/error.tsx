"use client";

import { Failed } from "#ui/tables/failed.tsx";

export default function WhyError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <Failed what="The page of what keeps a scene out" {...props} />;
}
