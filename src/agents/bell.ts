/** A bell for one waiter. A ring while nobody waits is heard by the next who waits. */

/** The bell. */
export interface Bell {
  readonly ring: () => void;
  /** Resolves when it is rung, or after `ms` milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

/** A bell that has not been rung. */
export function createBell(): Bell {
  let isRung = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      isRung = true;
      wake?.();
    },
    wait: async (ms) => {
      if (!isRung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      wake = null;
      isRung = false;
    },
  };
}
