import type { CrewTimeModel } from "#core/report/crew-time.ts";
import { FIGURES, type Figure, type Figures } from "#core/report/crew-time-lines.ts";
import { type Sheet, xlsxOf } from "../xlsx/xlsx.ts";

const isPrice = (figure: Figure) => figure === "priceUsd" || figure === "listPriceUsd";
const heads = ({ columns }: Pick<CrewTimeModel, "columns">): Sheet["columns"] =>
  FIGURES.map((figure) => ({
    head: `${columns[figure].head}, ${isPrice(figure) ? "USD" : "min"}`,
    width: 15,
  }));
const cells = (figures: Figures) => FIGURES.map((figure) => figures[figure]);
const text = (head: string, width: number) => ({ head, width });
const minutes = (head: string) => ({ head: `${head}, min`, width: 13 });

/** The report as a workbook: accounts, days, the lines that both are sums of, and how each column is to be read. */
export const crewTimeXlsx = (model: CrewTimeModel): Promise<Uint8Array> =>
  xlsxOf([
    {
      name: "Accounts",
      columns: [text("Agency, person", 30), ...heads(model)],
      rows: model.rows.map((row) => [row.name, ...cells(row.figures)]),
    },
    {
      name: "Days",
      columns: [text("Person", 22), text("Date", 12), ...heads(model), text("For", 60)],
      rows: model.days.map((day) => [day.person, day.date ?? "no day", ...cells(day.figures), day.what]),
    },
    {
      name: "Lines",
      columns: [
        ...[text("Agency", 16), text("Person", 22), text("Date", 12), text("What", 44), text("From", 40)],
        ...["Call", "Brief", "Make-up", "Way", "Rounding"].map(minutes),
        ...heads(model),
      ],
      rows: model.lines.map(({ agency, person, date, what, how, charge, figures }) => [
        ...[agency, person, date ?? "no day", what, charge ? "" : how],
        ...(charge
          ? [charge.bound, charge.brief, charge.makeUp, charge.travel, Number(charge.rounding.toFixed(3))]
          : [null, null, null, null, null]),
        ...cells(figures),
      ]),
    },
    {
      name: "How it is counted",
      columns: [text("Column", 20), text("What it says", 120)],
      rows: [
        ...FIGURES.map((figure) => [model.columns[figure].head, model.columns[figure].note]),
        ...model.notes.map((note) => ["", note]),
      ],
    },
  ]);
