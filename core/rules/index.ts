import type { Rule } from "../model/rule.ts";
import { insideWindow } from "./inside-window.ts";
import { mustScenes } from "./must-scenes.ts";

/** The rules that judge, in the order of the book. One file and one line each. */
export const rules: readonly Rule[] = [insideWindow, mustScenes];
