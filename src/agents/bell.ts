/** A bell that one waiter listens to; rung while nobody waits, it is heard by who waits next. */

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
