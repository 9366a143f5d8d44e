"use client";

import { Failed } from "#ui/tables/failed.tsx";

export default function PeopleError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <Failed what="This page of people" {...props} />;
}
