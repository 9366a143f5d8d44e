import type { EpochSeconds } from "#core/base/quantity.ts";
import type { Bundle } from "#core/model/bundle.ts";

/** What a new production is made from, beside its station. */
export interface NewProduction {
  readonly id: string;
  readonly scenarioId: string;
  readonly slug: string;
  readonly title: string;
  readonly titleLocal: string;
  readonly company: string;
  readonly homeZone: string;
  readonly homeZoneLabel: string;
  /** Hatch opening and hatch closing: the main unit's window. */
  readonly opensAt: EpochSeconds;
  readonly closesAt: EpochSeconds;
  /** The film crew that flies. */
  readonly crew: readonly { readonly name: string; readonly duties: string }[];
}

/** A station to begin from: its modules, crew day and rules, ready to take scenes. */
export interface StationTemplate {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  build(production: NewProduction): Bundle;
}
