import type { Failure } from "#server/failure.ts";

/** What the server refused, in words. */
export function sentenceOf(failure: Failure): string {
  if ("message" in failure && failure.message) return failure.message;
  if (failure.kind === "invalid")
    return Object.entries(failure.fields)
      .flatMap(([field, messages]) => (messages ?? []).map((message) => `${field}: ${message}.`))
      .join("\n");
  return failure.kind === "not-found"
    ? "It was removed just now. Run the same command again."
    : "This cannot be done.";
}
