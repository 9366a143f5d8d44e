import { TIERS } from "#core/model/scene.ts";
import { type PriceKind, setUpsMore } from "#core/solve/prices/index.ts";
import type { StoredPrices } from "#server/db/solves.ts";
import { Panel } from "#ui/parts/panel.tsx";
import { Scroll } from "#ui/parts/scroll.tsx";
import { atMostText, priceText, signed, worth } from "../solve-words.ts";
import { Frontier } from "./frontier.tsx";

const TITLES: Readonly<Record<PriceKind, { title: string; note: string }>> = {
  hours: { title: "An hour more of someone", note: "granted on every day on which some is" },
  dayHours: { title: "An hour more on a day", note: "of everybody whose time is granted then" },
  moduleHours: { title: "An hour more of a module", note: "each time that the station takes it" },
  days: { title: "A day lost", note: "whatever the reason" },
  modules: { title: "A module closed for a day", note: "the day on which most is shot there" },
  window: { title: "A longer or shorter window", note: "days before the way home" },
};
/** As they are read, whatever came first. */
const KINDS = Object.keys(TITLES) as readonly PriceKind[];

/** What each thing more or less is worth: set-ups by tier and points, against the best plan of the shoot as it is. */
export function PriceTables({ found }: { found: StoredPrices }) {
  const tiers = TIERS.filter((tier) => found.base.setUpsIn[tier].of > 0);
  return (
    <>
      {KINDS.map((kind) => {
        const prices = found.prices.filter((price) => price.kind === kind);
        if (prices.length === 0) return null;
        return (
          <Panel key={kind} title={TITLES[kind].title} note={TITLES[kind].note}>
            {kind === "window" ? <Frontier prices={prices} /> : null}
            <Scroll label={`${TITLES[kind].title}: prices`}>
              <table className="table" aria-label={TITLES[kind].title}>
                <thead>
                  <tr>
                    <th scope="col">With this changed</th>
                    {tiers.map((tier) => (
                      <th scope="col" key={tier} className="number">
                        {tier} set-ups
                      </th>
                    ))}
                    <th scope="col" className="number">
                      points
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
                      {tiers.map((tier) => (
                        <td key={tier} className="number">
                          {signed(setUpsMore(price, found, tier))}
                        </td>
                      ))}
                      <td className="number">{priceText(price, found)}</td>
                      <td className="number muted">{atMostText(price, found)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          </Panel>
        );
      })}
      <p className="muted small">
        Against the best plan found for the shoot as it is:{" "}
        {tiers
          .map((tier) => `${found.base.setUpsIn[tier].in} of ${found.base.setUpsIn[tier].of} ${tier} set-ups`)
          .join(", ")}
        , {worth(found.base.objective.points)}. Every figure is a plan that stands and keeps the book; 0 says
        that none better was found in that time, and a longer search may find one. At most: what is proved, so
        that the thing is worth no more than this, whatever is planned with it; of hours each. A loss below 0
        costs at least as much. It stays wide until the bound has been worked at. Must set-ups come before all
        points: where one more or fewer has a place, that is said instead.
      </p>
    </>
  );
}
