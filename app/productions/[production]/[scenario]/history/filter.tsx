"use client";

import { Button, Select } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import classes from "./history.module.css";

interface Option {
  readonly value: string;
  readonly label: string;
}

const KEYS = ["what", "who", "how"] as const;
export type Choice = { readonly [K in (typeof KEYS)[number]]: string | null };

/** Edits of what, by whom, and by what they came; the address holds all three. */
export function Filter({
  path,
  choice,
  kinds,
  people,
  ways,
}: {
  path: string;
  choice: Choice;
  kinds: readonly Option[];
  people: readonly string[];
  ways: readonly Option[];
}) {
  const router = useRouter();
  // Who has a link from elsewhere may have chosen somebody who edits no more.
  const { who } = choice;
  const choose = (next: Partial<Choice>) => {
    const all = { ...choice, ...next };
    const query = new URLSearchParams(KEYS.flatMap((key) => (all[key] ? [[key, all[key]]] : [])));
    router.push(query.size > 0 ? `${path}?${query}` : path);
  };
  return (
    <search className={`${classes.filter} no-print`}>
      <Select
        label="Of"
        placeholder="Anything"
        data={[...kinds]}
        value={choice.what}
        onChange={(what) => choose({ what })}
        clearable
        maxDropdownHeight={400}
      />
      <Select
        label="By"
        placeholder="Everybody"
        data={who && !people.includes(who) ? [who, ...people] : [...people]}
        value={who}
        onChange={(value) => choose({ who: value })}
        clearable
        searchable={people.length > 8}
      />
      <Select
        label="Through"
        placeholder="Any way"
        data={[...ways]}
        value={choice.how}
        onChange={(how) => choose({ how })}
        clearable
      />
      {KEYS.some((key) => choice[key]) ? (
        <Button component={Link} href={path} variant="default" size="xs">
          All edits
        </Button>
      ) : null}
    </search>
  );
}
