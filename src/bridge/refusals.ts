/** Refused deliveries, noted in the ledger without end for nobody: each kind at once, and then how often in a minute. */
import type { Log } from '../log.ts';

/** Why a delivery is refused. */
export type RefusalReason = 'timestamp' | 'signature' | 'path' | 'size' | 'body' | 'model';

/** A refusal, as it is answered: it names no secret. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly message: string;
}

/** The door that was come to. */
export type Door = 'signed' | 'native';

/** A refusal as it is noted. */
export interface NotedRefusal {
  readonly door: Door;
  readonly reason: RefusalReason;
  /** Null where nobody knows whose the delivery is. */
  readonly instance: string | null;
  readonly times: number;
}

/** Counts them. */
export interface Refusals {
  count(refused: Omit<NotedRefusal, 'times'>): void;
  /** Notes what was counted and not noted yet. */
  close(): Promise<void>;
}

const MINUTE_MS = 60_000;

/** Keeps one entry for each door, reason and instance, which are few. @param note Never awaited by who is refused. */
export function createRefusals(note: (refusal: NotedRefusal) => Promise<void>, log: Log): Refusals {
  const minutes = new Map<string, { refused: Omit<NotedRefusal, 'times'>; times: number; timer: NodeJS.Timeout }>();
  const tell = (refusal: NotedRefusal) =>
    note(refusal).catch((err: unknown) => log.warn({ err, ...refusal }, 'a refusal was not noted in the ledger'));
  const end = (key: string) => {
    const minute = minutes.get(key);
    minutes.delete(key);
    clearTimeout(minute?.timer);
    return minute && minute.times > 0 ? tell({ ...minute.refused, times: minute.times }) : undefined;
  };
  return {
    count: (refused) => {
      const key = JSON.stringify([refused.door, refused.reason, refused.instance]);
      const minute = minutes.get(key);
      if (minute) minute.times += 1;
      else {
        minutes.set(key, { refused, times: 0, timer: setTimeout(() => void end(key), MINUTE_MS).unref() });
        void tell({ ...refused, times: 1 });
      }
    },
    close: async () => {
      await Promise.all([...minutes.keys()].map(end));
    },
  };
}
