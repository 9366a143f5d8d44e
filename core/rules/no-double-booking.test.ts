import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import type { Job } from "../model/job.ts";
import { judge } from "./judge.ts";
import { noDoubleBooking } from "./no-double-booking.ts";

const twoScenes = (second: string) =>
  plan({
    person: [row("person", "Shipenko")],
    scene: [row("scene", "7"), row("scene", "8")],
    strip: [
      row("strip", "s7", { sceneId: "7", startsAt: at("8T10:00"), shootMin: minutes(60) }),
      row("strip", "s8", { sceneId: "8", startsAt: at(second), shootMin: minutes(60) }),
    ],
    assignment: ["s7", "s8"].map((stripId) =>
      row("assignment", stripId, { stripId, job: "direct", personId: "Shipenko" }),
    ),
  });

test.each([
  { name: "one call right after another is one at a time", second: "8T11:00", both: 0 },
  { name: "one minute of overlap costs one", second: "8T10:59", both: 1 },
  { name: "the same hour costs it all", second: "8T10:00", both: 60 },
])("$name", ({ second, both }) => {
  expect(judge(noDoubleBooking, twoScenes(second)).amount).toBe(both);
});

/** Scene 7: set-up A with the role on camera, B with nobody on camera; A or both with a camera that flies. */
const jobsOf = (jobs: readonly Job[], over: { acts?: boolean; moving?: boolean } = {}) =>
  plan({
    person: [row("person", "Shipenko")],
    role: [row("role", "Zhenya", { personId: "Shipenko" })],
    scene: [row("scene", "7")],
    strip: [
      row("strip", "s7", {
        sceneId: "7",
        startsAt: at("8T10:00"),
        rigMin: minutes(20),
        shootMin: minutes(60),
      }),
    ],
    setUp: [
      row("setUp", "7A", {
        sceneId: "7",
        stripId: "s7",
        roleIds: over.acts ? ["Zhenya"] : [],
        movingCamera: over.moving ?? false,
      }),
      row("setUp", "7B", { sceneId: "7", stripId: "s7", label: "B", order: 1 }),
    ],
    assignment: jobs.map((job) => row("assignment", job, { stripId: "s7", job, personId: "Shipenko" })),
  });

test.each<{ name: string; jobs: readonly Job[]; over?: Parameters<typeof jobsOf>[1]; both: number }>([
  {
    name: "direct, camera, light and sound go together",
    jobs: ["direct", "camera", "light", "sound"],
    both: 0,
  },
  { name: "dress goes with them: its work is rig and strike", jobs: ["camera", "dress", "assist"], both: 0 },
  {
    name: "who acts may direct, light and record",
    jobs: ["direct", "light", "sound"],
    over: { acts: true },
    both: 0,
  },
  { name: "who acts operates no camera in that set-up", jobs: ["camera"], over: { acts: true }, both: 30 },
  {
    name: "a spotter does nothing else while the camera flies",
    jobs: ["spotter", "sound"],
    over: { moving: true },
    both: 30,
  },
  {
    name: "a spotter is not on camera either",
    jobs: ["spotter"],
    over: { moving: true, acts: true },
    both: 30,
  },
  { name: "a spotter alone is one thing", jobs: ["spotter"], over: { moving: true }, both: 0 },
  { name: "a spotter is free while it does not fly", jobs: ["spotter", "sound"], both: 0 },
  { name: "an escort may operate a camera that stands", jobs: ["escort", "camera"], both: 0 },
  { name: "but none that flies", jobs: ["escort", "camera"], over: { moving: true }, both: 30 },
])("$name", ({ jobs, over, both }) => {
  expect(judge(noDoubleBooking, jobsOf(jobs, over)).amount).toBe(both);
});

test("says which scenes, or which jobs in which set-ups", () => {
  expect(judge(noDoubleBooking, twoScenes("8T10:45")).findings).toEqual([
    "Shipenko: 15 min on scenes 7 and 8 at once (8 Oct 10:45–11:00). | 15 hard | 8T10:45–8T11:00 | s7 s8 | Shipenko",
  ]);
  expect(judge(noDoubleBooking, jobsOf(["camera"], { acts: true })).findings).toEqual([
    "Shipenko: 30 min as on camera and camera operator at once, scene 7 set-up A. | 30 hard | 8T10:20–8T10:50 | s7 | Shipenko",
  ]);
});
