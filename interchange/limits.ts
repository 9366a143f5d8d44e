/** Records in one file: decades of the station's element sets. A list of more is one of all satellites. */
export const MOST_RECORDS = 20_000;
export const TOO_MANY_RECORDS = "It holds more than 20,000 sets; cut out the station's.";
