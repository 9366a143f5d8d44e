import { expect, test } from "vitest";
import { dateText, issueText } from "./heading.ts";

test.each([
  [0, "White, first issue"],
  [1, "Revision 1, blue"],
  [8, "Revision 8, cherry"],
  [9, "Revision 9, second blue"],
  [17, "Revision 17, third blue"],
  [99, "Revision 99, another yellow"],
])("issue %i is %s", (issue, text) => {
  expect(issueText(issue)).toBe(text);
});

test("a date with its weekday", () => {
  expect(dateText("2021-10-08")).toBe("Fri 8 Oct 2021");
});
