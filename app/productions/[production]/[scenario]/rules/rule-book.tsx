"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useParams } from "next/navigation";
import { useEffect, useState } from "react";
import { count } from "#core/base/format.ts";
import { Panel } from "#ui/parts/panel.tsx";
import { Empty } from "#ui/parts/state.tsx";
import { FilterBar } from "#ui/tables/filter-bar.tsx";
import { walkLines } from "#ui/tables/walk-lines.ts";
import { ALL, inBook, OWN_RULES, type RuleFilter, SHOWN } from "./rule-filter.ts";
import type { RuleLine, RuleSection } from "./rule-lines.ts";
import classes from "./rules.module.css";

const anchor = (title: string) => title.toLowerCase().replaceAll(" ", "-");

/** The book by its sections, searched and filtered. */
export function RuleBook({ sections }: { sections: readonly RuleSection[] }) {
  const { rule, own } = useParams<{ rule?: string; own?: string }>();
  const chosen = own ? `own:${decodeURIComponent(own)}` : rule;
  // Who comes by a link sees the rule in its place.
  useEffect(() => {
    if (chosen) document.getElementById(chosen)?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const [filter, setFilter] = useState<RuleFilter>(ALL);
  const set = (change: Partial<RuleFilter>) => setFilter((now) => ({ ...now, ...change }));
  const shown = inBook(sections, filter);
  const [all, left] = [sections, shown].map((some) => some.reduce((sum, { lines }) => sum + lines.length, 0));
  const isAll = filter.search.trim() === "" && filter.shows === null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows are a second way; every link is in the order of Tab
    <div onKeyDown={walkLines}>
      <FilterBar
        label="Search rules"
        hint="Words of a rule, its source or settings"
        search={filter.search}
        onSearch={(search) => set({ search })}
        choices={[
          {
            ...{ label: "Which rules", all: "All rules", options: SHOWN, value: filter.shows },
            onChoose: (shows) => set({ shows: shows as RuleFilter["shows"] }),
          },
        ]}
      />
      <p className="muted small" role="status">
        {isAll ? count(all ?? 0, "rule") : `${left} of ${count(all ?? 0, "rule")}`}
      </p>
      {isAll ? (
        <nav className={`${classes.jump} no-print`} aria-label="Sections of the book">
          {sections.map(({ title }) => (
            <a key={title} href={`#${anchor(title)}`}>
              {title}
            </a>
          ))}
        </nav>
      ) : null}
      {left === 0 ? (
        <Empty
          title="No rule fits"
          action={
            <Button variant="default" onClick={() => setFilter(ALL)}>
              Show all rules
            </Button>
          }
        />
      ) : null}
      {shown.map(({ title, lines }) => (
        <Panel key={title} id={anchor(title)} title={title} note={String(lines.length)}>
          {lines.length > 0 ? (
            <ul className={classes.rules}>
              {lines.map((line) => (
                <Line key={line.id} line={line} isChosen={line.id === chosen} />
              ))}
            </ul>
          ) : title === OWN_RULES ? (
            <Empty title="No own rules">
              What this film must keep beside the book: at most so many of something a day, one scene before
              another, something only with somebody. Made of a shape and its numbers, without code.
            </Empty>
          ) : null}
        </Panel>
      ))}
    </div>
  );
}

function Line({ line, isChosen }: { line: RuleLine; isChosen: boolean }) {
  const { id, href, code, level, sentence, isEnabled, found, set, where, reason } = line;
  return (
    <li
      id={id}
      className={classes.rule}
      {...(isEnabled ? {} : { "data-off": "" })}
      {...(isChosen ? { "data-chosen": "" } : {})}
    >
      <span className={classes.level} data-level={level}>
        {level}
      </span>
      <span>
        <Link
          href={href}
          scroll={false}
          className={classes.name}
          data-line=""
          {...(isChosen ? { "aria-current": "true" as const } : {})}
        >
          {sentence}
        </Link>
        <span className={classes.departs}>
          {[
            ...(code ? [<code key="code">{code}</code>] : []),
            ...set.map((words) => (
              <span key={words} className={classes.set}>
                {words}
              </span>
            )),
            ...(where ? [<span key="where">{where}</span>] : []),
          ]}
        </span>
        {(where || !code) && reason ? <span className={classes.why}>{reason}</span> : null}
      </span>
      <span className={classes.found}>
        {isEnabled ? null : <span>off</span>}
        {isEnabled && found.length === 0 ? <span>kept</span> : null}
        {found.map(({ tone, text, of }) => (
          <span key={tone} data-tone={tone}>
            {text}
            {of ? <small> in {of}</small> : null}
          </span>
        ))}
      </span>
    </li>
  );
}
