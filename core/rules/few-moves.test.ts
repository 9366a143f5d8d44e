import { expect, test } from "vitest";
import { at, plan, row } from "../model/build.ts";
import { fewMoves } from "./few-moves.ts";
import { judge } from "./judge.ts";

/** One strip a day and word: scene and module. */
const planOf = (...works: readonly string[]) =>
  plan({
    module: ["nauka", "zvezda"].map((id) => row("module", id)),
    scene: ["1", "2", "ground"].map((id) => row("scene", id, { unit: id === "ground" ? "landing" : "main" })),
    strip: works.map((work, i) => {
      const [sceneId = "", moduleId = null] = work.split(" ");
      return row("strip", `s${i}`, { sceneId, moduleId, startsAt: at(`${6 + i}T10:00`) });
    }),
  });

test.each([
  { works: ["1 nauka"], moves: 0 },
  { works: ["1 nauka", "1 nauka"], moves: 0 },
  { works: ["1 nauka", "2 nauka"], moves: 1 },
  { works: ["1 nauka", "2 nauka", "1 nauka"], moves: 2 },
  { works: ["1 nauka", "1 zvezda"], moves: 1 },
  { works: ["1 nauka", "2 zvezda", "1 nauka", "2 nauka"], moves: 3 },
  { works: ["1 nauka", "ground", "1 nauka"], moves: 0 },
])("$works: $moves", ({ works, moves }) => {
  expect(judge(fewMoves, planOf(...works)).amount).toBe(moves);
});

test("tells moves from re-rigs, and the strips that begin with one", () => {
  const { messages, violations } = judge(fewMoves, planOf("1 nauka", "2 nauka", "2 zvezda", "1 nauka"));
  expect(messages).toEqual([
    "The main unit makes 2 moves from module to module and 1 re-rig for another scene.",
  ]);
  expect(violations).toMatchObject([{ points: 45, strips: ["s1", "s2", "s3"] }]);
});

test("tells only what there is, one or several; other units, and strips in no module, neither move nor re-rig", () => {
  expect(judge(fewMoves, planOf("1 nauka", "2 nauka", "1 nauka")).findings).toEqual([
    "The main unit makes 2 re-rigs for another scene. | 2 soft = 30 points | no span | s1 s2 | nobody",
  ]);
  expect(judge(fewMoves, planOf("1 nauka", "1 zvezda")).findings).toEqual([
    "The main unit makes 1 move from module to module. | 1 soft = 15 points | no span | s1 | nobody",
  ]);
  expect(judge(fewMoves, planOf("1 nauka", "ground zvezda", "1", "1 nauka")).findings).toEqual([]);
  expect(judge(fewMoves, planOf("1 nauka", "2", "2 nauka"), { pointsPerUnit: 4 }).findings).toEqual([
    "The main unit makes 1 re-rig for another scene. | 1 soft = 4 points | no span | s2 | nobody",
  ]);
});
