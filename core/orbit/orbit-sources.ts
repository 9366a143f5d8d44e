import { type ElementSetInput, parseElementSet } from "./element-set.ts";
import { type EphemerisInput, parseEphemeris } from "./ephemeris.ts";
import type { OrbitSource } from "./source.ts";

/** Orbit data as it is kept. */
export type OrbitInput = ElementSetInput | EphemerisInput;

/** Those that can be used, and a sentence for each that cannot. */
export function orbitSources(inputs: readonly OrbitInput[]): {
  readonly sources: readonly OrbitSource[];
  readonly refused: readonly string[];
} {
  const sources: OrbitSource[] = [];
  const refused: string[] = [];
  for (const input of inputs) {
    const read = "segments" in input ? parseEphemeris(input) : parseElementSet(input);
    if (read.ok) sources.push(read.value);
    else refused.push(`Orbit data ${input.label} was left out: ${read.error}`);
  }
  return { sources, refused };
}
