import type { Metadata } from "next";
import { THROUGH, type Through } from "#core/model/through.ts";
import { hindrancesOf } from "#server/edits/hindrance.ts";
import { editorsOf, listEdits } from "#server/edits/history.ts";
import { planOfScenario } from "#server/snapshots.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Page } from "#ui/parts/page.tsx";
import { Empty } from "#ui/parts/state.tsx";
import { openScenario, type ScenarioParams } from "../open.ts";
import { Day } from "./day.tsx";
import { Filter } from "./filter.tsx";
import classes from "./history.module.css";
import { byDay, historyLine } from "./history-lines.ts";
import { KINDS } from "./kinds.ts";
import { THROUGH_WORDS } from "./through-words.ts";

export const metadata: Metadata = { title: "History" };

const PAGE = 50;
const throughIn = (asked: string | undefined): Through | undefined => THROUGH.find((each) => each === asked);
const idIn = (asked: string | undefined): string | undefined =>
  asked && /^[\w-]{1,64}$/.test(asked) ? asked : undefined;

export default async function HistoryPage({
  params,
  searchParams,
}: {
  params: ScenarioParams;
  searchParams: Promise<{ what?: string; who?: string; how?: string; before?: string }>;
}) {
  const { production, scenario, snapshot, mayEdit, segment } = await openScenario(params, "plan.view");
  const asked = await searchParams;
  const [who, how, before] = [asked.who, throughIn(asked.how), idIn(asked.before)];
  const kind = KINDS.find(({ id }) => id === asked.what);
  const of = { productionId: production.id, scenarioId: scenario.id };
  const [found, people, plan] = await Promise.all([
    listEdits(production.id, scenario.id, {
      ...{ author: who, through: how, entities: kind?.entities, before, limit: PAGE + 1 },
    }),
    editorsOf(production.id, scenario.id),
    planOfScenario(production.id, scenario.id),
  ]);
  // Whether an undo fits is seen on the whole plan; what is said, on what this reader may see.
  const whole = plan?.snapshot.tables ?? snapshot.tables;
  const path = scenarioPath(segment.production, segment.scenario, "history");
  const base = path.replace(/\/history$/, "");
  const { tables } = snapshot;
  const shown = found.slice(0, PAGE);
  const held = await hindrancesOf(
    of,
    whole,
    shown.filter(({ way }) => way !== null),
  );
  const lines = shown.map((line) => historyLine(tables, line, held.get(line.id) ?? null, base));
  const kept = Object.entries({ what: kind?.id, who, how }).flatMap(([key, value]) =>
    value ? [[key, value]] : [],
  );
  const last = lines.at(-1);
  const older = new URLSearchParams([...kept, ...(last ? [["before", last.id]] : [])] as string[][]);
  const isFiltered = kept.length > 0;
  return (
    <Page
      title="History"
      note="Every edit of this plan and of what all scenarios share, the latest first. Times are GMT."
    >
      <div className={classes.page}>
        {people.length > 0 ? (
          <Filter
            path={path}
            choice={{ what: kind?.id ?? null, who: who ?? null, how: how ?? null }}
            kinds={KINDS.map(({ id, title }) => ({ value: id, label: title }))}
            people={people}
            ways={THROUGH.map((value) => ({ value, label: THROUGH_WORDS[value] }))}
          />
        ) : null}
        {lines.length === 0 ? (
          <Empty
            title={isFiltered ? "No such edit" : before ? "No older edit" : "Nothing edited yet"}
            action={
              isFiltered || before ? (
                <LinkButton href={path}>All edits</LinkButton>
              ) : (
                <LinkButton href={`${base}/board`}>To the board</LinkButton>
              )
            }
          >
            {isFiltered
              ? "Nothing that was edited is all of what is chosen above. Leave one of the choices out."
              : "Here stands who changed what, and everything can be undone, even days later. Move a strip or set a rule, and it is told here."}
          </Empty>
        ) : (
          byDay(lines).map((day) => (
            <Day key={day.title} day={day} scenarioId={scenario.id} mayEdit={mayEdit} />
          ))
        )}
        {before || found.length > PAGE ? (
          <nav className={`${classes.pager} no-print`} aria-label="Pages of the history">
            {before ? (
              <LinkButton href={isFiltered ? `${path}?${new URLSearchParams(kept as string[][])}` : path}>
                Latest
              </LinkButton>
            ) : null}
            {found.length > PAGE ? <LinkButton href={`${path}?${older}`}>Older</LinkButton> : null}
          </nav>
        ) : null}
      </div>
    </Page>
  );
}
