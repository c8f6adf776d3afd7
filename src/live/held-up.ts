/**
 * Followers that are held up: what they follow has changed, but they may not read past an older transaction that is open still.
 *
 * While there is one, the database is asked for that transaction, for the log and the metrics.
 */
import type { Log } from '../log.ts';

/** The transaction that holds followers up. */
export interface Holder {
  /** Id of its server process; null for a prepared transaction, which has none. */
  readonly pid: number | null;
  readonly role: string | null;
  readonly application: string | null;
  /** E.g. `idle in transaction`. */
  readonly state: string | null;
  /** When it began, RFC 3339; null where the database does not tell. */
  readonly since: string | null;
}

/** What is known of it now. */
export interface Held extends Holder {
  /** Followers that wait for it. */
  readonly followers: number;
  /** Seconds since it began, or where the database does not tell, since a follower first waited. */
  readonly seconds: number;
}

/** All followers of a gateway. */
export interface HeldUp {
  /** One more follower, until it is closed. */
  open(): FollowerState;
  /** Null while nobody is held up. */
  current(): Held | null;
  /** Asks nothing more. */
  close(): void;
}

/** One follower. */
export interface FollowerState {
  /** After each of its reads. */
  set(isHeld: boolean): void;
  close(): void;
}

interface HeldUpOptions {
  /** Null where no transaction is open any more. */
  readonly ask: () => Promise<Holder | null>;
  readonly log: Log;
  /** Milliseconds that a follower waits before anybody is asked, and between two questions. */
  readonly everyMs?: number;
}

const EVERY_MS = 2_000;
/** Questions between two lines of the log about one holder. */
const LOG_EVERY = 30;

/** Asks nothing before a follower is held up. */
export function createHeldUp({ ask, log, everyMs = EVERY_MS }: HeldUpOptions): HeldUp {
  /** Followers that wait, and since when. */
  const held = new Map<object, number>();
  const tell = createTell(log);
  let holder: Holder | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const current = () => (holder && held.size > 0 ? describeHeld(holder, [...held.values()]) : null);
  const check = async () => {
    timer = undefined;
    // It is asked again later. That the database is down, the followers' own reads say.
    holder = held.size > 0 ? await ask().catch(() => holder) : null;
    const now = current();
    if (now) tell(now);
    if (held.size > 0) timer ??= setTimeout(check, everyMs).unref();
  };
  return {
    current,
    close: () => {
      held.clear();
      clearTimeout(timer);
    },
    open: () => {
      const follower = {};
      return {
        set: (isHeld) => {
          if (!isHeld) held.delete(follower);
          else if (!held.has(follower)) held.set(follower, Date.now());
          if (held.size > 0) timer ??= setTimeout(check, everyMs).unref();
        },
        close: () => void held.delete(follower),
      };
    },
  };
}

function describeHeld(holder: Holder, waiting: readonly number[]): Held {
  const began = holder.since === null ? Math.min(...waiting) : Date.parse(holder.since);
  return { ...holder, followers: waiting.length, seconds: Math.max(0, (Date.now() - began) / 1_000) };
}

/** Once about each holder, and again about one that stays. */
function createTell(log: Log): (held: Held) => void {
  let told = { who: '', asked: 0 };
  return (held) => {
    const who = JSON.stringify([held.pid, held.application, held.since]);
    told = { who, asked: who === told.who ? told.asked + 1 : 0 };
    if (told.asked % LOG_EVERY > 0) return;
    log.warn({ holder: held }, 'an open transaction holds up those who follow changes live: end it, or wait for it');
  };
}
