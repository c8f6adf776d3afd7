/** What is scarce, shared by viewers: so many places, round robin between those who wait, and nobody takes all while others are about. */

/** How places are shared out. */
export interface FairPlacesOptions {
  /** Places in all; infinite where only each holder is bounded. */
  readonly places: number;
  /** Places of one holder while nobody else is about; all of them where absent. */
  readonly most?: number;
  /** Places of one holder while others are about; a third of all where absent. */
  readonly mostAmongOthers?: number;
  /** Calls of one holder that may wait; more of it are refused. */
  readonly maxQueue: number;
  /** Calls of all holders that may wait; then whose queue is longest loses the newest of it. Ten times `maxQueue` where absent. */
  readonly maxQueued?: number;
  /** What a holder is told that overfills its own queue. @param ahead Calls of it that wait already. */
  readonly refuse: (ahead: number) => Error;
  /** What is told to one who leaves the queue. @param reason Its signal's. */
  readonly leave: (reason: unknown) => Error;
  /** Milliseconds since some moment. */
  readonly now?: () => number;
}

/** Gives a place back. @param lingerMs Milliseconds for which it counts as its holder's although others may have it. */
export type GivePlace = (lingerMs?: number) => void;

/** Places and who waits for them. */
export interface FairPlaces {
  /**
   * A place: at once where there is one for the holder, else when its turn comes.
   *
   * @param holder Who shares, as `holderOf` names a viewer; null for the gateway's own work, which goes first.
   * @param signal Asked for only where it waits: ends the waiting.
   * @throws What `refuse` or `leave` makes.
   */
  take(holder: string | null, signal?: () => AbortSignal | undefined): GivePlace | Promise<GivePlace>;
  readonly executing: number;
  readonly queued: number;
  /** Holders that have a place, wait for one, or gave one back that lingers. */
  readonly holders: number;
}

/** Milliseconds for which a holder is about after its last call. */
const ABOUT_MS = 10_000;
/** How much longer the queue of all is than that of one. */
const QUEUES = 10;

interface Waiter {
  readonly enter: () => void;
  readonly refuse: () => void;
}

interface Holder {
  /** Null for the gateway itself. */
  readonly key: string | null;
  held: number;
  /** Places that it gave back while what it did there goes on. */
  lingering: number;
  /** The oldest first. */
  readonly waiting: Set<Waiter>;
}

interface Sight {
  readonly key: string;
  at: number;
}

interface Sharing extends Required<FairPlacesOptions> {
  /** Places that are left to those who have none while others are about. */
  readonly spare: number;
  readonly holders: Map<string, Holder>;
  /** The gateway's own work. */
  readonly own: Holder;
  /** Those who wait, in the order of their turns. */
  readonly turns: Set<Holder>;
  executing: number;
  queued: number;
  /** Who was seen last, and who else was seen last before. */
  last: Sight | null;
  before: Sight | null;
}

/**
 * Who has no place gets the next one that is free. Who has some gets more below `most`; while others are about only below
 * `mostAmongOthers`, and one place in five stays free for those who have none. Others are about while they have a place,
 * wait for one, or had one in the last ten seconds.
 */
export function createFairPlaces(options: FairPlacesOptions): FairPlaces {
  const sharing = createSharing(options);
  return {
    take: (key, signal) => take(sharing, holderAt(sharing, key), signal),
    get executing() {
      return sharing.executing;
    },
    get queued() {
      return sharing.queued + sharing.own.waiting.size;
    },
    get holders() {
      return sharing.holders.size;
    },
  };
}

function createSharing({ places, maxQueue, refuse, leave, ...options }: FairPlacesOptions): Sharing {
  return {
    places,
    maxQueue,
    refuse,
    leave,
    most: options.most ?? places,
    mostAmongOthers: options.mostAmongOthers ?? Math.ceil(places / 3),
    maxQueued: options.maxQueued ?? maxQueue * QUEUES,
    now: options.now ?? (() => performance.now()),
    spare: Number.isFinite(places) ? Math.ceil(places / 5) : 0,
    holders: new Map(),
    own: createHolder(null),
    turns: new Set(),
    executing: 0,
    queued: 0,
    last: null,
    before: null,
  };
}

function createHolder(key: string | null): Holder {
  return { key, held: 0, lingering: 0, waiting: new Set() };
}

function holderAt({ holders, own }: Sharing, key: string | null): Holder {
  if (key === null) return own;
  const known = holders.get(key) ?? createHolder(key);
  holders.set(key, known);
  return known;
}

function take(sharing: Sharing, holder: Holder, signal: (() => AbortSignal | undefined) | undefined) {
  // Nobody overtakes what waits of its own.
  if (holder.waiting.size === 0 && mayEnter(sharing, holder)) return enter(sharing, holder);
  const ahead = holder.waiting.size;
  if (holder === sharing.own || ahead < sharing.maxQueue) return wait(sharing, holder, signal?.());
  forget(sharing, holder);
  return Promise.reject(sharing.refuse(ahead));
}

