import { moment } from "#core/base/format.ts";
import type { Tables } from "#core/model/entities.ts";
import type { Facts } from "#core/model/facts.ts";
import { JOB_NAMES } from "#core/model/job.ts";
import { ELEMENT_CATEGORIES } from "#core/model/scene.ts";
import type { ElementCategory } from "./scene-sheet.ts";

type Option = { readonly value: string; readonly label: string };

/** What the fields of a sheet may be set to. */
export interface SheetOptions {
  readonly modules: readonly Option[];
  readonly panes: readonly Option[];
  readonly roles: readonly Option[];
  /** Elements that the production knows already, to be offered. */
  readonly elements: Readonly<Record<ElementCategory, readonly string[]>>;
}

export function sheetOptions(tables: Tables): SheetOptions {
  const moduleName = new Map(tables.module.map((m) => [m.id, m.name]));
  return {
    modules: [...tables.module]
      .sort((a, b) => a.order - b.order)
      .map((m) => ({ value: m.id, label: m.isUsable ? m.name : `${m.name} (closed to the film)` })),
    panes: tables.pane.map((p) => ({
      value: p.id,
      label: `${moduleName.get(p.moduleId) ?? p.moduleId}, ${p.name}, ${p.direction}`,
    })),
    roles: [...tables.role]
      .sort((a, b) => a.number - b.number)
      .map((r) => ({ value: r.id, label: `${r.number} ${r.name}` })),
    elements: Object.fromEntries(
      ELEMENT_CATEGORIES.map((category) => [
        category,
        tables.element
          .filter((element) => element.category === category)
          .map((element) => element.name)
          .sort(),
      ]),
    ) as Record<ElementCategory, string[]>,
  };
}

/** A strip as the sheet shows it beside its minutes. */
export interface SheetStrip {
  readonly id: string;
  /** `Strip`, `Part 1 of 2`. */
  readonly name: string;
  /** `8 Oct 14:30, Nauka`; null in the boneyard. */
  readonly placed: string | null;
  readonly status: string;
  readonly isPinned: boolean;
  /** `Shipenko: Director, Camera operator`. */
  readonly people: readonly string[];
}

export function sheetStrips(facts: Facts, sceneId: string): readonly SheetStrip[] {
  return [...facts.strips.values()]
    .filter((strip) => strip.sceneId === sceneId)
    .sort((a, b) => a.part - b.part)
    .map((strip) => {
      const module = strip.moduleId && facts.modules.get(strip.moduleId)?.name;
      const jobs = new Map<string, string[]>();
      for (const { personId, job } of facts.assignmentsOfStrip.get(strip.id) ?? []) {
        const who = facts.people.get(personId)?.shortName ?? personId;
        jobs.set(who, [...(jobs.get(who) ?? []), JOB_NAMES[job].toLowerCase()]);
      }
      return {
        id: strip.id,
        name: strip.parts > 1 ? `Part ${strip.part} of ${strip.parts}` : "Strip",
        placed:
          strip.startsAt === null ? null : `${moment(strip.startsAt)} GMT${module ? `, ${module}` : ""}`,
        status: strip.status,
        isPinned: strip.isPinned,
        people: [...jobs].map(([who, what]) => `${who}: ${what.join(", ")}`),
      };
    });
}
