import { count, listSome } from "../../base/format.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";

/** So many are named; of more only how many there are. */
const NAMED = 12;

/** That a plan has no scene of a number, and which it has. */
export function noSuchScene({ tables }: Pick<ScenarioSnapshot, "tables">, number: string): string {
  const numbers = tables.scene.map((scene) => scene.number);
  const has =
    numbers.length === 0
      ? "The plan has no scenes."
      : `The plan has ${count(numbers.length, "scene")}: ${listSome(numbers, NAMED)}.`;
  return `${number === "" ? "Nothing names a scene" : `There is no scene ${number}`}. ${has}`;
}
