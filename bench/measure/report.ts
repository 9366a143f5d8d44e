import { mkdirSync, writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { join, resolve } from "node:path";

/** How long runs took, in milliseconds. */
export interface Timing {
  readonly name: string;
  readonly runs: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly minMs: number;
  readonly maxMs: number;
  /** What else belongs to the figure. */
  readonly note?: string;
}

/** The value under which this share of the sorted values lies, by nearest rank. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;

const rounded = (ms: number) => Number(ms.toPrecision(4));

export function timingOf(name: string, times: readonly number[], note?: string): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    name,
    runs: sorted.length,
    medianMs: rounded(quantile(sorted, 0.5)),
    p95Ms: rounded(quantile(sorted, 0.95)),
    minMs: rounded(sorted[0] ?? Number.NaN),
    maxMs: rounded(sorted.at(-1) ?? Number.NaN),
    ...(note === undefined ? {} : { note }),
  };
}

const cell = (ms: number) => (ms >= 100 ? ms.toFixed(0) : ms.toFixed(2));

/** Prints the table, and writes it with the machine it was measured on to reports/bench-<name>.json. */
export function report(name: string, timings: readonly Timing[], remarks: readonly string[] = []): void {
  const [cpu] = cpus();
  const machine = {
    node: process.version,
    cpu: cpu?.model ?? "unknown",
    cores: cpus().length,
    platform: `${platform()} ${arch()}`,
  };
  const rows = [
    ["", "runs", "median ms", "p95", "min", "max", ""],
    ...timings.map((t) => [
      t.name,
      String(t.runs),
      cell(t.medianMs),
      cell(t.p95Ms),
      cell(t.minMs),
      cell(t.maxMs),
      t.note ?? "",
    ]),
  ];
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]) =>
    row.map((text, i) => (i === 0 || i === 6 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0)));
  console.log(`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}\n`);
  console.log(rows.map((row) => line(row).join("  ").trimEnd()).join("\n"));
  for (const remark of remarks) console.log(`\n${remark}`);
  const folder = resolve("reports");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `bench-${name}.json`);
  writeFileSync(path, `${JSON.stringify({ bench: name, version: 1, machine, timings, remarks }, null, 2)}\n`);
  console.log(`\n${path}`);
}
