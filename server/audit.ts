import type { Transaction } from "./db/client.ts";
import type { User } from "./user.ts";

export const AUDITED = [
  "production.created",
  "production.removed",
  "production.exported",
  "scenario.branched",
  "scenario.renamed",
  "scenario.removed",
  "scenario.made-current",
  "member.added",
  "member.removed",
  "callsheet.published",
  "user.added",
] as const;
export type Audited = (typeof AUDITED)[number];

/** Notes what somebody did, in the transaction that does it. Edits of plans are not noted here: they are their own history. */
export async function audited(
  tx: Transaction,
  entry: {
    readonly action: Audited;
    /** Null: the command line, on the machine itself. */
    readonly user: User | null;
    readonly production: { readonly id: string; readonly title: string } | null;
    /** A sentence for people: "Branched “What if” from “Main”". */
    readonly description: string;
  },
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      action: entry.action,
      description: entry.description,
      userId: entry.user?.id ?? null,
      userName: entry.user?.name ?? "command line",
      productionId: entry.production?.id ?? null,
      productionTitle: entry.production?.title ?? "",
    },
  });
}
