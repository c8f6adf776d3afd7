/** Whether the process has more to do than it gets done: then it is better that others are asked. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What is scarce, and what waits for it. */
export interface ScarceLoad {
  readonly places: number;
  readonly waiting: number;
}

/** What is looked at. */
export interface Watched {
  /** Absent where there is no pool. */
  readonly database?: (() => ScarceLoad) | undefined;
  /** Absent where there is no Odoo. */
  readonly odoo?: (() => ScarceLoad) | undefined;
  /** Milliseconds between two looks; a second where absent. */
  readonly everyMs?: number;
}

/** What there is too much of. */
export type Overloaded = 'event loop' | 'database' | 'odoo';

/** The latest that was seen. */
export interface Overload {
  /** Nothing of each that is as it should be; in the order of the type. */
  current(): readonly Overloaded[];
  /** Ends the looking. */
  close(): void;
}

/** Milliseconds that half of the passes of the event loop come late. */
const LATE_MS = 250;
/** Statements or calls that wait for each place. */
const WAITING_A_PLACE = 100;
/** Looks in a row that it takes to be overloaded, and to be it no more, which is at half of the limit. */
const LOOKS = { begin: 3, end: 5 } as const;
/** Milliseconds between two looks. */
const EVERY_MS = 1_000;
const NANOSECONDS = 1e6;

/** Looks from now on. */
export function createOverload({ database, odoo, everyMs = EVERY_MS }: Watched): Overload {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const late = () => {
    const half = delay.percentile(50) / NANOSECONDS;
    delay.reset();
    return half / LATE_MS;
  };
  const signs: readonly (readonly [Overloaded, Sign])[] = [
    ['event loop', createSign(late)],
    ...(database ? [['database', createSign(() => partOf(database()))] as const] : []),
    ...(odoo ? [['odoo', createSign(() => partOf(odoo()))] as const] : []),
  ];
  const timer = setInterval(() => {
    for (const [, sign] of signs) sign.look();
  }, everyMs).unref();
  return {
    current: () => signs.flatMap(([name, sign]) => (sign.isOn() ? [name] : [])),
    close: () => {
      clearInterval(timer);
      delay.disable();
    },
  };
}

function partOf({ places, waiting }: ScarceLoad): number {
  return waiting / (places * WAITING_A_PLACE);
}

interface Sign {
  readonly look: () => void;
  readonly isOn: () => boolean;
}

/** Neither a moment's crowd nor a moment's rest changes it. @param read What part of the limit there is. */
function createSign(read: () => number): Sign {
  let isOn = false;
  let inRow = 0;
  return {
    look: () => {
      const part = read();
      const isOther = isOn ? part < 0.5 : part >= 1;
      inRow = isOther ? inRow + 1 : 0;
      if (inRow < (isOn ? LOOKS.end : LOOKS.begin)) return;
      isOn = !isOn;
      inRow = 0;
    },
    isOn: () => isOn,
  };
}
