import { databaseDoor } from "./database.ts";
import { type Io, perform, processIo } from "./perform.ts";
import type { Verb } from "./verb.ts";

export interface ListedVerb {
  /** What is typed; may be two words. */
  readonly id: string;
  readonly usage: string;
  readonly summary: string;
  /** A verb loads what it needs only when it is asked for. */
  load(): Promise<Verb>;
}

/** Every verb, in the order of the help. One file and one line each. */
export const verbs: readonly ListedVerb[] = [
  {
    id: "check",
    usage: "check <production|file> [--scenario NAME] [--json]",
    summary: "does the plan fit: verdict, minutes in hand, findings",
    load: () => import("./check.ts").then((m) => m.check),
  },
  {
    id: "solve",
    usage:
      "solve <production|file> [--scenario NAME] [--only-boneyard] [--seconds N] [--rounds N] [--seed N] [--move-points N] [--save NAME] [-o FILE] [--json]",
    summary: "the best plan that is found: objective by part, bound, gap, strips",
    load: () => import("./solve.ts").then((m) => m.solve),
  },
  {
    id: "why",
    usage:
      "why <production|file> [--scene NUMBER] [--scenario NAME] [--seconds SECONDS] [--steps N] [--seed N] [--json]",
    summary: "why a scene is not in: what cannot all hold, and ways out with their price",
    load: () => import("./why.ts").then((m) => m.why),
  },
  {
    id: "light",
    usage:
      "light [<production|file> [--scenario NAME] | --elements FILE [--satellite NUMBER]] [--from ISO] [--to ISO] [--definition WORD] [--json|--csv]",
    summary: "every sunrise and sunset, spans of day and night, passes, targets, beta",
    load: () => import("./light.ts").then((m) => m.light),
  },
  {
    id: "orbit",
    usage: "orbit --ephemeris FILE [--nodes] [--from ISO] [--to ISO] [--object ID] [--json]",
    summary: "what an ephemeris holds: span, events, ascending nodes",
    load: () => import("./orbit.ts").then((m) => m.orbit),
  },
  {
    id: "call-sheet",
    usage: "call-sheet <production|file> --day NUMBER [--scenario NAME] [-o FILE.pdf] [--json]",
    summary: "the call sheet of a day, as PDF or JSON",
    load: () => import("./call-sheet.ts").then((m) => m.callSheet),
  },
  {
    id: "report",
    usage: "report <id> <production|file> [--day NUMBER] [--scenario NAME] [-o FILE.pdf] [--json]",
    summary: "any report: call-sheet, one-liner, day-out-of-days, crew-time",
    load: () => import("./report.ts").then((m) => m.report),
  },
  {
    id: "export",
    usage: "export <production|file> [-o FILE] [--json]",
    summary: "a whole production as one JSON file, a bundle",
    load: () => import("./export.ts").then((m) => m.exportVerb),
  },
  {
    id: "import",
    usage: "import <file> [--owner EMAIL] [--json]",
    summary: "a bundle as a new production",
    load: () => import("./import.ts").then((m) => m.importVerb),
  },
  {
    id: "seed",
    usage: "seed <name> [--password PASSWORD] [--json]",
    summary: "a production that comes with the program, and its producer",
    load: () => import("./seed.ts").then((m) => m.seed),
  },
  {
    id: "generate",
    usage: "generate [--scenes N] [--days N] [--seed N] [-o FILE] [--json]",
    summary: "a synthetic production of any size as a bundle: to measure with, and to try things on",
    load: () => import("./generate.ts").then((m) => m.generate),
  },
  {
    id: "user add",
    usage:
      "user add --email EMAIL --name NAME [--password PASSWORD] [--production SLUG --role ROLE] [--json]",
    summary: "somebody who can sign in",
    load: () => import("./user-add.ts").then((m) => m.userAdd),
  },
  {
    id: "link",
    usage: "link [--email EMAIL] [--base URL] [--json]",
    summary: "an address that signs somebody in, once, within a day",
    load: () => import("./link.ts").then((m) => m.link),
  },
  {
    id: "bench talent",
    usage: "bench talent <file.dzn> [--json]",
    summary: "the order of scenes that pays a cast least, with proof; an instance in MiniZinc's form",
    load: () => import("./bench-talent.ts").then((m) => m.benchTalent),
  },
  {
    id: "help",
    usage: "help [<verb>] [--json]",
    summary: "what the verbs do",
    load: () => import("./help.ts").then((m) => m.help),
  },
];

/** Runs a command line; the exit status is what it returns. Nothing is thrown. */
export async function main(
  argv: readonly string[],
  io: { ensureDatabase(): Promise<void> } & Partial<Io>,
): Promise<number> {
  const door = databaseDoor(() => io.ensureDatabase());
  return perform(argv, verbs, { ...processIo(), ...io }, door);
}
