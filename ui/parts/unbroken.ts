/** What belongs together stays on one line: a number and its unit, a duration (`1 h 25`). */
export const unbroken = (text: string): string =>
  text
    .replace(/(\d) (h|min|s|%|points?|lux)(?![\p{L}\p{N}])/gu, "$1\u00a0$2")
    .replace(/(\u00a0h) (\d\d)(?!\d)/g, "$1\u00a0$2");
