import { SaxesParser } from "saxes";
import { err, ok, type Result } from "#core/base/result.ts";

/** An element without children of its own. */
export interface Leaf {
  readonly name: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a reader is told, in the order of the file. */
export interface XmlListener {
  opened?(name: string, attributes: Readonly<Record<string, string>>): void;
  leaf(leaf: Leaf): void;
  /** An element that has children ends. */
  closed?(name: string): void;
}

/** No format read here nests deeper than a dozen. */
const DEPTH = 64;
const LEAF_TEXT = 4_000;

class Refusal extends Error {}

/**
 * Reads XML from front to end and tells the listener of it; no tree is built. Refused in a sentence: what is not well
 * formed or cut off, document types and with them entities of their own, nesting past 64, a leaf longer than 4,000
 * characters. Of names only what stands after a colon is told.
 */
export function readXml(text: string, listener: XmlListener): Result<null, string> {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const local = (name: string) => name.slice(name.indexOf(":") + 1);
  const open: { attributes: Record<string, string>; isLeaf: boolean }[] = [];
  let words = "";
  const refuse = (reason: string): never => {
    throw new Refusal(`Line ${parser.line}: ${reason}`);
  };
  parser.on("error", (error) => refuse(`this is no well-formed XML (${reasonOf(error)}).`));
  parser.on("doctype", () => refuse("a document type is not read."));
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length === DEPTH) refuse(`it nests deeper than ${DEPTH}.`);
    const parent = open.at(-1);
    if (parent) parent.isLeaf = false;
    open.push({ attributes, isLeaf: true });
    words = "";
    listener.opened?.(local(name), attributes);
  });
  const gather = (more: string) => {
    words += more;
    if (words.length > LEAF_TEXT) refuse("an element holds more text than any should.");
  };
  parser.on("text", gather);
  parser.on("cdata", gather);
  parser.on("closetag", ({ name }) => {
    const { attributes, isLeaf } = open.pop() ?? { attributes: {}, isLeaf: false };
    if (isLeaf) listener.leaf({ name: local(name), text: words, attributes });
    else listener.closed?.(local(name));
    words = "";
  });
  try {
    parser.write(text).close();
    return ok(null);
  } catch (error) {
    if (error instanceof Refusal) return err(error.message);
    throw error;
  }
}

/** `file:1:2: reason.` without the place, and without what of the file may be in it. */
const reasonOf = (error: Error) =>
  error.message
    .replace(/^[^ ]*: /, "")
    .replace(/\.$/, "")
    .slice(0, 80);
