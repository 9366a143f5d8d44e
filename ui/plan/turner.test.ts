import { expect, test } from "vitest";
import type { EditAnswer, EditRequest, Turn, Turns } from "./edit-answer.ts";
import { serverTurner } from "./turner.ts";

const turn = (editId: string): Turn => ({ editId, description: `did ${editId}` });
const saved = (turns: Turns): EditAnswer => ({ kind: "saved", editId: "x", revision: 1, patch: [], turns });
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

function serving(turns: Turns, answers: EditAnswer[]) {
  const posted: EditRequest[] = [];
  const said: string[] = [];
  const turner = serverTurner(turns, {
    post: async (request) => {
      posted.push(request);
      return answers.shift() ?? { kind: "unreachable" };
    },
    turned: (way, description) => said.push(`${way}: ${description}`),
    failed: (way, _, message) => said.push(`no ${way}: ${message}`),
    newId: () => "id",
  });
  return { turner, posted, said };
}

test("pressed twice at once, the second takes what is last by then", async () => {
  const { turner, posted, said } = serving({ undo: turn("b"), redo: null }, [
    saved({ undo: turn("a"), redo: turn("ub") }),
    saved({ undo: null, redo: turn("ua") }),
  ]);
  turner.undo();
  turner.undo();
  expect(turner.state().waiting).toBe(2);
  await settled();
  expect(posted.map((p) => "undo" in p && p.undo)).toEqual(["b", "a"]);
  expect(said).toEqual(["undo: did b", "undo: did a"]);
  expect(turner.state()).toEqual({ undoable: null, redoable: "did ua", waiting: 0 });
  expect(turner.undo()).toBeNull();
});

test("redo turns the undo round", async () => {
  const { turner, posted } = serving({ undo: null, redo: turn("u") }, [
    saved({ undo: turn("e"), redo: null }),
  ]);
  expect(turner.redo()).toBe("did u");
  await settled();
  expect(posted).toEqual([{ clientId: "id", undo: "u" }]);
  expect(turner.state().undoable).toBe("did e");
});

test.each([
  {
    answer: { kind: "conflict", message: "Anna changed the same." } as const,
    says: "no undo: Anna changed the same.",
  },
  {
    answer: { kind: "unreachable" } as const,
    says: expect.stringMatching(/^no undo: The server cannot be reached/),
  },
])("$answer.kind: said, and it can be tried again", async ({ answer, says }) => {
  const { turner, said } = serving({ undo: turn("e"), redo: null }, [answer]);
  turner.undo();
  await settled();
  expect(said).toEqual([says]);
  expect(turner.state()).toEqual({ undoable: "did e", redoable: null, waiting: 0 });
});

test("what the server tells meanwhile waits until the undo is done", async () => {
  const { turner } = serving({ undo: turn("b"), redo: null }, [saved({ undo: turn("a"), redo: turn("ub") })]);
  turner.undo();
  turner.tell({ undo: turn("b"), redo: null });
  await settled();
  expect(turner.state().undoable).toBe("did a");
  turner.tell({ undo: turn("c"), redo: null });
  expect(turner.state()).toEqual({ undoable: "did c", redoable: null, waiting: 0 });
});
