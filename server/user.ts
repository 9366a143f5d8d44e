/** Somebody who is signed in, or in whose name a command runs. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}
