import { expect, test } from "vitest";
import { cut } from "./terminal.ts";

test.each([
  { line: "14 s", columns: 80, says: "14 s" },
  { line: "1234567", columns: 8, says: "1234567" },
  { line: "12345678", columns: 8, says: "123456…" },
  { line: "−188,580 points", columns: 6, says: "−188…" },
  { line: "12", columns: 1, says: "…" },
])("$line on $columns columns", ({ line, columns, says }) => expect(cut(line, columns)).toBe(says));
