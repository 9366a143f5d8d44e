import Link from "next/link";
import type { ProposalEffect } from "./proposal-effect.ts";

/** So many are named at once; the rest opens. */
export const SHOWN = 16;

/** What has no place, each with the way to ask why. */
export function StillOut({
  strips,
  to,
}: {
  strips: ProposalEffect["stillOut"];
  to: (page: string) => string;
}) {
  return (
    <>
      Without a place still; why not {strips.length === 1 ? "scene" : "scenes"}{" "}
      {strips.slice(0, SHOWN).map(({ stripId, scene }, i) => (
        <span key={stripId}>
          {i === 0 ? "" : ", "}
          <Link href={to(`why?strip=${encodeURIComponent(stripId)}`)} aria-label={`Why not scene ${scene}?`}>
            {scene}
          </Link>
        </span>
      ))}
      {strips.length > SHOWN ? (
        <>
          {" "}
          and <Link href={to("why")}>{strips.length - SHOWN} more</Link>
        </>
      ) : null}
      ?
    </>
  );
}
