import { count } from "#core/base/format.ts";
import type { Price, Prices } from "#core/solve/prices/index.ts";
import { atMostWorth, foundPoints, marginWorth, setUpsText, unitOf } from "./price-words.ts";
import classes from "./prices.module.css";

/** What each is worth, a column for each unit. */
export function PriceTable({
  title,
  prices,
  found,
  should,
}: {
  title: string;
  prices: readonly Price[];
  found: Prices;
  /** The points of a should set-up. */
  should: number;
}) {
  const unit = unitOf(should);
  const isOfHours = prices.some(({ hours }) => hours !== null);
  return (
    <table className={`table ${classes.prices}`} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">With this changed</th>
          <Head says="found" unit="set-ups" />
          <Head says="found" unit="points" />
          <Head says="at the margin" unit={isOfHours ? `${unit} an hour` : unit} />
          <Head says="at best" unit={unit} />
        </tr>
      </thead>
      <tbody>
        {prices.map((price) => (
          <tr key={price.id}>
            <th scope="row">
              {price.words}
              <Below price={price} />
            </th>
            <td className="number">{setUpsText(price, found)}</td>
            <td className="number">{foundPoints(price, found)}</td>
            <td className="number">{marginWorth(price, found, should)}</td>
            <td className="number muted">{atMostWorth(price, found, should)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head({ says, unit }: { says: string; unit: string }) {
  return (
    <th scope="col" className="number">
      {says},<br />
      <span className={classes.unit}>{unit}</span>
    </th>
  );
}

/** Under the name of what is changed: how many hours it is in all, and why it is worth what it is. */
function Below({ price: { hours, note } }: { price: Price }) {
  const all = hours !== null && hours > 1 ? `${count(Math.round(hours), "hour")} in all.` : "";
  const told = [all, note].filter(Boolean).join(" ");
  return told ? <div className="muted small">{told}</div> : null;
}
