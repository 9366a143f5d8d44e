import type { Result } from "#core/base/result.ts";
import type { Bundle } from "#core/model/bundle.ts";
import type { Problem } from "./problem.ts";

/** A file format that holds a whole production. */
export interface Format {
  readonly id: string;
  readonly title: string;
  /** With its dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Pure. Reports every problem it finds, and changes nothing. */
  read(text: string): Result<Bundle, readonly Problem[]>;
  write(bundle: Bundle): string;
}
