import { err, ok, type Result } from "#core/base/result.ts";
import { type OrbitRecord, type Vetting, type VettingOptions, vetRecords } from "#core/orbit/vet.ts";
import { readOemKvn } from "./oem/read-kvn.ts";
import { readOemXml } from "./oem/read-xml.ts";
import { readOmmJson } from "./omm/read-json.ts";
import { readOmmKvn } from "./omm/read-kvn.ts";
import { readOmmXml } from "./omm/read-xml.ts";
import { readTle } from "./tle/read.ts";

interface Records {
  readonly records: readonly OrbitRecord[];
  /** Parts of the text that are no records. */
  readonly refusals: readonly string[];
}

/** A way in which orbit data is written. */
interface OrbitFormat {
  readonly title: string;
  /** Told by the first characters of a text, blanks and a byte-order mark left out. */
  recognises(head: string): boolean;
  read(text: string): Result<Records, string>;
}

const HEAD = 4_000;
const isXmlOf = (root: string) => (head: string) =>
  head.startsWith("<") && new RegExp(`<(?:\\w+:)?${root}[\\s>]`).test(head);
const isKvnOf = (key: string) => (head: string) =>
  new RegExp(`^(?:COMMENT[^\\n]*\\n\\s*)*${key}\\s*=`).test(head);

const single = (record: OrbitRecord): Records => ({ records: [record], refusals: [] });
const messages = (fields: readonly Readonly<Record<string, string>>[]): Records => ({
  records: fields.map((each, i) => ({ kind: "omm", where: `Message ${i + 1}`, fields: each })),
  refusals: [],
});
const mapped = <T>(read: Result<T, string>, into: (value: T) => Records): Result<Records, string> =>
  read.ok ? ok(into(read.value)) : read;

/** The formats of orbit data: a new one is a folder and an entry here. The first that recognises a text reads it. */
const orbitFormats: readonly OrbitFormat[] = [
  {
    title: "CCSDS OEM (XML)",
    recognises: isXmlOf("oem"),
    read: (text) =>
      mapped(readOemXml(text), (message) => single({ kind: "oem", where: "The ephemeris", message })),
  },
  {
    title: "CCSDS OEM (KVN)",
    recognises: isKvnOf("CCSDS_OEM_VERS"),
    read: (text) =>
      mapped(readOemKvn(text), (message) => single({ kind: "oem", where: "The ephemeris", message })),
  },
  {
    title: "CCSDS OMM (XML)",
    recognises: isXmlOf("omm"),
    read: (text) => mapped(readOmmXml(text), messages),
  },
  {
    title: "CCSDS OMM (KVN)",
    recognises: isKvnOf("(?:CCSDS_OMM_VERS|OBJECT_NAME)"),
    read: (text) => mapped(readOmmKvn(text), messages),
  },
  {
    title: "CCSDS OMM (JSON)",
    recognises: (head) => /^[[{]/.test(head),
    read: (text) => mapped(readOmmJson(text), messages),
  },
  {
    title: "two-line element sets",
    recognises: (head) => /^[12] /m.test(head),
    read: (text) =>
      mapped(readTle(text), ({ sets, refusals }) => ({
        refusals,
        records: sets.map(({ at, name, line1, line2 }) => ({
          kind: "tle",
          where: `The set at line ${at}`,
          name,
          lines: [line1, line2],
        })),
      })),
  },
];

/** NASA's ephemerides of the station have 3 MB; lists of element sets of all satellites 2 MB. */
const MOST_CHARACTERS = 20_000_000;
const MOST_SENTENCES = 50;

function readRecords(text: string): Result<Records, string> {
  if (text.length > MOST_CHARACTERS)
    return err(
      `The file has ${Math.ceil(text.length / 1e6)} million characters; 20 million are the most that orbit data has.`,
    );
  const body = text.replace(/^\uFEFF/, "");
  const head = body.slice(0, HEAD).trimStart();
  if (head === "") return err("The file is empty.");
  if (head.includes("\u0000") || head.includes("\uFFFD"))
    return err("The file is not text in UTF-8; save it as that.");
  const format = orbitFormats.find((each) => each.recognises(head));
  if (!format)
    return err(
      "This is no orbit data: neither two-line element sets, nor an OMM (JSON, KVN, XML), nor an OEM (KVN, XML).",
    );
  const read = format.read(body);
  if (!read.ok) return err(`This looks like ${format.title}, but it cannot be read: ${read.error}`);
  return read;
}

/** Sentences beyond the fiftieth are counted, not listed. */
const shortened = (sentences: readonly string[]): readonly string[] =>
  sentences.length > MOST_SENTENCES
    ? [...sentences.slice(0, MOST_SENTENCES), `And ${sentences.length - MOST_SENTENCES} more like these.`]
    : sentences;

/**
 * What a text holds of orbit data and what would be adopted of it, whatever its format: it is told by its content.
 * Bounded before anything is parsed; pure, and nothing is kept.
 */
export function vetOrbitData(text: string, options: VettingOptions): Vetting {
  const read = readRecords(text);
  if (!read.ok) return { adoptable: [], warnings: [], refusals: [read.error] };
  const vetting = vetRecords(read.value.records, options);
  const refusals = [...read.value.refusals, ...vetting.refusals];
  if (refusals.length === 0 && vetting.adoptable.length === 0 && vetting.warnings.length === 0)
    refusals.push("The file holds no orbit data.");
  return { ...vetting, warnings: shortened(vetting.warnings), refusals: shortened(refusals) };
}
