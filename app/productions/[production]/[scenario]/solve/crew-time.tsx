import { Panel } from "#ui/parts/panel.tsx";
import { Scroll } from "#ui/parts/scroll.tsx";
import type { ProposalEffect } from "./proposal-effect.ts";
import type { Words } from "./proposal-words.ts";
import { whole } from "./solve-words.ts";

/** Time granted to the film, used before and after. */
export function CrewTime({ ledger, words }: Pick<ProposalEffect, "ledger"> & { words: Words }) {
  if (ledger.length === 0) return null;
  return (
    <Panel title="Crew time" note="minutes, all days">
      <Scroll label="Crew time before and after">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col" className="number">
                granted
              </th>
              <th scope="col" className="number">
                used
              </th>
              <th scope="col" className="number">
                {words.proposed}
              </th>
              <th scope="col" className="number">
                left
              </th>
            </tr>
          </thead>
          <tbody>
            {ledger.map(({ name, granted, used, personal }) => (
              <tr key={name}>
                <td>{name}</td>
                <td className="number">{whole(granted)}</td>
                <td className="number">{whole(used.before)}</td>
                <td className="number">
                  {whole(used.after)}
                  {personal.after > 0 ? (
                    <span className="muted"> and {whole(personal.after)} personal</span>
                  ) : null}
                </td>
                <td className="number" data-tone={granted < used.after ? "hard" : undefined}>
                  {whole(granted - used.after)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Panel>
  );
}
