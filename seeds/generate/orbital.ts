import { seededRandom } from "#core/base/random.ts";
import type { ItemSpec, OptionSpec, Order, ProblemSpec, Span } from "#core/solve/engine/problem.ts";

/**
 * A family of synthetic shoots in orbit, of any size: not a film, but as tight as one. Three of a film crew are free all day but for
 * meals and exercise, three cosmonauts for about two hours; scenes want outside day, outside night or a pass, play in one of six
 * modules with one of four rigs, and about three of four find room. Figures are working assumptions [G] but for the light: orbits of
 * 92.9 min, 57 of them lit [S, facts.md].
 */
export interface Size {
  readonly scenes: number;
  readonly days: number;
  readonly seed: number;
}

export const TICK_MIN = 5;
const DAY = 1440 / TICK_MIN;
const FILM_CREW = 3;
const COSMONAUTS = 3;
const MODULES = 6;
const RIGS = 4;
const ORBIT_MIN = 92.9;
const LIT_MIN = 57;
/** Priority points: a scene has its priority (1 to 10) times this; new modules, re-rigs and days of a cosmonaut cost. */
const POINTS = { priority: 100, module: 30, rig: 10, cosmonautDay: 20 } as const;
const SET_UP_MIN = { module: 30, rig: 15 } as const;
/** A scene with fewer starts than this in all days is not a must. */
const FEW_STARTS = 20;

export interface Scene {
  readonly minutes: number;
  readonly crew: readonly number[];
  /** Cosmonauts it needs by name. */
  readonly cosmonauts: readonly number[];
  /** It needs one more cosmonaut, whoever that is. */
  readonly anyCosmonaut: boolean;
  readonly light: "any" | "day" | "night";
  readonly module: number;
  readonly rig: number;
  readonly needsPass: boolean;
  readonly priority: number;
  readonly must: boolean;
}
export interface Shoot {
  readonly days: number;
  readonly scenes: readonly Scene[];
  /** When each person is free, in ticks: the film crew, then the cosmonauts. */
  readonly free: readonly (readonly Span[])[];
  readonly lit: readonly Span[];
  readonly dark: readonly Span[];
  readonly passes: readonly Span[];
  /** Pairs of scenes: the first before the second, where both are shot. */
  readonly orders: readonly (readonly [number, number])[];
}

/** Same size and seed, same shoot. */
export function orbitalShoot({ scenes, days, seed }: Size): Shoot {
  const random = seededRandom(seed);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const pick = (from: readonly number[]) => from[Math.floor(random() * from.length)] as number;
  const shuffled = (n: number) => {
    const all = Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = between(0, i);
      [all[i], all[j]] = [all[j] as number, all[i] as number];
    }
    return all;
  };

  const lit: Span[] = [];
  const dark: Span[] = [];
  const litMin = LIT_MIN + between(-3, 3);
  const end = days * 1440;
  for (let t = random() * ORBIT_MIN - ORBIT_MIN; t < end; t += ORBIT_MIN) {
    lit.push({
      from: Math.ceil(Math.max(0, t) / TICK_MIN),
      to: Math.floor(Math.min(end, t + litMin) / TICK_MIN),
    });
    dark.push({
      from: Math.ceil(Math.max(0, t + litMin) / TICK_MIN),
      to: Math.floor(Math.min(end, t + ORBIT_MIN) / TICK_MIN),
    });
  }

  const shifts = Array.from({ length: days }, () => ({
    morning: 7 + random() * 3,
    afternoon: 14 + random() * 3.5,
    inOne: random() < 0.5,
  }));
  const hours = (day: number, from: number, to: number): Span => ({
    from: day * DAY + Math.round((from * 60) / TICK_MIN),
    to: day * DAY + Math.round((to * 60) / TICK_MIN),
  });
  const free = Array.from({ length: FILM_CREW + COSMONAUTS }, (_, person) =>
    shifts.flatMap((shift, day) => {
      if (person < FILM_CREW) {
        const first = 8 + ((person + day) % 3) * 1.5;
        const second = 15.5 + ((person * 2 + day) % 3) * 1.5;
        const busy = [
          [13, 14],
          [first, first + 1.25],
          [second, second + 1.25],
        ].sort(([a = 0], [b = 0]) => a - b);
        let now = 6.75;
        const spans: Span[] = [];
        for (const [from = 0, to = 0] of [...busy, [21, 21]]) {
          if (from > now) spans.push(hours(day, now, from));
          now = Math.max(now, to);
        }
        return spans;
      }
      const shift0 = (random() - 0.5) * 1.2;
      const { morning, afternoon } = shift;
      const spans = shift.inOne
        ? [hours(day, afternoon + shift0, afternoon + shift0 + 2 + (random() < 0.3 ? 0.5 : 0))]
        : [
            hours(day, morning + shift0, morning + shift0 + 1),
            hours(day, afternoon + shift0, afternoon + shift0 + 1.25),
          ];
      return random() < 0.08 ? [] : spans;
    }),
  );

  const passes: Span[] = [];
  for (let t = random() * 180; t < end; t += 160 + random() * 40)
    passes.push({ from: Math.ceil(t / TICK_MIN), to: Math.floor(Math.min(end, t + 75) / TICK_MIN) });

  const drawn = Array.from({ length: scenes }, (): Scene => {
    const mode = random();
    const withCosmonauts = mode < 0.25 ? 0 : mode < 0.75 ? 1 : 2;
    const crew = shuffled(FILM_CREW).slice(0, withCosmonauts === 0 ? between(1, 3) : pick([1, 1, 2, 2, 3]));
    const byName = withCosmonauts === 2 || (withCosmonauts === 1 && random() < 0.5);
    const cosmonauts = byName
      ? shuffled(COSMONAUTS)
          .slice(0, withCosmonauts)
          .map((c) => FILM_CREW + c)
      : [];
    const lengths = [
      [15, 20, 30, 40, 45, 60, 60, 75, 90, 105, 120],
      [20, 30, 30, 40, 45, 50, 60, 75],
      [20, 25, 30, 30, 35, 40, 45, 60],
    ][withCosmonauts] as number[];
    const drawnLight = random();
    const light = drawnLight < 0.6 ? "any" : drawnLight < 0.85 ? "day" : "night";
    const minutes = Math.min(pick(lengths), light === "day" ? 45 : light === "night" ? 30 : 120);
    const module = Math.min(MODULES - 1, Math.floor(random() ** 1.4 * MODULES));
    return {
      minutes,
      crew,
      cosmonauts,
      anyCosmonaut: withCosmonauts === 1 && !byName,
      light,
      module,
      rig: light === "any" ? between(0, 1) : light === "day" ? 2 : 3,
      needsPass: random() < 0.12 && withCosmonauts < 2 && light === "any",
      priority: between(1, 10),
      must: random() < 0.15,
    };
  });
  const orders = Array.from({ length: scenes > 1 ? Math.round(scenes * 0.1) : 0 }, () => {
    const first = between(0, scenes - 2);
    return [first, between(first + 1, scenes - 1)] as const;
  });
  return { days, scenes: drawn, free, lit, dark, passes, orders };
}

