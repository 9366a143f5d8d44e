import type { Solve } from "#server/db/solves.ts";
import { viewOf } from "#server/solves/watch.ts";
import { Busy } from "./busy.tsx";
import { solvePath } from "./solve-path.ts";

/** In the place of a form: what is being worked out elsewhere. `path`: of the page of proposals. */
export async function Elsewhere({ solve, path }: { solve: Solve; path: string }) {
  const { id, scenarioId, options } = solve;
  const { asks } = options;
  return (
    <Busy
      key={id}
      scenarioId={scenarioId}
      came={await viewOf(solve)}
      asks={asks}
      href={solvePath(path, { id, asks })}
    />
  );
}
