/** What is wrong with a file, and where. Nothing of the file is echoed but names of fields. */
export interface Problem {
  /** `scenarios[0].tables.strip[3].startsAt`, a line of a table, or empty for the whole file. */
  readonly path: string;
  readonly message: string;
}
