import { events } from "./events.ts";
import { exerciseDevices } from "./exercise-devices.ts";
import { groundSites } from "./ground-sites.ts";
import { groundTargets } from "./ground-targets.ts";
import type { AnyKind } from "./kind.ts";
import { kit } from "./kit.ts";
import { lamps } from "./lamps.ts";
import { modules } from "./modules.ts";
import { panes } from "./panes.ts";
import { relayPasses } from "./relay-passes.ts";

/** What a station has, in the order of the page. A new kind is one file and one line. */
export const KINDS: readonly AnyKind[] = [
  modules,
  panes,
  lamps,
  exerciseDevices,
  kit,
  events,
  groundSites,
  groundTargets,
  relayPasses,
];
export const kindOf = (entity: string): AnyKind | undefined => KINDS.find((kind) => kind.entity === entity);

/** `module.zvezda`: a row in an address. */
export const rowKey = (entity: string, id: string): string => `${entity}.${id}`;
export const rowOfKey = (key: string): { readonly entity: string; readonly id: string } => {
  const dot = key.indexOf(".");
  return { entity: key.slice(0, dot), id: key.slice(dot + 1) };
};
