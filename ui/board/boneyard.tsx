"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { IconChevronDown, IconSearch } from "@tabler/icons-react";
import Link from "next/link";
import { type KeyboardEvent, memo, useEffect, useState } from "react";
import { duration } from "#core/base/format.ts";
import { TIERS } from "#core/model/scene.ts";
import type { Module } from "#core/model/station.ts";
import type { StripFace } from "#ui/strip/strip-face.ts";
import classes from "./board.module.css";
import { type CellActions, StripCell } from "./strip-cell.tsx";

export interface BoneyardFilter {
  readonly tier: string;
  readonly module: string;
  readonly text: string;
}
export const NO_FILTER: BoneyardFilter = { tier: "", module: "", text: "" };

/** Faces that a filter lets through: tier, module, and words of the scene, its set, its roles. */
export function filtered(faces: readonly StripFace[], { tier, module, text }: BoneyardFilter) {
  const words = text.trim().toLowerCase();
  return faces.filter(
    ({ line }) =>
      (tier === "" || line.tier === tier) &&
      (module === "" || line.module === module) &&
      (words === "" ||
        `${line.scene} ${line.set} ${line.synopsis} ${line.cast.map((c) => `${c.number} ${c.role}`).join(" ")}`
          .toLowerCase()
          .includes(words)),
  );
}

/** Strips without a placement, docked below the days; what is dropped here comes off the board. */
export const Boneyard = memo(function Boneyard({
  faces,
  all,
  filter,
  onFilter,
  modules,
  base,
  mayEdit,
  activeId,
  selected,
  held,
  isOver,
  actions,
  onKeyDown,
}: {
  faces: readonly StripFace[];
  /** How many there are without the filter. */
  all: readonly StripFace[];
  filter: BoneyardFilter;
  onFilter: (filter: BoneyardFilter) => void;
  modules: readonly Module[];
  /** Where the pages of the scenario begin. */
  base: string;
  mayEdit: boolean;
  activeId: string;
  selected: readonly string[];
  held: readonly string[];
  isOver: boolean;
  actions: CellActions;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const [isOpen, setOpen] = useState(true);
  // On a phone the days need the height: the boneyard opens when it is asked for.
  useEffect(() => {
    if (window.matchMedia("(max-width: 48em)").matches) setOpen(false);
  }, []);
  const must = all.filter((face) => face.line.tier === "must");
  const minutes = all.reduce((sum, face) => sum + face.minutes, 0);
  return (
    <section
      className={classes.boneyard}
      aria-label="Boneyard"
      data-boneyard=""
      data-over={isOver ? "" : undefined}
      data-open={isOpen ? "" : undefined}
    >
      <header className={classes.boneyardHead}>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={isOpen}
          onClick={() => setOpen((open) => !open)}
        >
          <IconChevronDown size={15} aria-hidden />
          <h2>Boneyard</h2>
        </button>
        <span className="muted small figures">
          {all.length === 0
            ? "empty: every strip is on the board"
            : `${all.length} strips · ${duration(minutes)}${must.length > 0 ? ` · ${must.length} must` : ""}`}
        </span>
        {must.length > 0 ? (
          <Link className="small" href={`${base}/why?about=musts`}>
            Why do the musts not fit?
          </Link>
        ) : null}
        {all.length > 0 ? (
          <Link className="small" href={`${base}/solve/prices`}>
            What would bring more in?
          </Link>
        ) : null}
        {isOver ? <b className="small">Off the board</b> : null}
        {isOpen && all.length > 0 ? (
          <span className={classes.filters}>
            <NativeSelect
              size="xs"
              aria-label="Tier"
              value={filter.tier}
              onChange={(event) => onFilter({ ...filter, tier: event.currentTarget.value })}
              data={[{ value: "", label: "Every tier" }, ...TIERS]}
            />
            <NativeSelect
              size="xs"
              aria-label="Module"
              value={filter.module}
              onChange={(event) => onFilter({ ...filter, module: event.currentTarget.value })}
              data={[{ value: "", label: "Every module" }, ...modules.map((m) => m.name)]}
            />
            <TextInput
              size="xs"
              aria-label="Scene, set or role"
              placeholder="Scene, set, role"
              leftSection={<IconSearch size={13} />}
              value={filter.text}
              onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
            />
          </span>
        ) : null}
      </header>
      {isOpen && all.length > 0 ? (
        // biome-ignore lint/a11y/useSemanticElements: see the strip cells
        <div
          role="grid"
          aria-label="Strips in the boneyard"
          aria-multiselectable="true"
          className={classes.bones}
          onKeyDown={onKeyDown}
          tabIndex={-1}
        >
          {/* biome-ignore lint/a11y/useSemanticElements: see the strip cells */}
          <div role="row" className={classes.bonesRow} tabIndex={-1}>
            {faces.length === 0 ? (
              // biome-ignore lint/a11y/useSemanticElements: see the strip cells
              <div role="gridcell" className="muted small" tabIndex={-1}>
                No strip in the boneyard matches.
              </div>
            ) : null}
            {faces.map((face) => (
              <StripCell
                key={face.line.stripId}
                face={face}
                isSelected={selected.includes(face.line.stripId)}
                isActive={activeId === face.line.stripId}
                isHeld={held.includes(face.line.stripId)}
                mayEdit={mayEdit}
                actions={actions}
              />
            ))}
          </div>
        </div>
      ) : null}
    </section>
  );
});
