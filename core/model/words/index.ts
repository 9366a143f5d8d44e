import { capital, count, list } from "../../base/format.ts";
import type { EntityName, Tables } from "../entities.ts";
import type { Patch, RowChange } from "../patch.ts";
import { filmWords } from "./film.ts";
import { peopleWords } from "./people.ts";
import { ruleWords } from "./rules.ts";
import { stationWords } from "./station.ts";
import type { FieldWords, Look, RuleBook, TableWords } from "./word.ts";

/** How every table is told, and every field of it. One entry each. */
export const tableWords: { readonly [N in EntityName]: TableWords<N> } = {
  ...filmWords,
  ...peopleWords,
  ...stationWords,
  ...ruleWords,
};

type Row = { readonly id: string } & Readonly<Record<string, unknown>>;
/** A table's words, its own row type forgotten. */
interface AnyWords {
  readonly one: string;
  readonly many: string;
  readonly fields: Readonly<Record<string, FieldWords>>;
  name(row: Row, look: Look): string;
  whole?(row: Row, look: Look): string;
  tell?(before: Row | null, after: Row | null, look: Look): string | null;
}
const wordsOf = (entity: EntityName) => tableWords[entity] as unknown as AnyWords;

/** Without the book a rule is told by its id in words, and parameters are not told apart. */
const NO_BOOK: RuleBook = {
  titleOf(ruleId) {
    const words = ruleId.startsWith("own:") ? "own rule" : ruleId.replaceAll("-", " ");
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  },
  defaultsOf: () => ({}),
  parameterOf: () => null,
  unitOf: () => "",
};

function lookOf(tables: Tables, patch: Patch, book: RuleBook): Look {
  const inPatch = (entity: EntityName, id: unknown) => {
    const change = patch.find((c) => c.entity === entity && c.id === id && (!c.before || !c.after));
    return (change?.before ?? change?.after ?? undefined) as Row | undefined;
  };
  const look: Look = {
    tables,
    book,
    of(entity, id) {
      const rows = tables[entity] as unknown as readonly Row[];
      const row = rows.find((each) => each.id === id) ?? inPatch(entity, id);
      const { one, name } = wordsOf(entity);
      return row ? name(row, look) : `a ${one} that is gone`;
    },
  };
  return look;
}

const MOST_FIELDS = 5;

/** What a change of a row does, without the row: `rig 20 min → 30 min, pinned`. */
function changeText({ entity, id, before, after }: RowChange, look: Look): string {
  const { fields, tell } = wordsOf(entity);
  const row = (look.tables[entity] as unknown as readonly Row[]).find((each) => each.id === id);
  const told = tell && row ? tell(row, { ...row, ...after }, look) : null;
  if (told !== null && told !== "") return told;
  const phrases = [
    ...new Set(
      Object.keys(after ?? {}).map(
        (field) => fields[field]?.(before?.[field], after?.[field], look) ?? "changed",
      ),
    ),
  ];
  const shown = phrases.slice(0, MOST_FIELDS);
  const more = phrases.length - shown.length;
  return [...shown, ...(more > 0 ? [`${count(more, "more change")}`] : [])].join(", ");
}

/** What a row is called in the middle of a sentence: "set-up A of scene 34". */
export const rowName = (tables: Tables, entity: EntityName, id: string): string =>
  lookOf(tables, [], NO_BOOK).of(entity, id);

/** `2 strips, 1 job`. */
function countsOf(changes: readonly RowChange[]): string {
  const entitiesIn = [...new Set(changes.map(({ entity }) => entity))];
  return list(
    entitiesIn.map((entity) => {
      const { one, many } = wordsOf(entity);
      return count(changes.filter((change) => change.entity === entity).length, one, many);
    }),
  );
}

/** Rows that come or go: the first named, the others counted. */
function wholeText(changes: readonly RowChange[], main: RowChange, verb: string, look: Look): string {
  const { many, name, whole, tell } = wordsOf(main.entity);
  const row = (main.after ?? main.before) as Row;
  const alike = changes.filter(({ entity }) => entity === main.entity);
  const others = changes.filter(({ entity }) => entity !== main.entity);
  const rest = others.length > 0 ? `, with ${countsOf(others)}` : "";
  if (alike.length > 1) return `${alike.length} ${many} ${verb}${rest}`;
  const told = tell?.(main.before as Row | null, main.after as Row | null, look) ?? null;
  if (told !== null) return `${capital(name(row, look))}: ${told}${rest}`;
  return `${capital((whole ?? name)(row, look))} ${verb}${rest}`;
}

/**
 * A patch in words, for the undo button, the history and conflicts: `Scene 34: length 1 pages → 1 4/8 pages`. `tables` are those
 * before it; with the names of that moment, so that it can be read when they are gone. No ids, no names of fields, and nothing that
 * viewers of a plan may not see.
 */
export function tellPatch(tables: Tables, patch: Patch, book: RuleBook = NO_BOOK): string {
  const look = lookOf(tables, patch, book);
  const added = patch.filter(({ before }) => before === null);
  const removed = patch.filter(({ after }) => after === null);
  const changed = patch.filter(({ before, after }) => before !== null && after !== null);
  const [firstAdded] = added;
  const lastRemoved = removed.at(-1);
  const [firstChanged] = changed;
  if (firstAdded && !lastRemoved) return wholeText(added, firstAdded, "added", look);
  // What goes takes others with it and comes last; who only lose it are not told.
  if (lastRemoved && !firstAdded) return wholeText(removed, lastRemoved, "removed", look);
  if (firstAdded && lastRemoved) return capital(`${countsOf(added)} added, ${countsOf(removed)} removed`);
  if (!firstChanged) return "Nothing changed";
  if (changed.length > 1) return `${countsOf(changed)} changed`;
  return `${capital(look.of(firstChanged.entity, firstChanged.id))}: ${changeText(firstChanged, look)}`;
}

/** Each row of a patch in words, for who wants to know exactly; names are those of `tables`. */
export function tellRows(tables: Tables, patch: Patch, book: RuleBook = NO_BOOK): readonly string[] {
  const look = lookOf(tables, patch, book);
  return patch.map((change) => {
    if (change.before && change.after)
      return `${capital(look.of(change.entity, change.id))}: ${changeText(change, look)}`;
    return wholeText([change], change, change.after ? "added" : "removed", look);
  });
}
