"use client";

import { Button, Select } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import classes from "./history.module.css";

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Whose edits, and by what they came; the address holds both. */
export function Filter({
  path,
  who,
  how,
  people,
  ways,
}: {
  path: string;
  who: string | null;
  how: string | null;
  people: readonly string[];
  ways: readonly Option[];
}) {
  const router = useRouter();
  const choose = (next: { who: string | null; how: string | null }) => {
    const query = new URLSearchParams(Object.entries(next).flatMap(([key, of]) => (of ? [[key, of]] : [])));
    router.push(query.size > 0 ? `${path}?${query}` : path);
  };
  return (
    <div className={`${classes.filter} no-print`}>
      <Select
        label="By"
        placeholder="Everybody"
        data={[...people]}
        value={who}
        onChange={(value) => choose({ who: value, how })}
        clearable
        searchable={people.length > 8}
      />
      <Select
        label="Through"
        placeholder="Anything"
        data={[...ways]}
        value={how}
        onChange={(value) => choose({ who, how: value })}
        clearable
      />
      {who || how ? (
        <Button component={Link} href={path} variant="default" size="xs">
          All edits
        </Button>
      ) : null}
    </div>
  );
}
