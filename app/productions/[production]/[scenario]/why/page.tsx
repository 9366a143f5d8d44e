import type { Metadata } from "next";
import { scenarioPath } from "#ui/frame/pages.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Page } from "#ui/parts/page.tsx";
import { openScenario, type ScenarioParams } from "../open.ts";
import { type About, Choice } from "./choice.tsx";
import { Musts, OneScene, SeveralScenes } from "./views.tsx";

export const metadata: Metadata = { title: "Why not" };

interface Search {
  readonly about?: string;
  readonly strip?: string;
  readonly scene?: string | readonly string[];
}

const NOTES: Record<About, string> = {
  one: "Everything else stays where it stands",
  several: "Whether they can all be in, wherever they and the others stand",
  musts: "Whether all of it can be in, wherever it and the rest stand",
};

/** What keeps scenes out, one beside the others or several at once, and ways out with their price. */
export default async function WhyPage({
  params,
  searchParams,
}: {
  params: ScenarioParams;
  searchParams: Promise<Search>;
}) {
  const { snapshot, scenario, segment, mayEdit } = await openScenario(params, "plan.view");
  const search = await searchParams;
  const about = aboutOf(search);
  const to = (page: string) => scenarioPath(segment.production, segment.scenario, page);
  const view = { snapshot, mayEdit, to };
  return (
    <Page
      title="Why not"
      note={`${scenario.name}, plan revision ${scenario.revision}. ${NOTES[about]}; nothing is changed until you take a way out.`}
      actions={<LinkButton href={to("board")}>Board</LinkButton>}
    >
      <Choice about={about} to={to} />
      {about === "one" ? <OneScene {...view} chosen={search.strip} /> : null}
      {about === "several" ? <SeveralScenes {...view} chosen={scenesOf(search)} /> : null}
      {about === "musts" ? <Musts {...view} /> : null}
    </Page>
  );
}

const aboutOf = (search: Search): About =>
  search.about === "musts" ? "musts" : search.about === "several" || search.scene ? "several" : "one";

const scenesOf = ({ scene = [] }: Search): readonly string[] => [
  ...new Set(typeof scene === "string" ? [scene] : scene),
];
