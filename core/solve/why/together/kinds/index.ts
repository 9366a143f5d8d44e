import type { TogetherKind } from "../ways.ts";
import { moreMinutes } from "./more-minutes.ts";
import { oneByOne } from "./one-by-one.ts";
import { oneOut } from "./one-out.ts";
import { unpinOne } from "./unpin-one.ts";
import { waiveOne } from "./waive-one.ts";

/** Every kind of way out for several strips, in the order in which they are tried while there is time. */
export const kinds: readonly TogetherKind[] = [moreMinutes, oneOut, ...oneByOne, unpinOne, waiveOne];
