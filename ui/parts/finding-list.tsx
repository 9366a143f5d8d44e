import { IconCircleFilled, IconQuestionMark, IconSignature, IconX } from "@tabler/icons-react";
import Link from "next/link";
import { amountText as amountOf } from "#core/base/format.ts";
import type { Finding } from "#core/model/finding.ts";
import type { Level } from "#core/model/rule.ts";
import type { FindingLink, FindingLinks } from "./finding-links.ts";
import classes from "./finding-list.module.css";
import { unbroken } from "./unbroken.ts";
import { untoldTime } from "./untold-time.ts";

export type FindingTone = "unknown" | "waived" | Level;
export const toneOf = (finding: Finding): FindingTone =>
  finding.kind === "unknown" ? "unknown" : finding.waiverId ? "waived" : finding.level;
const ICONS = {
  unknown: IconQuestionMark,
  hard: IconX,
  soft: IconCircleFilled,
  waived: IconSignature,
} as const;
const WORDS = { unknown: "Unknown", hard: "Violation", soft: "Worth a look", waived: "Waived" } as const;

/** `38 min`, `2 jobs missing`; nothing for unknown. */
export const amountText = ({ kind, amount, unit }: Finding): string =>
  kind === "unknown" ? "" : amountOf(amount, unit);

/** So many ways are shown at once; the rest opens. */
const SHOWN = 8;

const LinkLine = ({ links }: { links: readonly FindingLink[] }) =>
  links.map(({ kind, href, text }) => (
    <Link key={href} href={href} prefetch={false} data-kind={kind} aria-label={`${KINDS[kind]}${text}`}>
      {kind === "strip" ? text.replace("scene ", "") : text}
    </Link>
  ));
/** What stands before the name for those who do not see where it stands. */
const KINDS = { strip: "To ", person: "To ", waiver: "To ", rule: "Rule " } as const;

/** Strips, people and the rule that a finding names, each the way there. */
function Ways({ links, when }: { links: readonly FindingLink[]; when: string }) {
  const strips = links.filter(({ kind }) => kind === "strip");
  const others = links.filter(({ kind }) => kind !== "strip");
  return (
    <span className={classes.ways}>
      {when ? <span>{when}</span> : null}
      {strips.length > 0 ? <span>{strips.length === 1 ? "Scene" : "Scenes"}</span> : null}
      <LinkLine links={strips.slice(0, SHOWN)} />
      {strips.length > SHOWN ? (
        <details>
          <summary>{strips.length - SHOWN} more</summary>
          <span className={classes.ways}>
            <LinkLine links={strips.slice(SHOWN)} />
          </span>
        </details>
      ) : null}
      <LinkLine links={others} />
    </span>
  );
}

/**
 * Findings as lines: icon and colour, message, amount. `hrefOf` leads to the cause, `links` to everything that is named; `lead` stands
 * before each message.
 */
export function FindingList({
  findings,
  hrefOf,
  links,
  withTimes = false,
  lead = "",
}: {
  findings: readonly Finding[];
  hrefOf?: (finding: Finding) => string | null;
  links?: FindingLinks;
  /** With the time of each where its message does not tell it. */
  withTimes?: boolean;
  lead?: string;
}) {
  return (
    <ul className={classes.list}>
      {findings.map((finding) => {
        const tone = toneOf(finding);
        const Icon = ICONS[tone];
        const href = hrefOf?.(finding);
        return (
          <li key={finding.id} className={classes.item} data-tone={tone}>
            <Icon aria-label={WORDS[tone]} role="img" className={classes.icon} stroke={2.5} />
            <span>
              {lead ? <span className="muted">{lead} </span> : null}
              {href ? <Link href={href}>{unbroken(finding.message)}</Link> : unbroken(finding.message)}
              {links ? (
                <Ways links={links[finding.id] ?? []} when={withTimes ? untoldTime(finding) : ""} />
              ) : null}
            </span>
            <span className={classes.amount}>
              {amountText(finding)}
              {tone === "waived" ? ", waived" : ""}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The worst first. */
const TONES: readonly FindingTone[] = ["hard", "unknown", "soft", "waived"];

/** A dot, a cross or a question mark for how bad it is; used on strips and rows. */
export function FindingMark({ findings }: { findings: readonly Finding[] }) {
  const worst = TONES.find((tone) => findings.some((f) => toneOf(f) === tone));
  if (!worst) return null;
  const Icon = ICONS[worst];
  return (
    <span className={classes.mark} data-tone={worst} title={findings.map((f) => f.message).join("\n")}>
      <Icon aria-hidden className={classes.icon} stroke={2.5} />
      <span className="visually-hidden">{`${WORDS[worst]}: ${findings.length}`}</span>
    </span>
  );
}
