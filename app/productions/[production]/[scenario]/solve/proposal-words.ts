/** What stands beside one another: the plan as it is and a proposal, or the plan before an adoption and after it. */
export const WORDS = {
  open: {
    before: "Plan of today",
    after: "Proposal",
    today: "today",
    proposed: "as proposed",
    breaks: "Adopted as the plan is now, it would break what is kept today",
    broken: "It would break",
    none: "It breaks nothing that is kept today.",
    mends: "It mends",
    eases: "Gone, or less, with the proposal",
    // Before the words of a finding that goes away: they are those of the plan without the proposal.
    lead: "Today:",
  },
  past: {
    before: "Plan before",
    after: "As adopted",
    today: "before",
    proposed: "as adopted",
    breaks: "It broke what was kept before",
    broken: "It broke",
    none: "It broke nothing that was kept before.",
    mends: "It mended",
    eases: "Gone, or less, with it",
    lead: "Before:",
  },
} as const;
export type Words = (typeof WORDS)[keyof typeof WORDS];
