import { count } from "#core/base/format.ts";
import { TIERS } from "#core/model/scene.ts";
import type { PriceKind } from "#core/solve/prices/index.ts";
import type { StoredPrices } from "#server/db/solves.ts";
import { Panel } from "#ui/parts/panel.tsx";
import { atMostText, heldText, marginText, worthText } from "../solve-words.ts";
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
            : `; a better one could bring at most ${worthText(open, should)}.`}
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
                    at the margin
                  </th>
                  <th scope="col" className="number">
                    at best
                  </th>
                </tr>
              </thead>
              <tbody>
                {prices.map((price) => (
                  <tr key={price.id}>
                    <th scope="row">
                      {price.words}
                      <Below price={price} />
                    </th>
                    <td className="number">{heldText(price, found)}</td>
                    <td className="number">
                      {marginText(price, found, should)}
                      {price.byDuals && price.hours && price.hours > 1 ? (
                        <div className="muted small">
                          {worthText(price.byDuals / price.hours, should)} an hour
                        </div>
                      ) : null}
                    </td>
                    <td className="number muted">{atMostText(price, found, should)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Panel>
        );
      })}
    </>
  );
}

/** Under the name of what is changed: how many hours it is in all, and why it is worth what it is. */
function Below({ price: { hours, note } }: { price: StoredPrices["prices"][number] }) {
  const all = hours !== null && hours > 1 ? `${count(Math.round(hours), "hour")} in all.` : "";
  const told = [all, note].filter(Boolean).join(" ");
  return told ? <div className="muted small">{told}</div> : null;
}

/** What the columns say. */
export function HowToRead({ should }: { should: number }) {
  return (
    <Panel title="How to read it">
      <dl className={classes.words}>
        <dt>Found</dt>
        <dd>
          So many set-ups more or fewer are in a plan that was found and keeps the book. A longer search may
          find a better one.
        </dd>
        <dt>At the margin</dt>
        <dd>
          What a little of it is worth, by the duals: by how much more or less the days could bring with it,
          were set-ups divisible.
        </dd>
        <dt>At best</dt>
        <dd>No plan is worth more with it, as is proved. Of a loss: it costs at least so much.</dd>
        {should > 0 ? (
          <>
            <dt>+1.5 should</dt>
            <dd>
              As much as one and a half should set-ups. One counts {should.toLocaleString("en")} points, by
              the rule Tiers; less than a tenth of one is told in points.
            </dd>
          </>
        ) : null}
        <dt>Must set-ups</dt>
        <dd>
          They come before all points: where one more or fewer has a place, that is said, and points are not.
        </dd>
      </dl>
    </Panel>
  );
}
