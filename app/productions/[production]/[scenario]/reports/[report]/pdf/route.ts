import { notFound } from "next/navigation";
import { reports } from "#core/report/index.ts";
import { renderPdf } from "#paper/render-pdf.ts";
import { openScenario } from "../../../open.ts";
import { draft } from "../../make.ts";

type Params = Promise<{ production: string; scenario: string; report: string }>;

/** The parameters of a report from its address: `?day=3`. */
const paramsOf = (search: URLSearchParams): Record<string, unknown> => {
  const day = search.get("day");
  return day !== null && /^-?\d{1,4}$/.test(day) ? { dayNumber: Number(day) } : {};
};

/** A report of the plan as it stands, as PDF. A draft until it is published, and every page says so. */
export async function GET(request: Request, { params }: { params: Params }) {
  const { report: id } = await params;
  const { snapshot, report: findings, segment } = await openScenario(params, "plan.view");
  const spec = reports.find((report) => report.id === id);
  const asked = spec?.params.safeParse(paramsOf(new URL(request.url).searchParams));
  if (!spec || !asked?.success) notFound();
  const context = draft();
  const pdf = await renderPdf(id, spec.make(snapshot, findings, asked.data, context), {
    publishedAt: context.madeAt,
  });
  const day = new URL(request.url).searchParams.get("day");
  const name = [
    segment.production,
    id,
    ...(day ? [`day-${day}`] : []),
    `r${snapshot.scenario.revision}`,
  ].join("-");
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${name}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
}
