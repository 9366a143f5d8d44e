"use client";

import { Select } from "@mantine/core";
import { usePathname, useRouter } from "next/navigation";

export function DayPicker({
  days,
  chosen,
}: {
  days: readonly { number: number; date: string }[];
  chosen: number;
}) {
  const router = useRouter();
  const here = usePathname();
  return (
    <Select
      aria-label="Shoot day"
      size="xs"
      w={170}
      data={days.map((day) => ({ value: String(day.number), label: `Day ${day.number} · ${day.date}` }))}
      value={String(chosen)}
      allowDeselect={false}
      onChange={(value) => value !== null && router.push(`${here}?day=${value}`)}
    />
  );
}
