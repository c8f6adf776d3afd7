/** Answers that serve for a while; whoever asks meanwhile waits for the same question. */

/** Where they are kept, of as many keys at most. */
export interface Kept<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): unknown;
  delete(key: string): unknown;
}

/** An answer, perhaps still to come, and until when it serves. */
export interface Remembered<T> {
  readonly untilMs: number;
  readonly answer: Promise<T>;
}

/** What is kept of the key, or what `read` gives; an answer that fails is not kept. */
export function remember<T>(
  kept: Kept<Remembered<T>>,
  key: string,
  maxAgeMs: number,
  read: () => Promise<T>,
): Promise<T> {
  const known = kept.get(key);
  if (known && known.untilMs > Date.now()) return known.answer;
  const entry = { untilMs: Date.now() + maxAgeMs, answer: read() };
  kept.set(key, entry);
  entry.answer.catch(() => {
    if (kept.get(key) === entry) kept.delete(key);
  });
  return entry.answer;
}
