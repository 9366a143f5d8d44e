import { COMMON_OPTIONS } from "./arguments.ts";
import type { ListedVerb } from "./index.ts";
import { columns } from "./table.ts";
import type { Option, Options, Verb } from "./verb.ts";

const STATUSES =
  "Exit status: 0 fits or done, 1 does not fit, 2 wrong use, 3 unknown because data is missing.";

export const flag = (name: string, { short, value }: Option): string =>
  `${short ? `-${short}, ` : ""}--${name}${value === undefined ? "" : ` ${value}`}`;

export const optionsOf = (verb: Verb): Options => ({ ...verb.options, ...COMMON_OPTIONS });

/** Every verb in a line. */
export const overview = (verbs: readonly ListedVerb[]): string => `Use: perigee <verb> …

${columns(verbs.map(({ id, summary }) => [id, summary]))}

A production is named by its slug, or is a bundle file (perigee export). perigee help <verb> says more.
${STATUSES}
`;

/** How to use one verb. */
export const verbHelp = ({ usage, summary }: ListedVerb, verb: Verb): string => `Use: perigee ${usage}

${summary[0]?.toUpperCase()}${summary.slice(1)}.

${columns(Object.entries(optionsOf(verb)).map(([name, option]) => [flag(name, option), option.about]))}
`;
