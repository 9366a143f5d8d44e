import { dayMonth } from "../../../../base/format.ts";
import { utcDay } from "../../../../base/interval.ts";
import { minutes } from "../../../../base/quantity.ts";
import { factsOf } from "../../../../model/facts.ts";
import type { PersonId } from "../../../../model/ids.ts";
import type { ScenarioSnapshot } from "../../../../model/snapshot.ts";
import { crewTimeLedger, ledgerOf, ledgerParams } from "../../../../rules/crew-time-ledger.ts";
import { settingsOf } from "../../../../rules/in-force.ts";
import { added, changed } from "../../../../rules/offers.ts";
import type { Placement } from "../../../placement.ts";
import { withPlacements } from "../../../placement.ts";
import { ASKING } from "../../ways/asking.ts";
import { keyOf } from "../conflict.ts";
import { fitOf } from "../fit.ts";
import { EVERYTHING } from "../holding.ts";
import { roomOf } from "../room.ts";
import type { Try } from "../try.ts";
import type { Sought, TogetherKind } from "../ways.ts";

/** Minutes more a day that are tried one after the other, until a plan is found: what it then overspends is what is asked. */
const LADDER = [10, 20, 30, 45, 60, 90, 120, 180, 240] as const;

/** So many minutes more of one of the station's crew, on the days on which a plan of the strips needs them. */
export const moreMinutes: TogetherKind = {
  id: "more-minutes",
  asks: "minutes of a station crew member that are not granted yet, a point each",
  *tries(sought) {
    const prefix = keyOf(crewTimeLedger.id, "");
    for (const key of sought.conflict.accounts.members) {
      if (!key.startsWith(prefix)) continue;
      const personId = key.slice(prefix.length) as PersonId;
      const plan = leastPlan(sought, personId) ?? sought.conflict.accounts.needed.get(key);
      if (plan) yield* asked(sought, personId, plan);
    }
  },
};

/** A plan of the strips with as few minutes more a day as will do. */
function leastPlan({ room, conflict, asking }: Sought, personId: PersonId): readonly Placement[] | null {
  for (const more of LADDER) {
    if (asking.isLate()) return null;
    const { best, is } = fitOf(
      roomOf(granting(room.snapshot, personId, more)),
      new Set(conflict.strips.members),
      EVERYTHING,
      asking,
    );
    if (is === "fits") return best;
  }
  return null;
}

/** The plan with so many minutes more on every shoot day. */
function granting(snapshot: ScenarioSnapshot, personId: PersonId, more: number): ScenarioSnapshot {
  const { allocation, shootDay } = snapshot.tables;
  const dates = new Set(shootDay.filter((day) => !day.isClosed).map(({ date }) => date));
  const rows = allocation.map((row) => {
    if (row.personId !== personId || !dates.delete(row.date)) return row;
    return { ...row, minutes: minutes(row.minutes + more) };
  });
  const others = [...dates].map((date) => ({
    ...{ personId, date, minutes: minutes(more), source: "" },
    id: `${personId}-${date}-asked`.slice(0, 64) as (typeof allocation)[number]["id"],
  }));
  return { ...snapshot, tables: { ...snapshot.tables, allocation: [...rows, ...others] } };
}

function* asked({ room, whole }: Sought, personId: PersonId, plan: readonly Placement[]): Generator<Try> {
  const { bare } = room;
  const { tables } = whole.snapshot;
  const { params } = settingsOf(crewTimeLedger, tables);
  const given = ledgerParams.safeParse(params).data ?? {};
  const facts = factsOf({ ...bare, tables: withPlacements(bare.tables, plan) });
  const over = ledgerOf(facts, given).filter((entry) => entry.personId === personId && entry.left < 0);
  if (over.length === 0) return;
  const name = facts.people.get(personId)?.shortName ?? personId;
  const edits = over.map(({ date, left }) => {
    const row = tables.allocation.find((a) => a.personId === personId && a.date === date);
    return row
      ? changed("allocation", row.id, { minutes: row.minutes - left })
      : added("allocation", {
          id: `${personId}-${date}-asked`.slice(0, 64),
          ...{ personId, date, minutes: -left, source: "Asked for" },
        });
  });
  const more = over.reduce((sum, { left }) => sum - left, 0);
  const days = over.map(({ date, left }) => `${-left} on ${dayMonth(utcDay(date).start)}`);
  yield {
    words: `Ask ${more} more minutes of ${name}: ${days.join(", ")}`,
    edits,
    asking: more * ASKING.minute,
  };
}
