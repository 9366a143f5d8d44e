import type { Permission } from "./permissions.ts";

/** Why something asked for was not done. Never holds what was sent; words are for the person who asked. */
export type Failure =
  | {
      readonly kind: "invalid";
      readonly fields: Readonly<Record<string, readonly string[] | undefined>>;
      readonly message?: string;
    }
  | { readonly kind: "signed-out" }
  /** There is no such thing, or it is none of theirs: which of the two is not said. */
  | { readonly kind: "not-found" }
  | { readonly kind: "forbidden"; readonly needs: Permission }
  /** Someone else was first. */
  | { readonly kind: "conflict"; readonly message: string }
  /** It cannot be done as things are; the message says what to do instead. */
  | { readonly kind: "refused"; readonly message: string }
  /** The database does not answer. */
  | { readonly kind: "unavailable" }
  /** Our mistake; the log knows more under the reference. */
  | { readonly kind: "unexpected"; readonly reference: string; readonly message: string };

/** The status that says the same over HTTP. */
export const HTTP_STATUS: { readonly [K in Failure["kind"]]: number } = {
  invalid: 422,
  "signed-out": 401,
  "not-found": 404,
  forbidden: 403,
  conflict: 409,
  refused: 422,
  unavailable: 503,
  unexpected: 500,
};
