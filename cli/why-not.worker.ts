import { askWhy } from "./asking-why.ts";
import { asThread } from "./stoppable.ts";

/** The thread in which it is asked why scenes are not in, started by why.ts. */
await asThread(askWhy);
