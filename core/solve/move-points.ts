/**
 * Points that a strip costs which stands elsewhere than today, where nobody says otherwise: a working day of the main unit. Less than a set-up
 * brings in, and more than the soft rules ask of a strip: scenes come first, then as little moves as can. House weight [G].
 */
export const USUAL_MOVE_POINTS = 400;

/** To look for a scene more, whatever has to move for it, a move costs no more points. House weight [G]. */
export const EASY_MOVE_POINTS = 10;
