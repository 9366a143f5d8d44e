import fc from "fast-check";

// A mutant that is noticed is noticed: no smaller example of it is looked for, and the same cases are drawn every time.
fc.configureGlobal({ numRuns: 30, seed: 1, endOnFailure: true });
