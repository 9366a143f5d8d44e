"use client";

import { Select, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import classes from "./filter-bar.module.css";

interface Choice {
  readonly label: string;
  /** Said where nothing is chosen: "All tiers". */
  readonly all: string;
  readonly options: readonly (string | { readonly value: string; readonly label: string })[];
  readonly value: string | null;
  readonly onChoose: (value: string | null) => void;
}

/** Above a long list: a search for words, and choices that narrow it. */
export function FilterBar({
  label,
  hint,
  search,
  onSearch,
  choices,
}: {
  /** What the search is for: "Search scenes". */
  label: string;
  /** What it looks into. */
  hint: string;
  search: string;
  onSearch: (words: string) => void;
  choices: readonly Choice[];
}) {
  return (
    <search className={`${classes.bar} no-print`}>
      <TextInput
        aria-label={label}
        placeholder={hint}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        size="xs"
      />
      {choices.map((choice) => (
        <Select
          key={choice.label}
          aria-label={choice.label}
          placeholder={choice.all}
          data={[...choice.options]}
          value={choice.value}
          onChange={choice.onChoose}
          clearable
          size="xs"
        />
      ))}
    </search>
  );
}
