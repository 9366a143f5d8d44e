import type { Metadata } from "next";
import Link from "next/link";
import { duration } from "#core/base/format.ts";
import { factsOf } from "#core/model/facts.ts";
import { neededShootMinutes } from "#core/model/placed.ts";
import { TIERS } from "#core/model/scene.ts";
import { scenarioPath } from "#ui/frame/pages.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Page } from "#ui/parts/page.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { Empty } from "#ui/parts/state.tsx";
import { openScenario, type ScenarioParams } from "../open.ts";
import classes from "./why.module.css";
import { WhyAnswer } from "./why-answer.tsx";

export const metadata: Metadata = { title: "Why not" };

/** What keeps a scene out, and ways out with their price; beside it everything else that has no place. */
export default async function WhyPage({
  params,
  searchParams,
}: {
  params: ScenarioParams;
  searchParams: Promise<{ strip?: string }>;
}) {
  const { snapshot, scenario, segment, mayEdit } = await openScenario(params, "plan.view");
  const { strip: chosen } = await searchParams;
  const facts = factsOf(snapshot);
  const to = (page: string) => scenarioPath(segment.production, segment.scenario, page);
  const out = [...facts.strips.values()]
    .filter((strip) => strip.startsAt === null && strip.status !== "shot")
    .flatMap((strip) => {
      const scene = facts.scenes.get(strip.sceneId);
      const open = (facts.setUpsOfStrip.get(strip.id) ?? []).filter((setUp) => !setUp.isShot);
      const tier = TIERS.find((t) => open.some((setUp) => setUp.tier === t));
      return scene && tier ? [{ strip, scene, tier, min: neededShootMinutes(open) }] : [];
    })
    .sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || a.scene.order - b.scene.order);
  const shown = out.find(({ strip }) => strip.id === chosen) ?? out[0];
  const nameOf = ({ strip, scene }: (typeof out)[number]) =>
    `Scene ${scene.number}${strip.parts > 1 ? ` part ${strip.part}` : ""}`;
  return (
    <Page
      title="Why not"
      note={`${scenario.name}, plan revision ${scenario.revision}. Everything else stays where it stands; nothing is changed until you take a way out.`}
      actions={<LinkButton href={to("board")}>Board</LinkButton>}
    >
      {shown ? (
        <div className={classes.layout}>
          <Panel title="Without a place" note={String(out.length)}>
            <ul className={classes.out}>
              {out.map((each) => (
                <li key={each.strip.id} aria-current={each === shown ? "true" : undefined}>
                  <Link href={to(`why?strip=${each.strip.id}`)}>{nameOf(each)}</Link>
                  <span className="muted small">
                    {each.tier}, {duration(each.min)}, {each.scene.setName}
                  </span>
                </li>
              ))}
            </ul>
          </Panel>
          <WhyAnswer
            key={`${shown.strip.id} ${scenario.revision}`}
            scenarioId={scenario.id}
            stripId={shown.strip.id}
            name={nameOf(shown)}
            mayEdit={mayEdit}
            board={to(`board?strip=${shown.strip.id}`)}
          />
        </div>
      ) : (
        <Empty
          title="Everything has a place"
          action={<LinkButton href={to("board")}>To the board</LinkButton>}
        >
          Nothing lies in the boneyard that is still to be shot.
        </Empty>
      )}
    </Page>
  );
}
