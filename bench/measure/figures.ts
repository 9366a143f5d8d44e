import { mkdirSync, writeFileSync } from "node:fs";
import { arch, cpus, loadavg, platform } from "node:os";
import { join, resolve } from "node:path";

export type Figures = Readonly<Record<string, string | number | boolean | null>>;

/** Prints rows of figures as a table, and writes them with the machine and its load to reports/bench-<name>.json. */
export function reportFigures(name: string, rows: readonly Figures[], remarks: readonly string[] = []): void {
  const [cpu] = cpus();
  const machine = {
    node: process.version,
    cpu: cpu?.model ?? "unknown",
    cores: cpus().length,
    platform: `${platform()} ${arch()}`,
    load: loadavg().map((load) => Number(load.toFixed(1))),
  };
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? "")))];
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  console.log(`\n${machine.cpu}, ${machine.cores} cores, load ${machine.load[0]}, Node ${machine.node}\n`);
  for (const line of lines)
    console.log(
      line
        .map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0)))
        .join("  ")
        .trimEnd(),
    );
  for (const remark of remarks) console.log(`\n${remark}`);
  const folder = resolve("reports");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `bench-${name}.json`);
  writeFileSync(
    path,
    `${JSON.stringify({ bench: name, version: 1, machine, figures: rows, remarks }, null, 2)}\n`,
  );
  console.log(`\n${path}`);
}
