/** The source of everything that is drawn. */
export const SYNTHETIC = "Synthetic: drawn at random, no film's [G]";
