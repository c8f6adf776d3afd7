/** How far a long command is: a bar on a terminal, elsewhere a line now and then. */
import type { Io } from './io.ts';

/** A bar under way. */
export interface Progress {
  /** So many more are done. */
  add(count: number): void;
  /** Leaves the bar as it is, and goes on below it. */
  end(): void;
}

const BAR_WIDTH = 30;
/** Milliseconds between two drawings, and between two lines. */
const DRAW_MS = 100;
const LINE_MS = 5_000;

/** @param what The things that are counted, e.g. `pages`. */
export function createProgress({ print, redraw }: Pick<Io, 'print' | 'redraw'>, total: number, what: string): Progress {
  const started = performance.now();
  let done = 0;
  let shownAt = Number.NEGATIVE_INFINITY;
  const tell = redraw ?? print;
  const show = () => {
    shownAt = performance.now();
    const line = describe({ done, total, what, seconds: (shownAt - started) / 1_000 });
    tell(redraw ? `${drawBar(done, total)} ${line}` : line);
  };
  return {
    add: (count) => {
      done += count;
      if (performance.now() - shownAt >= (redraw ? DRAW_MS : LINE_MS)) show();
    },
    end: () => {
      show();
      if (redraw) print('');
    },
  };
}

/** There may be more by now than at the beginning. */
function shareOf(done: number, total: number): number {
  return total === 0 ? 1 : Math.min(1, done / total);
}

function drawBar(done: number, total: number): string {
  const filled = Math.round(shareOf(done, total) * BAR_WIDTH);
  return `[${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}]`;
}

function describe({
  done,
  total,
  what,
  seconds,
}: {
  done: number;
  total: number;
  what: string;
  seconds: number;
}): string {
  const percent = Math.floor(shareOf(done, total) * 100);
  const rate = seconds > 1 ? `, ${Math.round(done / seconds)} a second` : '';
  return `${done} of ${Math.max(done, total)} ${what} (${percent} %)${rate}`;
}
