/** Many calls of one answer, some of them at a time: all at once they would fill the queue of who asks. */

/** Calls of one page under way or waiting for a place: more than one viewer has places, so that none stands idle. */
const AT_ONCE = 8;

/** Does the work for each, in their order; after a failure no more is begun. */
export async function mapInTurn<T, R>(each: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  let next = 0;
  let hasFailed = false;
  const go = async () => {
    while (next < each.length && !hasFailed) {
      const nth = next++;
      try {
        done[nth] = await work(each[nth] as T);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, go));
  return done;
}
