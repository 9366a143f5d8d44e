"use client";

import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { sentenceOf } from "#ui/form/use-action-form.ts";
import { LinkButton } from "#ui/parts/link-button.tsx";
import { Mend } from "#ui/plan/mend.tsx";
import { carryOutRepair, offerRepairs } from "./actions.ts";

/** What would mend a finding of the stored plan. */
export function MendFinding({
  scenarioId,
  findingId,
  waiveHref,
  whyHref,
}: {
  scenarioId: string;
  findingId: string;
  waiveHref: string | null;
  /** Where a strip of it has no place. */
  whyHref: string | null;
}) {
  const router = useRouter();
  const revision = useRef(0);
  return (
    <Mend
      of={findingId}
      ask={async () => {
        const answer = await offerRepairs({ scenarioId, findingId });
        if (!answer.ok) throw new Error(sentenceOf(answer.error));
        revision.current = answer.value.revision;
        return answer.value;
      }}
      take={async ({ commandId, input, words }) => {
        const outcome = await carryOutRepair({
          scenarioId,
          baseRevision: revision.current,
          commandId,
          input,
        });
        if (outcome.ok) notifications.show({ message: `Done: ${words}`, color: "teal" });
        else notifications.show({ color: "danger", title: "Not done", message: sentenceOf(outcome.error) });
        router.refresh();
      }}
      beside={
        <>
          {whyHref ? (
            <LinkButton href={whyHref} size="compact-xs">
              Why not?
            </LinkButton>
          ) : null}
          {waiveHref ? (
            <LinkButton href={waiveHref} size="compact-xs">
              Waive…
            </LinkButton>
          ) : null}
        </>
      }
    />
  );
}
