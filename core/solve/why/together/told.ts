import { count, duration, list, moment } from "../../../base/format.ts";
import type { PersonId, StripId } from "../../../model/ids.ts";
import { allInForce } from "../../../rules/in-force.ts";
import { GRID_MIN } from "../../openings.ts";
import { nameOfStrip, sentenceOf, stretchesIn, type Told } from "../told.ts";
import { type AskedOf, asideOf, askedOf, timeFor } from "./amounts.ts";
import { keyOf, type TogetherConflict } from "./conflict.ts";
import type { Room } from "./room.ts";

const NOT_SHOWN = " Whether the others would fit without it was not shown.";

/** A set of strips that cannot all be in, and why, as people say it: with what is asked in sum, and what is granted. */
export function toldTogether(
  room: Room,
  { strips, pins, rules, accounts }: TogetherConflict,
): readonly Told[] {
  const { facts } = room;
  const ids = strips.members;
  const names = namesOf(room, ids);
  const aside = asideOf(room, ids);
  const inForce = new Set(rules.members);
  const { takesMin, leftMin, days } = timeFor(room, aside, (ruleId) => inForce.has(ruleId));
  const open = ids.filter((id) => !strips.needed.has(id));
  const sceneText = [
    `${names} ${ids.length === 1 ? "is" : "are all"} in, wherever ${ids.length === 1 ? "it stands" : "they stand"}: ${duration(takesMin)} from rig to strike at the least, one after the other.`,
    leftMin < 2 * takesMin && rules.isWhole
      ? ` The rules below leave ${duration(leftMin)} on ${count(days, "day")} in which any of them could be.`
      : "",
    open.length > 0
      ? ` Whether the others would fit without ${namesOf(room, open, "or").replace(/^S/, "s")} was not shown.`
      : "",
  ].join("");
  const pinned = pins.members;
  const isEachNeeded = pinned.every((id) => pins.needed.has(id));
  const stays: readonly Told[] =
    pinned.length === 0
      ? []
      : [
          {
            is: "stays",
            ruleId: null,
            strips: pinned,
            isEnough: isEachNeeded,
            text: `${namesOf(room, pinned)} ${pinned.length === 1 ? "stays where it is" : "stay where they are"} pinned${startsText(room, pinned)}.${isEachNeeded ? "" : " Whether the others would fit without was not shown."}`,
          },
        ];
  const ruleText = (ruleId: string): string => {
    const rule = allInForce(room.snapshot.tables).find((r) => r.rule.id === ruleId)?.rule;
    const unit = rule?.unit ?? "";
    const size = (amount: number) =>
      unit.startsWith("minutes") ? duration(amount) : countText(amount, unit);
    const limits = accounts.members
      .filter((key) => key.startsWith(keyOf(ruleId, "")))
      .flatMap((key) => {
        const account = key.slice(keyOf(ruleId, "").length);
        const found = askedOf(room, ids, ruleId, account);
        const whose = facts.people.get(account as PersonId)?.shortName ?? account;
        const plural = found?.by.length === 1 ? "asks" : "ask";
        return found && found.asked > 0
          ? [
              ` ${namesOf(room, found.by)} ${plural} ${size(found.asked)} of ${whose}${found.by.length > 1 ? `, ${size(found.dearest)} the most of them` : ""}; the days of the window give ${size(found.granted)}, and no day more than ${size(found.mostOnADay)}.${heldText(found)}${accounts.needed.has(key) ? "" : ` Whether they would fit with more of ${whose} was not shown.`}`,
            ]
          : [];
      });
    const left = aside
      .map((alone) => ({
        alone,
        starts: [...alone.shootAt.keys()].filter(
          (start) => alone.barOf(start, (id) => id === ruleId) === null,
        ),
      }))
      .filter(({ alone, starts }) => starts.length < alone.shootAt.length)
      .sort((a, b) => a.starts.length - b.starts.length);
    const [tightest] = left;
    const leaves = tightest
      ? ` It leaves scene ${nameOfStrip(facts, tightest.alone.strip.id)} the least: ${count(stretchesIn(tightest.starts), "stretch", "stretches")} of starts, ${duration(tightest.starts.length * GRID_MIN)} in all.`
      : "";
    return `${sentenceOf(rule, ruleId)}${limits.join("")}${limits.length > 0 ? "" : leaves}${rules.needed.has(ruleId) ? "" : NOT_SHOWN}`;
  };
  return [
    { is: "scene", ruleId: null, strips: ids, text: sceneText, isEnough: false },
    ...stays,
    ...rules.members
      .filter((ruleId) => rules.isWhole || rules.needed.has(ruleId))
      .map(
        (ruleId): Told => ({
          is: "rule",
          ruleId,
          strips: [],
          text: ruleText(ruleId),
          isEnough: rules.needed.has(ruleId),
        }),
      ),
    ...(rules.isWhole
      ? []
      : [
          {
            is: "rule",
            ruleId: null,
            strips: [],
            isEnough: false,
            text: `The rules of the book: which of ${rules.members.length} it takes was not worked out.`,
          } as const,
        ]),
  ];
}

/** Where whole strips do not go into the days, though what they ask might in sum. */
const heldText = ({ asked, granted, by, strips: { onADay, inAll } }: AskedOf): string =>
  asked <= granted && inAll < by.length
    ? ` A day holds ${onADay} of them at the most, all days together ${inAll}.`
    : "";

/** `9 placements` of a rule that counts `placements over`. */
const countText = (amount: number, unit: string): string => {
  const [what = "", ...rest] = unit.split(" ");
  const isOver = ["over", "missing", "short"].includes(rest.at(-1) ?? "");
  const named = isOver ? [what, ...rest.slice(0, -1)].join(" ") : unit;
  return amount === 1 && named.endsWith("s") ? `1 ${named.slice(0, -1)}` : `${amount} ${named}`;
};

/** "Scenes 4, 7 and 12", in the order in which people count. */
export function namesOf(
  { facts }: Pick<Room, "facts">,
  ids: readonly StripId[],
  word: "and" | "or" = "and",
): string {
  const names = ids
    .map((id) => nameOfStrip(facts, id))
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const said = list(names);
  return `${ids.length === 1 ? "Scene" : "Scenes"} ${word === "and" ? said : said.replace(" and ", " or ")}`;
}

const startsText = ({ facts }: Room, ids: readonly StripId[]): string => {
  const [only] = ids;
  const at = only && facts.placed.get(only)?.span.start;
  return ids.length === 1 && at ? ` (${moment(at)})` : "";
};
