import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { scenarioPath } from "#ui/frame/pages.ts";
import { Inspector } from "#ui/tables/inspector.tsx";
import { openScenario, type ScenarioParams } from "../../../open.ts";
import classes from "../../rules.module.css";
import { factsSection } from "../facts-section.ts";

export const metadata: Metadata = { title: "Facts" };

type Params = Promise<Awaited<ScenarioParams> & { section: string }>;

const MARKS =
  "[S] sourced, [S2] second-hand, [C] computed, [I] inferred, [G] general knowledge: an assumption to be set otherwise.";

/** A section of docs/facts.md: what a rule's source names, with the addresses that it is from. */
export default async function FactsPage({ params }: { params: Params }) {
  const id = decodeURIComponent((await params).section);
  const { segment } = await openScenario(params, "plan.view");
  const text = await readFile(join(/* turbopackIgnore: true */ process.cwd(), "docs", "facts.md"), "utf8");
  const section = factsSection(text, id);
  if (!section) notFound();
  return (
    <Inspector
      title={`Facts §${id}: ${section.title}`}
      label="facts"
      note={MARKS}
      closeHref={scenarioPath(segment.production, segment.scenario, "rules")}
    >
      <ul className={classes.facts}>
        {section.lines.map((parts, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a file, which never change places
          <li key={line}>
            {parts.map(({ text: words, href }, part) =>
              href ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <a key={part} href={href} target="_blank" rel="noreferrer">
                  {words}
                </a>
              ) : (
                words
              ),
            )}
          </li>
        ))}
      </ul>
    </Inspector>
  );
}
