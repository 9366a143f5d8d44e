import { pagesText } from "#core/base/format.ts";

/** `3/8 page`, `1 page`, `1 3/8 pages`. */
export const pages = (eighths: number): string => `${pagesText(eighths)} ${eighths > 8 ? "pages" : "page"}`;
