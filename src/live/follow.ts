/**
 * Follows a log by its cursor: reads what is past it until nothing is left, then waits for a wake-up and reads again.
 *
 * The same reads bring what was missed and what is new: nothing can be lost or doubled between the two.
 */
import type { Channel } from './wake-ups.ts';

/** What one read found past a position. */
export interface Batch<Position, Item> {
  readonly items: readonly Item[];
  /** Where the next read begins. */
  readonly next: Position;
  /** What is past it: `more` now, `later` with a wake-up, `soon` what is there and cannot be read yet, `none` ever again. */
  readonly rest: 'more' | 'later' | 'soon' | 'none';
}

/** What is followed, from where, and until when. */
export interface Following<Position, Item> {
  readonly start: Position;
  /** @param generation Wake-ups that came before the read. */
  readonly read: (position: Position, generation: number) => Promise<Batch<Position, Item>>;
  readonly channel: Channel;
  /** Aborted to end it; with an `Error` as the reason it is thrown. */
  readonly signal: AbortSignal;
  /** Whether the same read may succeed a little later, such as after a failover. */
  readonly isTemporary: (error: unknown) => boolean;
  /** Told after each read whether what has changed cannot be read yet. */
  readonly onHeld?: (isHeld: boolean) => void;
}

/** Milliseconds between reads of what will be readable soon, or that failed: doubled each time. */
const FIRST_DELAY_MS = 50;
const LAST_DELAY_MS = 2_000;
/** Milliseconds that reads may fail before the follower is told. */
const GIVE_UP_MS = 60_000;

/** Yields each item once, in order. @throws what the first read throws, an error that is not temporary, or the signal's reason. */
export async function* follow<Position, Item>(following: Following<Position, Item>): AsyncGenerator<Item, void, void> {
  const { read, channel, signal } = following;
  let position = following.start;
  let delay = FIRST_DELAY_MS;
  let failingSince: number | null = null;
  let hasRead = false;
  while (!signal.aborted) {
    const seen = channel.generation();
    const batch = await read(position, seen).catch((error: unknown) => {
      if (signal.aborted) return null;
      failingSince ??= Date.now();
      if (!hasRead || !following.isTemporary(error) || Date.now() - failingSince > GIVE_UP_MS) throw error;
      return null;
    });
    if (batch) {
      hasRead = true;
      following.onHeld?.(batch.rest === 'soon');
      failingSince = null;
      for (const item of batch.items) {
        if (signal.aborted) break;
        yield item;
      }
      position = batch.next;
      if (batch.rest === 'none') return;
      if (batch.rest !== 'soon' || batch.items.length > 0) delay = FIRST_DELAY_MS;
      if (batch.rest === 'more') continue;
    }
    await channel.changed(seen, signal, batch?.rest === 'later' ? undefined : delay);
    delay = Math.min(delay * 2, LAST_DELAY_MS);
  }
  if (signal.reason instanceof Error && signal.reason.name !== 'AbortError') throw signal.reason;
}
