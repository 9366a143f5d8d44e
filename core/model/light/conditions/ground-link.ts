import { difference, type Profile, profile } from "../../../base/profile.ts";
import type { UnknownLight } from "../../light-table.ts";
import type { LightChoices } from "../choices.ts";
import { known, lessMargin, once, untold } from "../light-times.ts";
import type { LightCondition } from "./condition.ts";

const covered = once(
  (table, which): Profile =>
    profile(table.passes.filter(({ kind }) => which === "any" || kind === which).flatMap(lessMargin)),
);

const WORDS: Record<LightChoices["link"], string> = {
  any: "ground site or relay",
  "ground-site": "ground site",
  relay: "relay",
};

/** Relay coverage as given holds where the orbit is not known, too. */
const unknownTimes = once((table, which): readonly UnknownLight[] => {
  const given = covered(table, which);
  const reason = `No ${WORDS[which as LightChoices["link"]]} is known.`;
  const open = untold(table).flatMap((gap) =>
    difference([gap.span], given).map((span) => ({ ...gap, span })),
  );
  if (given.length > 0) return open;
  return [...open, ...known(table).map((span) => ({ span, reason }))];
});

export const groundLink: LightCondition = {
  id: "ground-link",
  sentence:
    "The ground can be talked to: a ground site stands high enough over the horizon, or a relay covers.",
  isAsked: (setUp) => setUp.groundLink,
  times: (_, { light }, { link }) => ({
    certain: covered(light, link),
    unknown: unknownTimes(light, link),
  }),
  lacking: () => "without the link it asks for",
};
