import type { UnfinishedSolve } from "#server/solves.ts";

/** Where what is asked for is watched and shown. `path`: of the page of proposals. */
export const solvePath = (path: string, { id, asks }: UnfinishedSolve): string =>
  asks === "plan" ? `${path}?proposal=${id}` : `${path}/prices`;
