import { search } from "./searching.ts";
import { asThread } from "./stoppable.ts";

/** The thread in which a plan is searched for, started by solve.ts. */
await asThread(search);
