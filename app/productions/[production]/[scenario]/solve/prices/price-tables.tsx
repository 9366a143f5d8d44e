import { TIERS } from "#core/model/scene.ts";
import type { Price, PriceKind, Prices } from "#core/solve/prices/index.ts";
import { Panel } from "#ui/parts/panel.tsx";
import { Frontier } from "./frontier.tsx";
import { PriceTable } from "./price-table.tsx";
import { idleLossText, idleText, parted, worthText } from "./price-words.ts";
import classes from "./prices.module.css";

interface Titled {
  readonly title: string;
  readonly note: string;
  /** Drawn as well, one amount against the other. */
  readonly isCurve?: boolean;
  /** What is said in the place of rows that bring or cost nothing; null: each stays. */
  readonly idle: ((idle: readonly Price[], all: number, found: Prices, should: number) => string) | null;
}

const TITLES: Readonly<Record<PriceKind, Titled>> = {
  // Few rows, and what each is worth at the margin is what is asked.
  hours: { title: "An hour more of someone", note: "on every day on which time is granted", idle: null },
  dayHours: {
    title: "An hour more on a day",
    note: "of everybody whose time is granted then",
    idle: idleText,
  },
  moduleHours: {
    title: "An hour more of a module",
    note: "each time that the station takes it",
    idle: idleText,
  },
  days: { title: "A day lost", note: "whatever the reason", idle: idleLossText },
  modules: {
    title: "A module closed for a day",
    note: "the day on which most is shot there",
    idle: idleLossText,
  },
  window: {
    title: "A longer or shorter window",
    note: "days before the way home",
    idle: null,
    isCurve: true,
  },
};
/** As they are read, whatever came first. */
const KINDS = Object.keys(TITLES) as readonly PriceKind[];

/** What each thing more or less is worth, against the best plan of the shoot as it is. `should`: the points of a should set-up. */
export function PriceTables({ found, should }: { found: Prices; should: number }) {
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
        return prices.length > 0 ? (
          <Priced key={kind} {...TITLES[kind]} prices={prices} found={found} should={should} />
        ) : null;
      })}
    </>
  );
}

/** One kind of thing: the rows that say something, and in a sentence the others, which open. */
function Priced({
  title,
  note,
  idle: say,
  isCurve = false,
  prices,
  found,
  should,
}: Titled & { prices: readonly Price[]; found: Prices; should: number }) {
  const { telling, idle } = say ? parted(prices, found) : { telling: prices, idle: [] };
  return (
    <Panel title={title} note={note}>
      {isCurve ? <Frontier prices={prices} /> : null}
      {telling.length > 0 ? (
        <PriceTable title={title} prices={telling} found={found} should={should} />
      ) : null}
      {say && idle.length > 0 ? (
        <details className={classes.idle}>
          <summary>{say(idle, prices.length, found, should)}</summary>
          <PriceTable title={`${title}: the others`} prices={idle} found={found} should={should} />
        </details>
      ) : null}
    </Panel>
  );
}

/** What the columns say. */
export function HowToRead({ should }: { should: number }) {
  return (
    <Panel title="How to read it">
      <dl className={classes.words}>
        <dt>Found</dt>
        <dd>
          So many set-ups more or fewer are in a plan that was found and keeps the book, and by so many points
          it is worth more or less. A longer search may find a better one.
        </dd>
        <dt>At the margin</dt>
        <dd>
          What a little of it is worth, by the duals: by how much more or less the days could bring with it,
          were set-ups divisible. Of hours, what each of them is.
        </dd>
        <dt>At best</dt>
        <dd>No plan is worth more with it, as is proved. Of a loss: it costs at least so much.</dd>
        <dt>{should > 0 ? "Should set-ups, points" : "Points"}</dt>
        <dd>
          {should > 0
            ? `1.50 is worth as much as one and a half should set-ups. One counts ${should.toLocaleString("en")} priority points, by the rule Tiers; a point is about a minute of the main unit.`
            : "Priority points, about a minute of the main unit each."}
        </dd>
        <dt>Must set-ups</dt>
        <dd>
          They come before all points: where one more or fewer has a place, that is said, and points are not.
        </dd>
      </dl>
    </Panel>
  );
}
