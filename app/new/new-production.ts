import * as z from "zod";
import { instant } from "#core/model/field.ts";

const MAX_DAYS = 120;

/** The form of a new production; the action parses with the same. */
export const newProduction = z
  .object({
    title: z.string().trim().min(1, "Give the production a title").max(120, "At most 120 characters"),
    titleLocal: z.string().trim().max(120, "At most 120 characters"),
    slug: z
      .string()
      .trim()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "Use small letters, digits and hyphens")
      .max(60, "At most 60 characters"),
    company: z.string().trim().max(60, "At most 60 characters"),
    template: z.string().min(1, "Choose a station"),
    homeZone: z.string().refine(isZone, "Choose a time zone"),
    opensAt: instant,
    closesAt: instant,
    crew: z
      .string()
      .refine((text) => crewOf(text).length > 0, "Name at least the director: one person a line")
      .refine((text) => crewOf(text).length <= 60, "At most 60 people"),
    scenes: z.string().max(2_000_000, "At most 2 MB of text"),
  })
  .refine((v) => v.opensAt < v.closesAt, { error: "The hatch closes after it opens", path: ["closesAt"] })
  .refine((v) => v.closesAt - v.opensAt <= MAX_DAYS * 86_400, {
    error: `A window has at most ${MAX_DAYS} days`,
    path: ["closesAt"],
  });

export type NewProductionInput = z.input<typeof newProduction>;

/** "Klim Shipenko, director and camera": a name, and after the first comma what they do. */
export const crewOf = (text: string): readonly { name: string; duties: string }[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [name = "", ...duties] = line.split(",");
      return { name: name.trim().slice(0, 200), duties: duties.join(",").trim().slice(0, 500) };
    })
    .filter(({ name }) => name !== "");

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone !== "";
  } catch {
    return false;
  }
}

/** The short name of a zone at an instant, such as MSK or CET; `GMT+3` where the zone has none. */
export const zoneLabel = (zone: string, at: Date): string =>
  zone === "Europe/Moscow"
    ? "MSK"
    : (
        new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "short" })
          .formatToParts(at)
          .find((part) => part.type === "timeZoneName")?.value ?? zone
      ).slice(0, 8);

/** Title to address: "The Second Film!" → `the-second-film`. */
export const slugOf = (title: string): string =>
  title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
