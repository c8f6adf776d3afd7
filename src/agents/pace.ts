/** How fast a worker's places become free, and so how many runs it may claim ahead of them. */

/** The places of one worker. */
export interface Pace {
  /** Places that are taken. */
  readonly taken: () => number;
  /** Takes a place. @returns Frees it; once is enough. */
  readonly take: () => () => void;
  /** Runs that may wait for a place: as many as are likely begun in time, none while handlers take longer. */
  readonly ahead: () => number;
}

/** How far a worker claims ahead of its places. */
export interface Ahead {
  /** Runs that may wait at most, however fast handlers are. */
  readonly most: number;
  /** Milliseconds within which they are likely begun: nobody else claims a run that waits here. */
  readonly withinMs: number;
}

/** What the latest run adds to the average, where it was faster; a slower one counts at once. */
const WEIGHT = 0.1;

/** None of the places is taken. */
export function createPace(places: number, { most, withinMs }: Ahead): Pace {
  /** Since when each is taken, the longest first. */
  const taken = new Set<{ readonly since: number }>();
  let averageMs = Number.POSITIVE_INFINITY;
  const note = (ms: number) => {
    averageMs = ms < averageMs && averageMs <= withinMs ? averageMs + (ms - averageMs) * WEIGHT : ms;
  };
  const slow = () => {
    const before = performance.now() - withinMs;
    let count = 0;
    for (const { since } of taken) {
      if (since > before) break;
      count += 1;
    }
    return count;
  };
  return {
    taken: () => taken.size,
    take: () => {
      const place = { since: performance.now() };
      taken.add(place);
      return () => {
        if (taken.delete(place)) note(performance.now() - place.since);
      };
    },
    ahead: () =>
      averageMs > withinMs ? 0 : Math.min(most, Math.floor(((places - slow()) * withinMs) / Math.max(averageMs, 1))),
  };
}
