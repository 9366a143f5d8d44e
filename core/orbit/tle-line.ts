/** One value of an element line: columns counted from 1, both included. Format: T. S. Kelso, CelesTrak "NORAD TLE". */
interface Field {
  readonly name: string;
  readonly line: 1 | 2;
  readonly columns: readonly [number, number];
  readonly pattern: RegExp;
  /** What the number must lie in, [from, below); absent where any number is good. */
  readonly range?: readonly [number, number];
}

const ANGLE = /^[ \d]{2}\d\.\d{4}$/;
const EXPONENT = /^[ +-]\d{5}[+-]\d$/;

export const FIELDS = {
  year: { name: "the epoch's year", line: 1, columns: [19, 20], pattern: /^\d\d$/ },
  day: {
    name: "the epoch's day",
    line: 1,
    columns: [21, 32],
    pattern: /^[ \d]{2}\d\.\d{8}$/,
    range: [1, 367],
  },
  change: { name: "the change of mean motion", line: 1, columns: [34, 43], pattern: /^[ +-]\.\d{8}$/ },
  jerk: { name: "the second change of mean motion", line: 1, columns: [45, 52], pattern: EXPONENT },
  drag: { name: "the drag term", line: 1, columns: [54, 61], pattern: EXPONENT },
  inclination: { name: "the inclination", line: 2, columns: [9, 16], pattern: ANGLE, range: [0, 180.0001] },
  node: { name: "the ascending node", line: 2, columns: [18, 25], pattern: ANGLE, range: [0, 360] },
  eccentricity: { name: "the eccentricity", line: 2, columns: [27, 33], pattern: /^\d{7}$/ },
  perigee: { name: "the argument of perigee", line: 2, columns: [35, 42], pattern: ANGLE, range: [0, 360] },
  anomaly: { name: "the mean anomaly", line: 2, columns: [44, 51], pattern: ANGLE, range: [0, 360] },
  motion: {
    name: "the mean motion",
    line: 2,
    columns: [53, 63],
    pattern: /^[ \d]\d\.\d{8}$/,
    range: [0.01, 18],
  },
} as const satisfies Record<string, Field>;

/** The columns of a field as they are written. */
export const textOf = (field: Field, lines: readonly [string, string]): string =>
  lines[field.line - 1]?.slice(field.columns[0] - 1, field.columns[1]) ?? "";
/** A field as a number; NaN where it is none. What an element line leaves out, as a decimal point, is not put back. */
export const numberOf = (field: Field, lines: readonly [string, string]): number =>
  Number(textOf(field, lines));

/** Sum of the digits, a minus counting 1, modulo 10, over the first 68 columns. */
export const checkDigit = (line: string): number =>
  [...line.slice(0, 68)].reduce((sum, c) => sum + (c === "-" ? 1 : c >= "0" && c <= "9" ? Number(c) : 0), 0) %
  10;

/** Five columns; a letter stands for ten thousands above 9 (Alpha-5), I and O are never used. */
const CATALOGUE = /^[ \dA-HJ-NP-Z][ \d]{3}\d$/;
/** The catalogue number as it is written. */
export const catalogueOf = (line: string): string => line.slice(2, 7);

function lineProblem(line: string, number: 1 | 2): string | null {
  const name = `Line ${number}`;
  if (line.length !== 69) return `${name} has ${line.length} characters; an element line has 69.`;
  if (!/^[\x20-\x7e]*$/.test(line)) return `${name} holds a character that no element line has.`;
  if (line[0] !== String(number) || line[1] !== " ") return `${name} does not begin with "${number} ".`;
  const written = line[68] ?? "";
  const due = checkDigit(line);
  if (written !== String(due))
    return `${name} ends in ${written}, but its check digit is ${due}: it was changed.`;
  if (!CATALOGUE.test(catalogueOf(line))) return `${name} has no catalogue number in columns 3 to 7.`;
  return null;
}

function fieldProblem(field: Field, lines: readonly [string, string]): string | null {
  const text = textOf(field, lines);
  if (!field.pattern.test(text)) {
    const [from, to] = field.columns;
    return `Line ${field.line}, columns ${from} to ${to}: "${text}" cannot be ${field.name}.`;
  }
  const value = Number(text);
  if (field.range && !(value >= field.range[0] && value < field.range[1]))
    return `Line ${field.line}: ${field.name} cannot be ${text.trim()}.`;
  return null;
}

/** What is wrong with the two lines as text, in one sentence; null when nothing is. */
export function problemIn(lines: readonly [string, string]): string | null {
  const [line1, line2] = lines;
  if (line1.startsWith("2 ") && line2.startsWith("1 ")) return "The two lines are swapped.";
  const broken = lineProblem(line1, 1) ?? lineProblem(line2, 2);
  if (broken) return broken;
  if (catalogueOf(line1).trim() !== catalogueOf(line2).trim())
    return `The lines belong to different satellites: ${catalogueOf(line1)} and ${catalogueOf(line2)}.`;
  for (const field of Object.values(FIELDS)) {
    const problem = fieldProblem(field, lines);
    if (problem) return problem;
  }
  return null;
}
