/** Deliveries that were refused, by address: whoever sends too many of them is not looked at for the rest of a minute. */
import type { ServerResponse } from 'node:http';
import type { Windows } from '../rates/windows.ts';
import { sendLater } from './send.ts';

/** Counts those of all doors together. */
export interface Refusals {
  /** Answers an address that has sent too many; false where it is looked at. */
  turnAway(address: string, response: ServerResponse): Promise<boolean>;
  /** Counts one more. */
  note(address: string): Promise<void>;
}

/** Refused deliveries of one address a minute: the next ones are not looked at. */
const MAX_REFUSED = 120;

/** Holds nothing of its own. */
export function createRefusals(windows: Pick<Windows, 'take'>): Refusals {
  const keyOf = (address: string) => `webhooks refused ${address}`;
  return {
    turnAway: async (address, response) => {
      const { points, resetMs } = await windows.take(keyOf(address), 0);
      if (points < MAX_REFUSED) return false;
      sendLater(response, 429, resetMs, 'Too many deliveries of this address were refused: wait a minute');
      return true;
    },
    note: async (address) => void (await windows.take(keyOf(address), 1)),
  };
}
