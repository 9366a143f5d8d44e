import writeXlsxFile from "write-excel-file/node";

/** A sheet of a workbook: its heads, and a row a line. Texts stay texts, whatever they begin with; null is an empty cell. */
export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly columns: readonly { readonly head: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What is nothing, or no number, is an empty cell. */
const cell = (value: string | number | null) => (value === "" || Number.isNaN(value) ? null : value);

/** A workbook for Excel and its like: heads in bold and held while the rows scroll, numbers as numbers. */
export const xlsxOf = (sheets: readonly Sheet[]): Promise<Uint8Array> =>
  writeXlsxFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      data: [
        columns.map(({ head }) => ({ value: head, fontWeight: "bold" as const })),
        ...rows.map((row) => row.map(cell)),
      ],
      stickyRowsCount: 1,
      orientation: "landscape" as const,
    })),
  ).toBuffer();
