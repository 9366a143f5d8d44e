import { dayMonth } from "../../../base/format.ts";
import { utcDay } from "../../../base/interval.ts";
import { factsOf } from "../../../model/facts.ts";
import { crewTimeLedger, ledgerOf, ledgerParams } from "../../../rules/crew-time-ledger.ts";
import { settingsOf } from "../../../rules/in-force.ts";
import { added, changed } from "../../../rules/offers.ts";
import { withPlacements } from "../../placement.ts";
import { ASKING } from "./asking.ts";
import type { Attempt, Kind } from "./way.ts";

/** So many minutes more of people of the station's crew on a day: as few as will do. */
export const askMinutes: Kind = {
  id: "ask-minutes",
  asks: "minutes of a station crew member that are not granted yet, a point each",
  *attempts({ nearMisses, whole: { snapshot, facts } }) {
    const { params } = settingsOf(crewTimeLedger, snapshot.tables);
    const given = ledgerParams.safeParse(params).data ?? {};
    for (const { ruleId, placement } of nearMisses) {
      if (ruleId !== crewTimeLedger.id) continue;
      const tables = withPlacements(snapshot.tables, [placement]);
      const before = new Map(
        ledgerOf(facts, given).map((e) => [`${e.personId} ${e.date}`, e.left as number]),
      );
      const over = ledgerOf(factsOf({ ...snapshot, tables }), given).filter(
        (e) => e.left < Math.min(0, before.get(`${e.personId} ${e.date}`) ?? 0),
      );
      if (over.length === 0) continue;
      const asked = over.map((entry) => {
        const more = -entry.left;
        const row = tables.allocation.find((a) => a.personId === entry.personId && a.date === entry.date);
        const name = facts.people.get(entry.personId)?.shortName ?? entry.personId;
        return {
          more,
          words: `${more} more minutes of ${name} on ${dayMonth(utcDay(entry.date).start)}`,
          edit: row
            ? changed("allocation", row.id, { minutes: row.minutes + more })
            : added("allocation", {
                id: `${entry.personId}-${entry.date}-asked`.slice(0, 64),
                personId: entry.personId,
                date: entry.date,
                minutes: more,
                source: "Asked for",
              }),
        };
      });
      yield {
        words: `Ask ${asked.map((a) => a.words).join(" and ")}`,
        edits: asked.map((a) => a.edit),
        placement,
        asking: asked.reduce((sum, a) => sum + a.more, 0) * ASKING.minute,
      } satisfies Attempt;
    }
  },
};
