import { expect, test } from "vitest";
import { span } from "#core/model/build.ts";
import { untoldTime } from "./untold-time.ts";

const hour = span("8T10:00", "8T11:00");
test.each([
  { message: "Scene 7: the Volga is not below.", at: hour, says: "8 Oct 10:00–11:00 GMT" },
  { message: "Scene 7 is asked for at 10:00.", at: hour, says: "" },
  { message: "Scene 7 is not placed.", at: null, says: "" },
])("beside “$message”: “$says”", ({ message, at, says }) =>
  expect(untoldTime({ message, span: at })).toBe(says),
);
