import { type Degrees, degrees, type EpochSeconds } from "../base/quantity.ts";
import { ok, type Result } from "../base/result.ts";
import type { OrbitSource } from "../orbit/source.ts";
import { sunAt } from "../orbit/sun.ts";
import { norm, type Position, type State, type Teme } from "../orbit/vector.ts";

/** The Sun's height over the plane of the orbit, − 90° to 90°, + on the side of the orbit's normal (r × v). */
export function betaOf({ position: r, velocity: v }: State<Teme>, sun: Position<Teme>): Degrees {
  const normal = { x: r.y * v.z - r.z * v.y, y: r.z * v.x - r.x * v.z, z: r.x * v.y - r.y * v.x };
  const along = normal.x * sun.x + normal.y * sun.y + normal.z * sun.z;
  const sine = Math.min(1, Math.max(-1, along / (norm(normal) * norm(sun))));
  return degrees((Math.asin(sine) * 180) / Math.PI);
}

/** Beta at an instant, by this orbit data; the reason where it does not reach there. */
export function betaAt(source: OrbitSource, at: EpochSeconds): Result<Degrees, string> {
  const state = source.positionAt(at);
  return state.ok ? ok(betaOf(state.value, sunAt(at))) : state;
}
