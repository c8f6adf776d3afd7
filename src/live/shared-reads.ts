/** Reads that many followers ask for at once: equal ones are one, and only some are under way at a time. */

/** Runs `read`, or joins one of the same key that is under way. */
export type ShareRead = <T>(key: string, read: () => Promise<T>) => Promise<T>;

/**
 * The key must say all that the answer depends on, and how many wake-ups came before: a read that began before the last
 * one may have missed what it was about.
 *
 * @param limit Reads under way at most; the others wait in order, so that followers leave connections to queries.
 * @param watch Told how to count what is under way or waits.
 */
export function createSharedReads(limit: number, watch: (entries: () => number) => void): ShareRead {
  const underWay = new Map<string, Promise<unknown>>();
  watch(() => underWay.size);
  const waiting: (() => void)[] = [];
  let running = 0;
  const inTurn = async <T>(read: () => Promise<T>): Promise<T> => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await read();
    } finally {
      const next = waiting.shift();
      // The place is handed on: counted down first, another could slip in between.
      if (next) next();
      else running -= 1;
    }
  };
  return <T>(key: string, read: () => Promise<T>): Promise<T> => {
    const known = underWay.get(key) as Promise<T> | undefined;
    if (known) return known;
    const reading = inTurn(read).finally(() => underWay.delete(key));
    underWay.set(key, reading);
    return reading;
  };
}