/** A shoot as the engine sees it. */
export function orbitalProblem(shoot: Shoot): ProblemSpec {
  const { days, scenes, free, lit, dark, passes } = shoot;
  const items = scenes.map((scene): ItemSpec => {
    const own = scene.crew.concat(scene.cosmonauts).map((person) => free[person] as readonly Span[]);
    const windows = { any: [], day: [lit], night: [dark] }[scene.light];
    const others = Array.from({ length: COSMONAUTS }, (_, c) => FILM_CREW + c);
    const options = (scene.anyCosmonaut ? others : [null]).flatMap((extra): OptionSpec[] => {
      const all = [
        ...own,
        ...windows,
        ...(scene.needsPass ? [passes] : []),
        ...(extra ? [free[extra] ?? []] : []),
      ];
      const length = scene.minutes / TICK_MIN;
      const starts = startsByDay(all.reduce(shared), length, days);
      const tags = [...scene.cosmonauts, ...(extra ? [extra] : [])].map((person) => person - FILM_CREW);
      const points = scene.priority * POINTS.priority;
      const option = { unit: 0, class: scene.module * RIGS + scene.rig, length, points, tags };
      return starts.some((s) => s.length > 0)
        ? [{ ...option, levels: [{ lead: 0, starts, uses: [], spends: [] }] }]
        : [];
    });
    const starts = options.flatMap((o) => o.levels).flatMap((l) => l.starts.map(countOf));
    const all = starts.reduce((sum, n) => sum + n, 0);
    return { must: scene.must && all >= FEW_STARTS, pinned: false, options };
  });
  return {
    days: Array.from({ length: days }, (_, d) => ({ from: d * DAY, to: (d + 1) * DAY })),
    units: 1,
    classes: MODULES * RIGS,
    levels: 1,
    transition(before, now) {
      if (before === null) return { gap: 0, cost: POINTS.module, level: 0 };
      if (before === now) return { gap: 0, cost: 0, level: 0 };
      const kind = Math.floor(before / RIGS) === Math.floor(now / RIGS) ? "rig" : "module";
      return { gap: SET_UP_MIN[kind] / TICK_MIN, cost: POINTS[kind], level: 0 };
    },
    tags: Array.from({ length: COSMONAUTS }, () => POINTS.cosmonautDay),
    accounts: 0,
    limits: [],
    resources: [],
    orders: shoot.orders.map(([first, then]): Order => ({ first, then, min: 0, max: null })),
    items,
  };
}

const countOf = (pairs: readonly number[]): number =>
  pairs.reduce((sum, edge, i) => sum + (i % 2 ? edge + 1 : -edge), 0);

function shared(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  const both: Span[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] as Span, b[j] as Span];
    const from = Math.max(x.from, y.from);
    const to = Math.min(x.to, y.to);
    if (from < to) both.push({ from, to });
    if (x.to < y.to) i++;
    else j++;
  }
  return both;
}

function startsByDay(windows: readonly Span[], length: number, days: number): number[][] {
  const byDay: number[][] = Array.from({ length: days }, () => []);
  for (const { from, to } of windows) {
    const day = Math.floor(from / DAY);
    const last = Math.min(to, (day + 1) * DAY) - length;
    if (last >= from) byDay[day]?.push(from, last);
  }
  return byDay;
}
