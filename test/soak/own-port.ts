/** Ports for the programs of one soak: below those that Linux gives to who connects, which may be taken before a slow program listens. */

const FIRST = 20_000;
/** Together they end below 32,768. */
const PROCESSES = 3_000;
const PORTS_EACH = 4;

/** @param index Which of this process's own, 0 to 3. */
export function ownPort(index = 0): number {
  return FIRST + (process.pid % PROCESSES) * PORTS_EACH + index;
}
