import { capital } from "#core/base/format.ts";
import type { EntityName, Tables } from "#core/model/entities.ts";
import type { Patch, RowChange } from "#core/model/patch.ts";
import { rowName } from "#core/model/words/index.ts";
import { ownRuleId } from "#core/rules/own/own-rule.ts";
import { rulePath } from "#ui/rules/rule-path.ts";
import { rowKey } from "../station/kinds/index.ts";

/** Where a row can be seen: a page by its title, and the row on it. */
interface Place {
  readonly title: string;
  readonly page: string;
  /** Under the address of the scenario; absent: the page alone. */
  readonly row?: string;
}
type Fields = Readonly<Record<string, unknown>>;
type Where = (row: Fields) => Place;

const page =
  (path: string, title: string): Where =>
  () => ({ title, page: path });
const board = page("board", "Board");
const training = page("training", "Training");
const station: (entity: EntityName) => Where = (entity) => (row) => ({
  title: "Station",
  page: "station",
  row: `station/${encodeURIComponent(rowKey(entity, String(row.id)))}`,
});
const orbit: Where = ({ id }) => ({
  title: "Orbit data",
  page: "station/orbit",
  row: `station/orbit/${encodeURIComponent(String(id))}`,
});
const stripBy =
  (field: string): Where =>
  (row) => ({ title: "Board", page: "board", row: `board?strip=${encodeURIComponent(String(row[field]))}` });
const sceneBy =
  (field: string): Where =>
  (row) => ({ title: "Scenes", page: "scenes", row: `scenes/${encodeURIComponent(String(row[field]))}` });
const personBy =
  (field: string): Where =>
  (row) => ({ title: "People", page: "people", row: `people/${encodeURIComponent(String(row[field]))}` });
const ruleBy =
  (idOf: (row: Fields) => string): Where =>
  (row) => ({ title: "Rules", page: "rules", row: rulePath("", idOf(row)).slice(1) });

/** On which page every table can be seen. */
export const WHERE: { readonly [N in EntityName]: Where } = {
  person: personBy("id"),
  contact: page("reports/call-sheet", "Call sheet"),
  role: page("people", "People"),
  certificate: training,
  holding: training,
  course: training,
  trainingSession: training,
  attendance: training,
  elementSet: orbit,
  ephemeris: orbit,
  houseRule: ruleBy(({ id }) => String(id)),
  shootWindow: page("overview", "Overview"),
  windowClaim: page("overview", "Overview"),
  module: station("module"),
  flight: page("people", "People"),
  seat: personBy("personId"),
  shootDay: board,
  banner: board,
  hatch: page("station", "Station"),
  pane: station("pane"),
  lamp: station("lamp"),
  stationEvent: station("stationEvent"),
  kit: station("kit"),
  exerciseDevice: station("exerciseDevice"),
  groundSite: station("groundSite"),
  groundTarget: station("groundTarget"),
  relayPass: station("relayPass"),
  scene: sceneBy("id"),
  element: page("scenes", "Scenes"),
  sceneElement: sceneBy("sceneId"),
  strip: stripBy("id"),
  setUp: sceneBy("sceneId"),
  assignment: stripBy("stripId"),
  sceneOrder: sceneBy("thenSceneId"),
  crewBlock: personBy("personId"),
  handover: personBy("outgoingPersonId"),
  clearance: ruleBy(() => "clearance"),
  restoration: sceneBy("sceneId"),
  publishedStrip: stripBy("stripId"),
  changeRequest: stripBy("stripId"),
  allocation: page("reports/crew-time", "Crew time"),
  consent: page("reports/crew-time", "Crew time"),
  ruleSetting: ruleBy(({ id }) => String(id)),
  ownRule: ruleBy(({ id }) => ownRuleId({ id } as Parameters<typeof ownRuleId>[0])),
  waiver: ({ id }) => ({
    title: "Rules",
    page: "rules",
    row: `rules/waivers/${encodeURIComponent(String(id))}`,
  }),
};

export interface PlaceLink {
  readonly href: string;
  readonly title: string;
}

function linkOf(tables: Tables, { entity, id, before, after }: RowChange, base: string): PlaceLink {
  const now = (tables[entity] as unknown as readonly ({ readonly id: string } & Fields)[]).find(
    (r) => r.id === id,
  );
  const place = WHERE[entity](now ?? { ...before, ...after, id });
  // What is gone is seen where it was.
  const isThere = now !== undefined && place.row !== undefined;
  return isThere
    ? {
        href: `${base}/${place.row}`,
        title: `${capital(rowName(tables, entity, id))}, ${place.title.toLowerCase()}`,
      }
    : { href: `${base}/${place.page}`, title: place.title };
}

/** As many places of an edit are linked. */
const MOST = 2;

/** Where what an edit changed can be seen: the rows themselves if they are few, else their pages. */
export function placesOf(tables: Tables, patch: Patch, base: string): readonly PlaceLink[] {
  const links = new Map(
    patch.slice(0, 200).map((change) => {
      const link = linkOf(tables, change, base);
      return [link.href, link];
    }),
  );
  if (links.size <= MOST) return [...links.values()];
  const pages = new Map(
    patch.map(({ entity, id, before, after }) => {
      const { title, page: path } = WHERE[entity]({ ...before, ...after, id });
      return [path, { href: `${base}/${path}`, title }];
    }),
  );
  return [...pages.values()].slice(0, MOST);
}
