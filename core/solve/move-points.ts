/** Points that a strip costs which stands elsewhere than today, where nobody says otherwise: what the rule `stability` takes for one. */
export const USUAL_MOVE_POINTS = 10;
