import type { OemMessage, OemState } from "#core/orbit/oem.ts";

/** Twenty weeks of 4-minute states; a segment a burn, and a page of comments each. Bounds on what is held in memory. */
const MOST_STATES = 50_000;
const MOST_SEGMENTS = 200;
const MOST_COMMENTS = 10_000;

const HEADER = new Set(["CREATION_DATE", "ORIGINATOR"]);
const META = new Set([
  "OBJECT_NAME",
  "OBJECT_ID",
  "CENTER_NAME",
  "REF_FRAME",
  "TIME_SYSTEM",
  "START_TIME",
  "USEABLE_START_TIME",
  "USEABLE_STOP_TIME",
  "STOP_TIME",
]);

/** A message while it is read; what has no meaning here is not kept. */
export function draftMessage() {
  const header = new Map<string, string>();
  const comments: string[] = [];
  const segments: { meta: Record<string, string>; states: OemState[] }[] = [];
  let count = 0;
  return {
    comment(text: string) {
      if (comments.length < MOST_COMMENTS) comments.push(text.slice(0, 200));
    },
    header(key: string, value: string) {
      if (HEADER.has(key)) header.set(key, value.slice(0, 100));
    },
    /** What is wrong with one more, or null. */
    segment(): string | null {
      if (segments.length === MOST_SEGMENTS) return `It holds more than ${MOST_SEGMENTS} segments.`;
      segments.push({ meta: {}, states: [] });
      return null;
    },
    meta(key: string, value: string) {
      const segment = segments.at(-1);
      if (segment && META.has(key)) segment.meta[key] = value.slice(0, 100);
    },
    /** What is wrong with one more, or null. */
    state(state: OemState): string | null {
      if (count === MOST_STATES) return `It holds more than ${MOST_STATES} states.`;
      const segment = segments.at(-1);
      if (!segment) return "A state stands outside all segments.";
      segment.states.push(state);
      count += 1;
      return null;
    },
    message: (): OemMessage => ({
      createdAt: header.get("CREATION_DATE") ?? "",
      originator: header.get("ORIGINATOR") ?? "",
      comments,
      segments,
    }),
  };
}
