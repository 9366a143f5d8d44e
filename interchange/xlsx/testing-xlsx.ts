import { inflateRawSync } from "node:zlib";
import { SaxesParser } from "saxes";

/** Files of an archive by its central directory, as a reader finds them. */
export function filesOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const data = Buffer.from(bytes);
  const end = data.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  const files: Record<string, string> = {};
  let at = data.readUInt32LE(end + 16);
  for (let i = 0; i < data.readUInt16LE(end + 10); i++) {
    const isPacked = data.readUInt16LE(at + 10) !== 0;
    const [length, nameLength] = [data.readUInt32LE(at + 20), data.readUInt16LE(at + 28)];
    const local = data.readUInt32LE(at + 42);
    const from = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const content = data.subarray(from, from + length);
    const text = (isPacked ? inflateRawSync(content) : content).toString("utf8");
    files[data.toString("utf8", at + 46, at + 46 + nameLength)] = text;
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return files;
}

/** Cells of each sheet by their place; the parser refuses what is no XML. */
export function cellsOf(bytes: Uint8Array): readonly Readonly<Record<string, string | number>>[] {
  const files = filesOf(bytes);
  const shared = textsIn(files["xl/sharedStrings.xml"] ?? "<sst/>", "si");
  return Object.keys(files)
    .filter((path) => /^xl\/worksheets\/[^_/]*\.xml$/.test(path))
    .sort()
    .map((path) => cellsIn(files[path] ?? "", shared));
}

function textsIn(xml: string, tag: string): readonly string[] {
  const texts: string[] = [];
  read(xml, {
    open: (name) => {
      if (name === tag) texts.push("");
    },
    text: (more) => {
      if (texts.length > 0) texts[texts.length - 1] += more;
    },
  });
  return texts;
}

function cellsIn(xml: string, shared: readonly string[]): Record<string, string | number> {
  const cells: Record<string, string | number> = {};
  let [place, isShared] = ["", false];
  read(xml, {
    open: (name, attributes) => {
      if (name === "c") [place, isShared] = [attributes.r ?? "", attributes.t === "s"];
    },
    text: (value) => {
      cells[place] = isShared ? (shared[Number(value)] ?? "") : Number(value);
    },
  });
  return cells;
}

interface Reader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(value: string): void;
}
function read(xml: string, { open, text }: Reader): void {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => open(name, attributes));
  parser.on("text", text);
  parser.write(xml).close();
}
