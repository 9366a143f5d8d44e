import type { Way } from "../way.ts";
import { addBlock } from "./add-block.ts";
import { blocks } from "./blocks.ts";
import { boneyard } from "./boneyard.ts";
import { clearForBlock } from "./clear-for-block.ts";
import { fewerTakes } from "./fewer-takes.ts";
import { inItsPlace } from "./in-its-place.ts";
import { makeRoom } from "./make-room.ts";
import { modules } from "./modules.ts";
import { pastABlock } from "./past-a-block.ts";
import { people } from "./people.ts";
import { places } from "./places.ts";
import { whatItsRuleOffers } from "./what-its-rule-offers.ts";

/** Kinds of edit that may mend a finding, the least change first. One file and one line each. */
export const ways: readonly Way[] = [
  whatItsRuleOffers,
  addBlock,
  places,
  people,
  blocks,
  modules,
  fewerTakes,
  clearForBlock,
  inItsPlace,
  pastABlock,
  boneyard,
  makeRoom,
];
