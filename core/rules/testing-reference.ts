import type { EpochSeconds } from "../base/quantity.ts";
import { at } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import type { Call, Placed } from "../model/placed.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";

/**
 * For tests: what the rules about time must say, counted minute by minute, by somebody who knows no intervals. Everything stands on
 * full minutes between 8 and 11 October. Amounts by rule and group; a group of which nothing is to say is absent.
 */
export type Amounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

const FROM = at("8T00:00") / 60 - 1_440;
const UNTIL = at("12T00:00") / 60;

interface Timed {
  readonly startsAt: EpochSeconds;
  readonly durationMin: number;
}
const runs = ({ startsAt, durationMin }: Timed, minute: number) =>
  startsAt / 60 <= minute && minute < startsAt / 60 + durationMin;
const holds = ({ span }: { span: { start: number; end: number } }, minute: number) =>
  span.start / 60 <= minute && minute < span.end / 60;
/** Of n things at once, every two clash. */
const pairs = (n: number) => (n * (n - 1)) / 2;

export function reference({ tables, light }: ScenarioSnapshot): Amounts {
  const placed = [...factsOf({ tables, light }).placed.values()];
  const amounts: Record<string, Record<string, number>> = {};
  const add = (rule: string, group: string, amount: number) => {
    if (amount <= 0) return;
    const groups = amounts[rule] ?? {};
    groups[group] = (groups[group] ?? 0) + amount;
    amounts[rule] = groups;
  };
  const days = [...tables.shootDay].sort((a, b) => a.wakesAt - b.wakesAt);
  const dayOf = (moment: number) => {
    const away = days.map((d) => Math.max(d.wakesAt - moment, moment - d.sleepsAt, 0));
    const least = Math.min(...away);
    return least < 43_200 ? days[away.indexOf(least)] : undefined;
  };

  for (let minute = FROM; minute < UNTIL; minute++) {
    for (const p of placed) {
      if (!holds(p, minute)) continue;
      const inWindow = tables.shootWindow.some(
        (w) => w.unit === p.scene.unit && w.startsAt / 60 <= minute && minute < w.endsAt / 60,
      );
      const isLost = days.some((d) => d.isClosed && d.wakesAt / 60 <= minute && minute < d.sleepsAt / 60);
      if (!inWindow || isLost) add("inside-window", `strip:${p.strip.id}`, 1);
      for (const event of tables.stationEvent) {
        const from = event.startsAt / 60 - event.marginBeforeMin;
        const to = event.startsAt / 60 + event.durationMin + event.marginAfterMin;
        if (minute < from || to <= minute) continue;
        const shooting = p.setUps.filter((s) => holds(s, minute)).map((s) => s.setUp);
        const looksOut = shooting.some((s) => s.light !== "any" || s.paneId !== null);
        const isTaken =
          event.moduleIds.some((id) => id === p.moduleId) ||
          p.calls.some((c) => event.personIds.includes(c.personId) && holds(c, minute)) ||
          ((event.takesPanes || event.takesAttitude) && looksOut) ||
          (event.takesQuiet && shooting.some((s) => s.syncSound));
        if (isTaken) add("station-events", `strip:${p.strip.id}`, 1);
      }
    }

    for (const module of tables.module) {
      const here = placed.filter((p) => p.moduleId === module.id && holds(p, minute));
      add("module-exclusive", `module:${module.id}`, pairs(here.length));
      const people = new Set(
        here.flatMap((p) => p.calls.filter((c) => holds(c, minute)).map((c) => c.personId)),
      );
      add("module-capacity", `module:${module.id}`, people.size - module.capacity);
    }

    for (const person of tables.person) {
      const calls = placed.flatMap((p) =>
        p.calls.filter((c) => c.personId === person.id && holds(c, minute)),
      );
      const inBlock = (...kinds: readonly string[]) =>
        tables.crewBlock.some((b) => b.personId === person.id && kinds.includes(b.kind) && runs(b, minute));
      const group = `person:${person.id}`;
      add("no-double-booking", group, pairs(calls.length));
      if (inBlock("sleep")) add("sleep", group, calls.length);
      if (inBlock("duty", "briefing", "handover", "travel")) add("station-duty", group, calls.length);
      if (inBlock("conference", "medical")) add("conferences", group, calls.length);
      if (inBlock("exercise")) add("exercise", group, calls.length);
    }
  }

  for (const person of tables.person) {
    const calls = placed
      .flatMap((p) => p.calls.filter((c) => c.personId === person.id).map((c) => ({ ...c, placed: p })))
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    const off = tables.crewBlock.filter(
      (b) => b.personId === person.id && ["post-sleep", "pre-sleep", "off-duty"].includes(b.kind),
    );
    offDuty(calls, off);
    ways(calls);
    rests(calls);

    /** Personal time in calls, by the date of their shoot day, beyond what is consented. */
    function offDuty(own: readonly Call[], blocks: readonly Timed[]) {
      const lost = new Map<string, number>();
      for (const { span } of own) {
        const date = dayOf(span.start)?.date ?? new Date(span.start * 1000).toISOString().slice(0, 10);
        for (let minute = span.start / 60; minute < span.end / 60; minute++)
          if (blocks.some((b) => runs(b, minute))) lost.set(date, (lost.get(date) ?? 0) + 1);
      }
      for (const [date, min] of lost) {
        const consents = tables.consent.filter((c) => c.personId === person.id && c.date === date);
        add("crew-off-duty", `person:${person.id}`, min - consents.reduce((sum, c) => sum + c.minutes, 0));
      }
    }

    /** The modules stand in a row, in the order of their numbers, and the last is cut off. */
    function ways(own: readonly (Call & { placed: Placed })[]) {
      const row = tables.module.map((m) => m.id as string);
      const inside = own.filter((c) => c.placed.moduleId !== null);
      for (const [i, next] of inside.entries()) {
        const last = inside[i - 1];
        if (!last) continue;
        const [from, to] = [last, next].map((c) => row.indexOf(c.placed.moduleId as string)) as [
          number,
          number,
        ];
        if (from === to || Math.max(from, to) === row.length - 1) continue;
        const rate = next.jobs.some((job) => job === "camera" || job === "light") ? 3 : 1;
        let time = 0;
        for (let minute = last.span.end / 60; minute < next.span.start / 60; minute++) time++;
        add("travel", `person:${person.id}`, Math.abs(from - to) * rate - time);
      }
    }

    /** From the last minute on duty of one day with duty to the first of the next: ten hours, where a call is at either end. */
    function rests(own: readonly Call[]) {
      if (own.length === 0) return;
      const duties = tables.crewBlock
        .filter(
          (b) => b.personId === person.id && ["duty", "briefing", "handover", "travel"].includes(b.kind),
        )
        .map((b) => ({ start: b.startsAt as number, end: b.startsAt + b.durationMin * 60, isCall: false }));
      const all = [...own.map((c) => ({ ...c.span, isCall: true })), ...duties];
      let before: (typeof all)[number] | null = null;
      for (const day of days) {
        const today = all.filter((d) => dayOf(d.start) === day);
        if (today.length === 0) continue;
        const start = Math.min(...today.map((d) => d.start));
        const end = Math.max(...today.map((d) => d.end));
        const first = today.find((d) => d.start === start);
        const last = today.find((d) => d.end === end);
        if (before && first && (before.isCall || first.isCall)) {
          const rest = Math.max(0, (first.start - before.end) / 60);
          add("turnaround", `person:${person.id}`, 600 - rest);
        }
        before = last ?? null;
      }
    }
  }
  return amounts;
}
