import { renderToBuffer } from "@react-pdf/renderer";
import type { EpochSeconds } from "#core/base/quantity.ts";
import { prepareFonts } from "./fonts.ts";
import { papers } from "./index.ts";

/**
 * A report's model as a PDF with its fonts inside. The same model and publication give the same bytes, anywhere.
 * `model` is what the report of this id built, fresh or read back from JSON.
 * @throws RangeError when no report has this id.
 */
export async function renderPdf(
  reportId: string,
  model: unknown,
  { publishedAt }: { readonly publishedAt: EpochSeconds },
): Promise<Uint8Array> {
  const paper = papers.find(({ id }) => id === reportId);
  if (!paper) throw new RangeError(`There is no paper for a report "${reportId}".`);
  await prepareFonts();
  return new Uint8Array(await renderToBuffer(paper.document(model, new Date(publishedAt * 1000))));
}
