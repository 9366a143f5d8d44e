import { count } from "#core/base/format.ts";
import { TIERS } from "#core/model/scene.ts";
import type { PriceKind } from "#core/solve/prices/index.ts";
import type { StoredPrices } from "#server/db/solves.ts";
import { Panel } from "#ui/parts/panel.tsx";
import { atMostText, heldText, worthText } from "../solve-words.ts";
import { Frontier } from "./frontier.tsx";
import classes from "./prices.module.css";

const TITLES: Readonly<Record<PriceKind, { title: string; note: string }>> = {
  hours: { title: "An hour more of someone", note: "on every day on which time is granted" },
  dayHours: { title: "An hour more on a day", note: "of everybody whose time is granted then" },
  moduleHours: { title: "An hour more of a module", note: "each time that the station takes it" },
  days: { title: "A day lost", note: "whatever the reason" },
  modules: { title: "A module closed for a day", note: "the day on which most is shot there" },
  window: { title: "A longer or shorter window", note: "days before the way home" },
};
/** As they are read, whatever came first. */
const KINDS = Object.keys(TITLES) as readonly PriceKind[];

/** What each thing more or less is worth, against the best plan of the shoot as it is. `should`: the points of a should set-up. */
export function PriceTables({ found, should }: { found: StoredPrices; should: number }) {
  const { base } = found;
  const tiers = TIERS.filter((tier) => base.setUpsIn[tier].of > 0);
  const open = base.bound === null ? null : Math.max(0, base.bound - base.objective.points);
  return (
    <>
      <p className={classes.told}>
        The shoot as it is:{" "}
        {tiers.map((tier) => `${base.setUpsIn[tier].in} of ${base.setUpsIn[tier].of} ${tier}`).join(", ")}{" "}
        set-ups in the best plan found
        {open === null
          ? "."
          : open < 1
            ? ", and none is better, as is proved."
            : `; a better one could bring ${worthText(open, should)} at most.`}
      </p>
      {KINDS.map((kind) => {
        const prices = found.prices.filter((price) => price.kind === kind);
        if (prices.length === 0) return null;
        return (
          <Panel key={kind} title={TITLES[kind].title} note={TITLES[kind].note}>
            {kind === "window" ? <Frontier prices={prices} /> : null}
            <table className={`table ${classes.prices}`} aria-label={TITLES[kind].title}>
              <thead>
                <tr>
                  <th scope="col">With this changed</th>
                  <th scope="col" className="number">
                    found
                  </th>
                  <th scope="col" className="number">
                    by the duals
                  </th>
                  <th scope="col" className="number">
                    at most
                  </th>
                </tr>
              </thead>
              <tbody>
                {prices.map((price) => (
                  <tr key={price.id}>
                    <th scope="row">
                      {price.words}
                      {price.note ? <div className="muted small">{price.note}</div> : null}
                    </th>
                    <td className="number">{heldText(price, found)}</td>
                    <td className="number">
                      {price.byDuals === null ? "not settled" : worthText(price.byDuals, should)}
                      {price.byDuals && price.hours && price.hours > 1 ? (
                        <div className="muted small">
                          {worthText(price.byDuals / price.hours, should)} an hour, of{" "}
                          {count(Math.round(price.hours), "hour")}
                        </div>
                      ) : null}
                    </td>
                    <td className="number muted">{atMostText(price, found, should) || "not proved"}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Panel>
        );
      })}
      <p className="muted small">
        Found: a plan that stands and keeps the book holds so many set-ups more or fewer; a longer search may
        find more. By the duals: what it is worth at the margin, by how much more or less the days could bring
        with it, were set-ups divisible. At most: no plan is worth more with it, as is proved; of a loss, it
        costs at least so much.
        {should > 0
          ? ` Worth is told in should set-ups: one counts ${should.toLocaleString("en")} points, by the rule Tiers.`
          : ""}{" "}
        Must set-ups come before all points: where one more or fewer has a place, that is said instead. A
        longer window is worth what a shorter one is at least, for its last day need not be used.
      </p>
    </>
  );
}
