import { rows } from "../rows.ts";

const PROGRESS = "2021-07-02T12:00:00Z";
const SOYUZ = "2021-10-05T15:00:00Z";
const BY_PROGRESS =
  "Generic kit: came on Progress MS-17, 13.75 kg in all [S] govoritmoskva.ru/news/279108; contents were not disclosed, this list is an assumption";
const BY_SOYUZ = "Generic kit: what came on the ship was not disclosed; assumption [G]";

const item = (
  id: string,
  name: string,
  category: string,
  quantity: number,
  massKg: number | null,
  aboardFrom: string,
  source: string,
) => ({ id, name, category, quantity, massKg, aboardFrom, source });

/** Mass is of one piece; the Progress list adds up to the published 13.75 kg. No make or model of the film's kit is known. */
export const kit = () =>
  rows("kit", [
    item("camera-a", "Digital cinema camera, body A (generic)", "camera", 1, 2.1, PROGRESS, BY_PROGRESS),
    item(
      "camera-b",
      "Digital cinema camera, body B, spare (generic)",
      "camera",
      1,
      2.1,
      PROGRESS,
      BY_PROGRESS,
    ),
    item("lens", "Prime lens (generic set of 4)", "camera", 4, 0.9, PROGRESS, BY_PROGRESS),
    item("battery", "Camera battery (generic)", "power", 6, 0.4, PROGRESS, BY_PROGRESS),
    item("led-panel", "LED panel, battery powered (generic)", "lighting", 3, 0.65, PROGRESS, BY_PROGRESS),
    item("clamp", "Clamp and handrail mount", "grip", 4, 0.2, PROGRESS, BY_PROGRESS),
    item("cables", "Cables and adapters, 28 V", "power", 1, 0.8, PROGRESS, BY_PROGRESS),
    item(
      "recorder",
      "Field recorder with two radio microphones (generic)",
      "sound",
      1,
      null,
      SOYUZ,
      BY_SOYUZ,
    ),
    item("card", "Memory card (generic)", "media", 12, null, SOYUZ, BY_SOYUZ),
    item("drive", "Solid-state drive (generic)", "media", 4, null, SOYUZ, BY_SOYUZ),
    item(
      "clapper",
      "Clapperboard",
      "camera",
      1,
      null,
      SOYUZ,
      "[S] aviaforum.ru/threads/kosmofilm-vyzov.48932: seen on the link",
    ),
    item(
      "helmet",
      "Rugby helmet for the operator",
      "safety",
      1,
      null,
      SOYUZ,
      "[S2] trendingnewsbuzzer.com (title)",
    ),
    item("make-up-bag", "Make-up bag", "make-up", 1, null, SOYUZ, BY_SOYUZ),
    item(
      "surgical-props",
      "Surgical instruments, drapes and drain (props)",
      "props",
      1,
      null,
      SOYUZ,
      BY_SOYUZ,
    ),
  ]);
