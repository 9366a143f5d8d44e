import * as z from "zod";
import { duration, list, spanText } from "../base/format.ts";
import type { Interval } from "../base/interval.ts";
import { difference, measure, profile } from "../base/profile.ts";
import { startedMinutes } from "../base/quantity.ts";
import type { Person } from "../model/person.ts";
import { defineRule } from "../model/rule.ts";
import type { Module } from "../model/station.ts";
import { assigned } from "./offers.ts";

export const escort = defineRule({
  id: "escort",
  level: "hard",
  sentence: "In a module that asks for it, a qualified member of its segment is there from rig to strike.",
  source:
    "House rule [G]: which modules ask is said with them, the Cupola [S]; who is qualified where is said with the people. A guest is watched with both eyes [S], facts.md §1.4.",
  unit: "minutes",
  params: z.object({}),
  scope: "strip",
  reads: ["modules", "people"],
  search: { alone: "anywhere" },

  // Present is who is bound there then, as escort or in any other job, on camera too: they are at home there. What they may not do
  // beside escorting is no-double-booking's. Nobody qualified in the whole plan is a gap in the data, not in the plan.
  check({ subject: { strip, scene, span, moduleId, calls }, facts: { modules, people } }) {
    const module = moduleId && modules.get(moduleId);
    if (!module?.needsEscort) return { violations: [], unknown: [] };
    const there = calls.filter((call) => isAtHome(people.get(call.personId), module));
    const alone: readonly Interval[] = difference([span], profile(there.map((call) => call.span)));
    const [first] = alone;
    if (!first) return { violations: [], unknown: [] };
    if (there.length === 0 && ![...people.values()].some((person) => isAtHome(person, module))) {
      const reason = `Scene ${scene.number} in ${module.name}: nobody is down as a qualified member of the ${module.segment} crew.`;
      return { violations: [], unknown: [{ span, strips: [strip.id], reason }] };
    }
    const min = startedMinutes(measure(alone));
    const names = there.map((call) => people.get(call.personId)?.shortName ?? "a person");
    const facts = { scene: scene.number, module: module.name, segment: module.segment, min, alone, names };
    const guests = calls.filter((call) => !there.includes(call)).map((call) => call.personId);
    return {
      violations: [{ amount: min, span: first, strips: [strip.id], people: guests, facts }],
      unknown: [],
    };
  },

  explain: ({ scene, module, segment, min, alone, names }) =>
    `Scene ${scene}: ${duration(min)} in ${module} without a member of the ${segment} crew (${alone.map(spanText).join(", ")}${names.length > 0 ? `; ${list(names)} ${names.length > 1 ? "are" : "is"} there for the rest` : ""}).`,

  // Who is on the strip already comes first.
  *repairs(_found, { subject, facts: { modules, people } }) {
    const { moduleId, calls } = subject;
    const module = moduleId && modules.get(moduleId);
    if (!module) return;
    const isCalled = (person: Person) => calls.some((call) => call.personId === person.id);
    const able = [...people.values()].filter((person) => isAtHome(person, module));
    for (const person of [...able.filter(isCalled), ...able.filter((p) => !isCalled(p))])
      yield assigned(subject, "escort", person);
  },
});

const isAtHome = (person: Person | undefined, { segment }: Module): boolean =>
  person?.segments.includes(segment) ?? false;
