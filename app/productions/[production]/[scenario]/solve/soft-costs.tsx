import Link from "next/link";
import { Panel } from "#ui/parts/panel.tsx";
import { Scroll } from "#ui/parts/scroll.tsx";
import { rulePath } from "#ui/rules/rule-path.ts";
import type { ProposalEffect } from "./proposal-effect.ts";
import type { Words } from "./proposal-words.ts";
import { whole } from "./solve-words.ts";

/** What each soft rule takes off, before and after. */
export function SoftCosts({
  parts,
  points,
  words,
  base,
}: Pick<ProposalEffect, "parts" | "points"> & { words: Words; base: string }) {
  return (
    <Panel title="What the soft rules cost" note="priority points, about a minute of the main unit each">
      {parts.length === 0 ? (
        <p className="muted small">
          Nothing: no soft rule is broken, {words.today} or {words.proposed}.
        </p>
      ) : (
        <Scroll label="Points by rule, before and after">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Rule</th>
                <th scope="col" className="number">
                  {words.today}
                </th>
                <th scope="col" className="number">
                  {words.proposed}
                </th>
              </tr>
            </thead>
            <tbody>
              {parts.map(({ ruleId, name, sentence, points: { before, after } }) => (
                <tr key={ruleId}>
                  <td>
                    <Link href={rulePath(base, ruleId)}>{name}</Link>
                    {sentence ? <div className="muted small">{sentence}</div> : null}
                  </td>
                  <td className="number">{whole(before)}</td>
                  <td className="number">{whole(after)}</td>
                </tr>
              ))}
              <tr>
                <td>
                  <b>Sum</b>
                </td>
                <td className="number">{whole(-points.before)}</td>
                <td className="number">{whole(-points.after)}</td>
              </tr>
            </tbody>
          </table>
        </Scroll>
      )}
    </Panel>
  );
}
