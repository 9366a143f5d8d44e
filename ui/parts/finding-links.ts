import type { Tables } from "#core/model/entities.ts";
import type { Facts } from "#core/model/facts.ts";
import type { Finding } from "#core/model/finding.ts";
import type { PersonId } from "#core/model/ids.ts";
import { titleOf } from "#core/rules/in-force.ts";
import type { OwnRuleTables } from "#core/rules/own/own-rule.ts";
import { findingPath } from "#ui/rules/rule-path.ts";

/** The way to something that a finding names. */
export interface FindingLink {
  readonly kind: "strip" | "person" | "waiver" | "rule";
  readonly href: string;
  readonly text: string;
}
/** By the id of the finding; plain data, so that pages can hand it to the browser. */
export type FindingLinks = Readonly<Record<string, readonly FindingLink[]>>;

const PERSON = "person:";

/** Strips, people, the waiver and the rule of each finding. `base`: the address of the scenario's pages. */
export function findingLinks(
  findings: readonly Finding[],
  facts: Pick<Facts, "strips" | "scenes" | "people">,
  tables: OwnRuleTables & Pick<Tables, "waiver">,
  base: string,
): FindingLinks {
  const stripLink = (id: Finding["strips"][number]): readonly FindingLink[] => {
    const strip = facts.strips.get(id);
    if (!strip) return [];
    const number = facts.scenes.get(strip.sceneId)?.number ?? "?";
    const part = strip.parts > 1 ? ` ${strip.part}/${strip.parts}` : "";
    const href = `${base}/board?strip=${encodeURIComponent(id)}`;
    return [{ kind: "strip", href, text: `scene ${number}${part}` }];
  };
  const personLink = (id: PersonId): readonly FindingLink[] => {
    const person = facts.people.get(id);
    if (!person) return [];
    return [{ kind: "person", href: `${base}/people/${encodeURIComponent(id)}`, text: person.shortName }];
  };
  const waiverLink = (id: Finding["waiverId"]): readonly FindingLink[] => {
    const waiver = tables.waiver.find((row) => row.id === id);
    if (!waiver) return [];
    const href = `${base}/rules/waivers/${encodeURIComponent(waiver.id)}`;
    return [{ kind: "waiver", href, text: `waived by ${waiver.signedBy}` }];
  };
  return Object.fromEntries(
    findings.map((finding) => {
      // What cannot be judged of a person names them by its group.
      const of = finding.groupKey.startsWith(PERSON)
        ? [finding.groupKey.slice(PERSON.length) as PersonId]
        : [];
      return [
        finding.id,
        [
          ...finding.strips.flatMap(stripLink),
          ...[...new Set([...finding.people, ...of])].flatMap(personLink),
          ...waiverLink(finding.waiverId),
          { kind: "rule", href: findingPath(base, finding), text: titleOf(finding.ruleId, tables) },
        ],
      ];
    }),
  );
}
