"use client";

import { IconCheck, IconCloudOff, IconCloudUp } from "@tabler/icons-react";
import { count } from "#core/base/format.ts";
import classes from "./plan.module.css";
import type { Plan } from "./use-plan.ts";

/** "Saved", "Saving", "Offline, 2 edits kept": quiet, and always in words. */
export function SaveLine({ plan }: { plan: Pick<Plan, "save" | "waiting" | "mayEdit"> }) {
  if (!plan.mayEdit) return <span className={classes.save}>View only</span>;
  const Icon = { saved: IconCheck, saving: IconCloudUp, offline: IconCloudOff }[plan.save];
  const words = { saved: "Saved", saving: "Saving", offline: `Offline, ${count(plan.waiting, "edit")} kept` };
  return (
    <span className={classes.save} data-save={plan.save}>
      <Icon size={14} stroke={1.8} aria-hidden />
      {words[plan.save]}
    </span>
  );
}

/** What happens to edits without a network: a bar, not a wall. */
export function OfflineBar({ plan }: { plan: Pick<Plan, "save" | "waiting" | "retry"> }) {
  if (plan.save !== "offline") return null;
  return (
    <div className={classes.offline} role="status">
      <IconCloudOff size={15} stroke={1.8} aria-hidden />
      <span>
        No connection to the server. {count(plan.waiting, "edit is", "edits are")} kept on this page and sent
        when it answers; keep the page open.
      </span>
      <button type="button" className={classes.link} onClick={plan.retry}>
        Try now
      </button>
    </div>
  );
}

/** Says what an edit did to those who do not see it. */
export function Announcer({ said }: { said: Plan["said"] }) {
  return (
    <div className="visually-hidden" role="status" aria-live="polite" aria-label="What the last edit did">
      <span key={said.at}>{said.text}</span>
    </div>
  );
}
