import Link from "next/link";
import { sourceParts } from "./facts/facts-section.ts";

/** Where a rule is from; sections of the facts are links to them. `path`: of the rules. */
export function SourceText({ source, path }: { source: string; path: string }) {
  return sourceParts(source).map(({ text, section }, i) =>
    section ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence, which never change places
      <Link key={i} href={`${path}/facts/${section}`} scroll={false}>
        {text}
      </Link>
    ) : (
      text
    ),
  );
}
