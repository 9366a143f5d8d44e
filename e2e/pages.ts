/** Every page of a production, and what its one h1 says; the tests of all pages loop over this list. */
export const PAGES: readonly { readonly path: string; readonly heading: RegExp }[] = [
  { path: "overview", heading: /in hand|too much/ },
  { path: "board", heading: /Board/ },
  { path: "day", heading: /Day/ },
  { path: "scenes", heading: /Scenes/ },
  { path: "people", heading: /People/ },
  { path: "training", heading: /Training/ },
  { path: "scenarios", heading: /Scenarios/ },
  { path: "rules", heading: /Rules/ },
  { path: "rules/turnaround", heading: /Rules/ },
  { path: "rules/own/new", heading: /Rules/ },
  { path: "reports", heading: /Reports/ },
  { path: "reports/call-sheet?day=3", heading: /Call sheet, day 3/ },
  { path: "reports/one-liner", heading: /One-line schedule/ },
  { path: "reports/crew-time", heading: /Crew time/ },
  { path: "reports/day-out-of-days", heading: /Day out of days/ },
];
