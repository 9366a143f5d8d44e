import { mendableOf } from "../asked-again.ts";
import type { Way } from "../way.ts";

export const whatItsRuleOffers: Way = {
  id: "what-its-rule-offers",
  tried: "what the rule itself offers",
  tries: 16,
  offers: 3,
  concerns: (search) => mendableOf(search).repairs.length > 0,
  attempts: (search) => mendableOf(search).repairs,
};
