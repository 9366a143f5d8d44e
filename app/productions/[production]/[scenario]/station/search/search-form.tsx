"use client";

import { Button, Select } from "@mantine/core";
import { usePathname, useRouter } from "next/navigation";
import { useState } from "react";
import classes from "../station.module.css";

interface Choice {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
}

/** Choices that make an address: what is found can be sent to somebody. */
export function SearchForm({
  label,
  action,
  choices,
}: {
  label: string;
  action: string;
  choices: readonly Choice[];
}) {
  const router = useRouter();
  const here = usePathname();
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(choices.map(({ name, value }) => [name, value])),
  );
  return (
    <form
      className={classes.search}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        router.push(`${here}?${new URLSearchParams(values)}`, { scroll: false });
      }}
    >
      {choices.map(({ name, label: title, options }) => (
        <Select
          key={name}
          label={title}
          data={[...options]}
          value={values[name] ?? null}
          allowDeselect={false}
          searchable={options.length > 8}
          onChange={(value) => value !== null && setValues((now) => ({ ...now, [name]: value }))}
        />
      ))}
      <Button type="submit">{action}</Button>
    </form>
  );
}
