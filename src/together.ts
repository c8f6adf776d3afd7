/** Loads in batches: what is wanted while one batch is under way goes together in the next one. */
import DataLoader from 'dataloader';

/** What may be loaded. */
export interface Together<Key, Value> {
  /** Answers each key in its place; an Error where one alone fails. */
  readonly load: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>;
  /** Keys of one batch at most: more than that go in two at once. */
  readonly most: number;
}

/** Keeps nothing: a key that is wanted again is loaded again. */
export function createTogether<Key, Value>({ load, most }: Together<Key, Value>): (key: Key) => Promise<Value> {
  let underWay: Promise<unknown> = Promise.resolve();
  const loader = new DataLoader<Key, Value>(
    (keys) => {
      const loading = load(keys);
      underWay = loading.catch(() => {});
      return loading;
    },
    { cache: false, maxBatchSize: most, batchScheduleFn: (send) => void underWay.then(() => setImmediate(send)) },
  );
  return (key) => loader.load(key);
}
