/** Single-flight: whoever asks what is being asked already waits for the same answer. */
import { untilAborted } from '../abort.ts';
import { cancelledFault } from './faults.ts';

/** Work that ends early when its signal is aborted. */
type Work = (signal: AbortSignal) => Promise<unknown>;

interface Flight {
  readonly answer: Promise<unknown>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Shares work under way by key; null shares nothing.
 *
 * @param watch Told how to count what is under way.
 *
 * One who leaves gets `cancelledFault` at once; the work is aborted when the last one has left.
 */
export function createSingleFlight(
  watch: (flights: () => number) => void,
): (key: string | null, work: Work, signal?: AbortSignal) => Promise<unknown> {
  const flights = new Map<string, Flight>();
  watch(() => flights.size);

  const depart = (key: string | null, work: Work): Flight => {
    const controller = new AbortController();
    const flight: Flight = { answer: work(controller.signal), controller, waiting: 0 };
    const land = () => {
      if (key !== null && flights.get(key) === flight) flights.delete(key);
    };
    // Also what handles a rejection that nobody waits for any more.
    flight.answer.then(land, land);
    if (key !== null) flights.set(key, flight);
    return flight;
  };

  return async (key, work, signal) => {
    if (signal?.aborted) throw cancelledFault(signal.reason);
    const flight = (key !== null && flights.get(key)) || depart(key, work);
    flight.waiting += 1;
    if (!signal) return flight.answer;
    const onLeave = () => {
      flight.waiting -= 1;
      if (flight.waiting > 0) return;
      // Whoever comes now must not share a call that is being ended.
      if (key !== null && flights.get(key) === flight) flights.delete(key);
      flight.controller.abort();
    };
    return untilAborted(flight.answer, signal, { error: cancelledFault, onLeave });
  };
}
