import type { JsonAnswers } from "./answers/index.ts";
import { type Arguments, readArguments } from "./arguments.ts";
import type { DatabaseDoor } from "./database.ts";
import type { ListedVerb } from "./index.ts";
import { didYouMean } from "./nearest.ts";
import { overview, verbHelp } from "./reference.ts";
import { cut } from "./terminal.ts";
import { notKnown, type Refusal, STATUS, type Status, wrongUse } from "./verb.ts";

/** Where answers go; a test gives its own. */
export interface Io {
  /** Standard output: the answer and nothing else. */
  print(content: string | Uint8Array): void;
  /** Standard error: everything else. */
  say(text: string): void;
  /** A line that takes the place of the one before, where somebody looks on; null takes it away. */
  progress(line: string | null): void;
  now(): Date;
}

/** A reader that has seen enough (`| head`) is no failure. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

export function processIo(): Io {
  if (!process.stdout.listeners("error").includes(ignoreClosedPipe))
    process.stdout.on("error", ignoreClosedPipe);
  return {
    print: (content) => void process.stdout.write(content),
    say: (text) => void process.stderr.write(text),
    progress: (text) => {
      if (process.stderr.isTTY)
        process.stderr.write(`\r${cut(harmless(text ?? ""), process.stderr.columns)}\u001b[K`);
    },
    now: () => new Date(),
  };
}

/** A title from a file must not steer the reader's terminal. */
const harmless = (text: string) => text.replace(/[^\P{Cc}\n\r\t]/gu, "\uFFFD");
const line = (text: string) => (text.endsWith("\n") ? text : `${text}\n`);
const json = (answer: object) => `${JSON.stringify(answer, null, 2)}\n`;

interface Asked {
  readonly listed: ListedVerb;
  readonly rest: readonly string[];
}

/** The verb at the head of a command line; `user add` is two words. */
function verbIn(argv: readonly string[], verbs: readonly ListedVerb[]): Asked | null {
  const listed = verbs.find(({ id }) => id.split(" ").every((word, i) => word === argv[i]));
  return listed ? { listed, rest: argv.slice(listed.id.split(" ").length) } : null;
}

function refuse({ status, message }: Refusal, wantsJson: boolean, io: Io): Status {
  const answer: JsonAnswers["error"] = { perigee: "error", version: 1, status, message };
  if (wantsJson) io.print(json(answer));
  io.say(harmless(line(message)));
  return status;
}

function unknownVerb(argv: readonly string[], verbs: readonly ListedVerb[]): Refusal {
  const ids = verbs.map(({ id }) => id);
  const typed = argv[0]?.startsWith("-") ? argv[0] : argv.slice(0, 2).join(" ");
  const [first = ""] = argv;
  const way = didYouMean(first, ids, "The verbs are");
  return wrongUse(
    first.startsWith("-")
      ? `The verb comes first, before ${typed}. ${didYouMean("", ids, "The verbs are")}`
      : `There is no verb "${first}". ${way}`,
  );
}

async function answer(asked: Asked, read: Arguments, io: Io, database: DatabaseDoor): Promise<Status> {
  const { wantsJson } = read;
  const verb = await asked.listed.load();
  const outcome = await verb.run({ ...read, now: io.now, progress: io.progress, database });
  if (!outcome.ok) return refuse(outcome.error, wantsJson, io);
  const { status, notes = [] } = outcome.value;
  const output = wantsJson ? json(outcome.value.json()) : outcome.value.output();
  io.print(typeof output === "string" ? harmless(line(output)) : output);
  for (const note of notes) io.say(harmless(line(note)));
  return status;
}

async function afterFailure(error: unknown, wantsJson: boolean, io: Io, door: DatabaseDoor): Promise<Status> {
  // The database client puts the reason last, after its own call and an excerpt of code.
  const reason = (error instanceof Error ? error.message : String(error)).trim().split("\n").at(-1) ?? "";
  if (await door.isAbsence(error))
    return refuse(
      notKnown(`The database cannot be used: ${reason}\nA bundle file needs none: perigee check FILE.`),
      wantsJson,
      io,
    );
  if (error instanceof Error && error.stack) io.say(line(error.stack));
  return refuse(notKnown(`Perigee made a mistake and cannot tell: ${reason}`), wantsJson, io);
}

/** From a command line to its exit status. Whatever fails is said, so that status 1 never means anything but "does not fit". */
export async function perform(
  argv: readonly string[],
  verbs: readonly ListedVerb[],
  io: Io,
  door: DatabaseDoor,
): Promise<Status> {
  const wantsJson = argv.includes("--json");
  const [first] = argv;
  if (first === undefined) {
    io.say(overview(verbs));
    return STATUS.wrongUse;
  }
  if (first === "--help" || first === "-h") {
    io.print(overview(verbs));
    return STATUS.done;
  }
  const asked = verbIn(argv, verbs);
  if (!asked) return refuse(unknownVerb(argv, verbs), wantsJson, io);
  try {
    const verb = await asked.listed.load();
    const read = readArguments(asked.rest, verb);
    if (!read.ok) return refuse(wrongUse(`${read.error}\nUse: perigee ${asked.listed.usage}`), wantsJson, io);
    if (read.value.wantsHelp) {
      io.print(verbHelp(asked.listed, verb));
      return STATUS.done;
    }
    return await answer(asked, read.value, io, door);
  } catch (error) {
    return await afterFailure(error, wantsJson, io, door);
  } finally {
    await door.close().catch(() => {}); // what was asked is answered
  }
}
