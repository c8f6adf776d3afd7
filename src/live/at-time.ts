/** A timer for a time however far away. */

/** The longest that one timer takes, in milliseconds: 24.8 days. */
const MAX_TIMER_MS = 2_147_483_647;

/** Calls `reached` at a time, in milliseconds since 1970: at once where it is past, never for null. @returns What cancels it. */
export function atTime(time: number | null, reached: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    if (time === null) return;
    const left = time - Date.now();
    if (left > 0) timer = setTimeout(wait, Math.min(left, MAX_TIMER_MS)).unref();
    else reached();
  };
  wait();
  return () => clearTimeout(timer);
}
