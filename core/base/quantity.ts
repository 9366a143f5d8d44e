declare const unit: unique symbol;

/** A number that carries its unit in its type. Casts to it stand only here and where outside text is parsed. */
export type Quantity<Unit extends string> = number & { readonly [unit]: Unit };

/** An instant: seconds since 1970-01-01T00:00:00Z, UTC, leap seconds ignored. */
export type EpochSeconds = Quantity<"s@utc">;
/** A length of time in seconds; not an instant. */
export type Seconds = Quantity<"s">;
/** A length of time in minutes; the unit in which plans are made. */
export type Minutes = Quantity<"min">;
export type Kilometres = Quantity<"km">;
export type Degrees = Quantity<"deg">;
export type Radians = Quantity<"rad">;

export const epochSeconds = (value: number): EpochSeconds => value as EpochSeconds;
export const seconds = (value: number): Seconds => value as Seconds;
export const minutes = (value: number): Minutes => value as Minutes;
export const kilometres = (value: number): Kilometres => value as Kilometres;
export const degrees = (value: number): Degrees => value as Degrees;
export const radians = (value: number): Radians => value as Radians;

/** Radians in degrees. */
export const degreesOf = (angle: Radians): Degrees => degrees((angle * 180) / Math.PI);

/** Whole minutes, each started one counted: what a rule calls its amount. Less than half a second is nothing. */
export const startedMinutes = (length: number): Minutes => minutes(Math.ceil(Math.round(length * 60) / 60));