function mayEnter(sharing: Sharing, holder: Holder): boolean {
  const { places, executing, most, mostAmongOthers, spare, own } = sharing;
  if (executing >= places) return false;
  const taken = holder.held + holder.lingering;
  if (holder === own || taken === 0) return true;
  if (taken >= most) return false;
  return (taken < mostAmongOthers && places - executing > spare) || isAlone(sharing, holder);
}

function isAlone({ executing, own, queued, last, before, now }: Sharing, holder: Holder): boolean {
  if (executing - own.held > holder.held || queued > holder.waiting.size) return false;
  const other = last?.key === holder.key ? before : last;
  return other === null || now() - other.at > ABOUT_MS;
}

function see(sharing: Sharing, { key }: Holder): void {
  if (key === null) return;
  if (sharing.last?.key === key) {
    sharing.last.at = sharing.now();
    return;
  }
  sharing.before = sharing.last;
  sharing.last = { key, at: sharing.now() };
}

function forget({ holders }: Sharing, { key, held, lingering, waiting }: Holder): void {
  if (key !== null && held + lingering + waiting.size === 0) holders.delete(key);
}

function enter(sharing: Sharing, holder: Holder): GivePlace {
  sharing.executing += 1;
  holder.held += 1;
  see(sharing, holder);
  let isHeld = true;
  return (lingerMs = 0) => {
    if (isHeld) give(sharing, holder, lingerMs);
    isHeld = false;
  };
}

function give(sharing: Sharing, holder: Holder, lingerMs: number): void {
  sharing.executing -= 1;
  holder.held -= 1;
  see(sharing, holder);
  if (lingerMs > 0) linger(sharing, holder, lingerMs);
  // Whoever has just been served is not the next one.
  toEnd(sharing, holder);
  forget(sharing, holder);
  admit(sharing);
}

/** Its next turn comes after everybody else's. */
function toEnd({ turns }: Sharing, holder: Holder): void {
  if (turns.delete(holder)) turns.add(holder);
}

function linger(sharing: Sharing, holder: Holder, ms: number): void {
  holder.lingering += 1;
  const end = () => {
    holder.lingering -= 1;
    forget(sharing, holder);
    admit(sharing);
  };
  setTimeout(end, ms).unref();
}

/** Gives free places to those whose turn it is. */
function admit(sharing: Sharing): void {
  const { own } = sharing;
  for (;;) {
    const holder = own.waiting.size > 0 && mayEnter(sharing, own) ? own : findNext(sharing);
    const [waiter] = holder?.waiting ?? [];
    if (!holder || !waiter) return;
    unqueue(sharing, holder, waiter);
    toEnd(sharing, holder);
    waiter.enter();
  }
}

/** Whoever waits and may not enter has a place, so that few are passed over. */
function findNext(sharing: Sharing): Holder | undefined {
  if (sharing.executing >= sharing.places) return undefined;
  for (const holder of sharing.turns) if (mayEnter(sharing, holder)) return holder;
  return undefined;
}

function wait(sharing: Sharing, holder: Holder, signal: AbortSignal | undefined): Promise<GivePlace> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      forget(sharing, holder);
      return reject(sharing.leave(signal.reason));
    }
    const end = (error: Error) => {
      signal?.removeEventListener('abort', onAbort);
      unqueue(sharing, holder, waiter);
      forget(sharing, holder);
      reject(error);
    };
    const onAbort = () => end(sharing.leave(signal?.reason));
    const waiter: Waiter = {
      enter: () => {
        signal?.removeEventListener('abort', onAbort);
        resolve(enter(sharing, holder));
      },
      refuse: () => end(sharing.refuse(holder.waiting.size)),
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    queue(sharing, holder, waiter);
  });
}

function queue(sharing: Sharing, holder: Holder, waiter: Waiter): void {
  holder.waiting.add(waiter);
  if (holder === sharing.own) return;
  sharing.turns.add(holder);
  sharing.queued += 1;
  if (sharing.queued > sharing.maxQueued) refuseNewest(sharing);
}

function unqueue(sharing: Sharing, holder: Holder, waiter: Waiter): void {
  if (!holder.waiting.delete(waiter) || holder === sharing.own) return;
  sharing.queued -= 1;
  if (holder.waiting.size === 0) sharing.turns.delete(holder);
}

/** The longest queue loses its newest. */
function refuseNewest({ turns }: Sharing): void {
  let longest: Holder | undefined;
  for (const holder of turns) if (!longest || holder.waiting.size > longest.waiting.size) longest = holder;
  let newest: Waiter | undefined;
  for (const waiter of longest?.waiting ?? []) newest = waiter;
  newest?.refuse();
}
