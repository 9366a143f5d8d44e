import type { Database } from "#server/db/client.ts";

/** The way to the database: nothing of it is loaded, and no server started, until a verb opens it. */
export interface DatabaseDoor {
  /** @throws DatabaseUnavailable */
  open(): Promise<Database>;
  close(): Promise<void>;
  /** Is this error the database's absence, and not our mistake? */
  isAbsence(error: unknown): Promise<boolean>;
}

/** It cannot be reached or used; the message says why. */
export class DatabaseUnavailable extends Error {}

export function databaseDoor(ensureDatabase: () => Promise<void>): DatabaseDoor {
  let isOpen = false;
  return {
    async open() {
      await ensureDatabase().catch((error: unknown) => {
        throw new DatabaseUnavailable(error instanceof Error ? error.message : String(error), {
          cause: error,
        });
      });
      isOpen = true;
      const { database } = await import("#server/db/client.ts");
      return database();
    },
    async close() {
      if (!isOpen) return;
      const { closeDatabase } = await import("#server/db/client.ts");
      await closeDatabase();
    },
    async isAbsence(error) {
      if (error instanceof DatabaseUnavailable) return true;
      if (!isOpen) return false;
      const { isDatabaseDown } = await import("#server/unavailable.ts");
      return isDatabaseDown(error);
    },
  };
}
