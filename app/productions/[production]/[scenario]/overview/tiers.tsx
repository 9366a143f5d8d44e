import type { Facts } from "#core/model/facts.ts";
import type { MinutesInHand } from "#core/model/finding.ts";
import { TIERS } from "#core/model/scene.ts";
import { Panel } from "#ui/parts/panel.tsx";
import classes from "./overview.module.css";

const n = (value: number) => value.toLocaleString("en").replace("-", "−");
const less = (value: number) => (value === 0 ? "0 min" : `−${n(value)} min`);

/** Set-ups placed or shot of each tier, and the sum that makes the minutes in hand. */
export function Tiers({ facts, minutes }: { facts: Facts; minutes: MinutesInHand }) {
  const setUps = [...facts.setUps.values()];
  const isIn = (s: (typeof setUps)[number]) =>
    s.isShot || (s.stripId !== null && facts.placed.has(s.stripId));
  return (
    <Panel title="Set-ups placed" note={`${n(facts.scenes.size)} scenes`}>
      {TIERS.map((tier) => {
        const all = setUps.filter((s) => s.tier === tier);
        const placed = all.filter(isIn).length;
        return (
          <div key={tier} className={classes.bar}>
            <span>{tier}</span>
            <span className={classes.track}>
              <i
                className={classes.fill}
                data-complete={placed === all.length && all.length > 0 ? "" : undefined}
                style={{ width: `${all.length ? (placed / all.length) * 100 : 0}%` }}
              />
            </span>
            <span>
              {placed}/{all.length}
            </span>
          </div>
        );
      })}
      <dl className={classes.sum}>
        <dt>Shootable</dt>
        <dd>{n(minutes.shootable)} min</dd>
        <dt>Placements and travel</dt>
        <dd>{less(minutes.placements + minutes.travel)}</dd>
        <dt>Must, not placed</dt>
        <dd>{less(minutes.mustNotPlaced)}</dd>
        <dt>Reserve</dt>
        <dd>{less(minutes.reserve)}</dd>
        <dt className={classes.total}>In hand</dt>
        <dd className={classes.total}>{n(minutes.inHand)} min</dd>
      </dl>
    </Panel>
  );
}
