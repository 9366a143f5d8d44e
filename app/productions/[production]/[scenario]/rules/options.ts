import { factsOf } from "#core/model/facts.ts";
import { JOB_NAMES, JOBS } from "#core/model/job.ts";
import { LIGHTS, TIERS } from "#core/model/scene.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { UNIT_NAMES, UNITS } from "#core/model/window.ts";
import { nameOf, type Selection } from "#core/rules/own/selection.ts";
import type { SelectionOptions } from "#ui/rules/param-fields.tsx";

const words = (some: readonly string[], names: Readonly<Record<string, string>> = {}) =>
  some.map((value) => ({ value, label: names[value] ?? value }));

/** What an own rule may speak of, by what it is chosen by. */
export function selectionOptions(snapshot: ScenarioSnapshot): SelectionOptions {
  const { tables } = snapshot;
  const facts = factsOf(snapshot);
  const options: Partial<Record<Selection["by"], readonly { value: string; label: string }[]>> = {
    person: tables.person.map(({ id, name }) => ({ value: id, label: name })),
    role: tables.role.map(({ id, name }) => ({ value: id, label: name })),
    module: tables.module.map(({ id, name }) => ({ value: id, label: name })),
    scene: tables.scene.map(({ id, number, setName }) => ({ value: id, label: `${number} ${setName}` })),
    kit: tables.kit.map(({ id, name }) => ({ value: id, label: name })),
    job: words(JOBS, JOB_NAMES),
    light: words(LIGHTS),
    tier: words(TIERS),
    unit: words(UNITS, UNIT_NAMES),
    any: [{ value: "", label: "Anything" }],
  };
  return Object.fromEntries(
    Object.entries(options).map(([by, some]) => [
      by,
      some.map((option) => ({
        ...option,
        said: nameOf({ by: by as Selection["by"], value: option.value }, facts) ?? option.label,
      })),
    ]),
  );
}
