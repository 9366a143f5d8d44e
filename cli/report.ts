import { isoOf } from "#core/base/instant.ts";
import { epochSeconds } from "#core/base/quantity.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { reports } from "#core/report/index.ts";
import type { Report } from "#core/report/report.ts";
import { check } from "#core/rules/check.ts";
import type { JsonAnswers } from "./answers/index.ts";
import { write } from "./files.ts";
import { didYouMean } from "./nearest.ts";
import { openPlan } from "./plan-source.ts";
import { type Answer, type Call, defineVerb, type Refusal, STATUS, wrongUse } from "./verb.ts";

const options = {
  day: { value: "NUMBER", about: "the shoot day, where the report is of one" },
  scenario: { value: "NAME", about: "a scenario other than the current one" },
  output: {
    value: "FILE.pdf",
    short: "o",
    about: "where the PDF goes, - for standard output; without it, a name of its own in this folder",
  },
} as const;

/** Reports of one day say so by their parameters. */
const isOfADay = ({ params }: Report): boolean =>
  "shape" in params && typeof params.shape === "object" && "dayNumber" in (params.shape ?? {});

function paramsOf(report: Report, { tables, scenario }: ScenarioSnapshot, day?: string) {
  if (!isOfADay(report))
    return day === undefined
      ? ok({})
      : err(wrongUse(`The report ${report.id} is not of a day: leave --day out.`));
  const numbers = tables.shootDay.map((each) => each.number).sort((a, b) => a - b);
  const days =
    numbers.length > 0
      ? `The days of scenario ${scenario.name} are ${numbers.join(", ")}.`
      : `Scenario ${scenario.name} has no shoot days.`;
  if (day === undefined) return err(wrongUse(`Say which day: --day NUMBER. ${days}`));
  const dayNumber = Number(day);
  return /^-?\d+$/.test(day) && numbers.includes(dayNumber)
    ? ok({ dayNumber })
    : err(wrongUse(`There is no day ${day}. ${days}`));
}

/** The report of a plan as it stands: a draft, as nothing is published by making it here. */
export async function makeReport(
  verb: "call-sheet" | "report",
  report: Report,
  named: string,
  { options: { day, scenario, output }, wantsJson, now, database }: Call<typeof options>,
): Promise<Result<Answer, Refusal>> {
  if (output === "-" && wantsJson)
    return err(wrongUse("Only one of the PDF and the JSON can go to standard output."));
  const plan = await openPlan(named, scenario, database);
  if (!plan.ok) return plan;
  const params = paramsOf(report, plan.value, day);
  if (!params.ok) return params;

  const madeAt = epochSeconds(Math.floor(now().getTime() / 1000));
  const { production, scenario: made } = plan.value;
  const model = report.make(plan.value, check(plan.value), params.value, { madeAt, issue: 0, isDraft: true });
  const ownName = [production.slug, report.id, ...(day === undefined ? [] : [`day-${day}`])].join("-");
  const file = output ?? (wantsJson ? null : `${ownName}.pdf`);
  let pdf: Uint8Array = new Uint8Array();
  let notes: readonly string[] = [];
  if (file !== null) {
    const { renderPdf } = await import("#paper/render-pdf.ts");
    const { lostTexts } = await import("#paper/printable.ts");
    notes = lostTexts(model).map(
      ({ text, where }) =>
        `Printed with a question mark, as only Latin and Cyrillic letters can be: ${text} (${where})`,
    );
    pdf = await renderPdf(report.id, model, { publishedAt: madeAt });
    const written = file === "-" ? ok(null) : await write(file, pdf);
    if (!written.ok) return written;
  }
  const json = (): JsonAnswers["call-sheet"] | JsonAnswers["report"] => ({
    perigee: verb as "report",
    version: 1,
    production: { slug: production.slug, title: production.title },
    scenario: { name: made.name, revision: made.revision, isCurrent: made.isCurrent },
    report: report.id,
    title: report.title,
    file,
    model: model as Record<string, unknown>,
  });
  return ok({
    status: STATUS.done,
    json,
    output: () =>
      file === "-"
        ? pdf
        : `${file}: ${report.title} of ${production.title}, scenario ${made.name}, ${isoOf(madeAt)}, draft`,
    notes,
  });
}

export const report = defineVerb({
  positionals: [2, 2],
  options,
  async run(call) {
    const [id = "", named = ""] = call.positionals;
    const found = reports.find((each) => each.id === id);
    const ids = reports.map((each) => each.id);
    return found
      ? makeReport("report", found, named, call)
      : err(wrongUse(`There is no report "${id}". ${didYouMean(id, ids, "The reports are")}`));
  },
});

export { options as reportOptions };
