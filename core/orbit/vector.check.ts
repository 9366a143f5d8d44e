// Part of the type check: a frame that is not tested does not exist.
import { dot, type EarthFixed, type J2000, position, subtract, type Teme, velocity } from "./vector.ts";

const components = { x: 7000, y: 0, z: 0 };
const teme = position<Teme>(components);
const fixed = position<EarthFixed>(components);
const j2000 = position<J2000>(components);

subtract(teme, teme);
// @ts-expect-error two frames
subtract(teme, fixed);
// @ts-expect-error two frames
subtract(j2000, teme);
// @ts-expect-error two frames
dot(teme, j2000);
// @ts-expect-error kilometres are not kilometres a second
subtract(teme, velocity<Teme>(components));
// @ts-expect-error bare numbers have no frame
subtract(teme, components);
