/** Places for bodies of deliveries that are being read: what strangers send may hold so much memory, and for so long. */
import type { IncomingMessage } from 'node:http';
import type { Refusal } from '../bridge/refusals.ts';

/** Lends them. */
export interface BodyPlaces {
  /** @param read Reads the body; gives its bytes, or how many there are where they are too many, or null where the client left. */
  with(
    address: string,
    request: IncomingMessage,
    read: () => Promise<Buffer | number | null>,
  ): Promise<Buffer | Refusal | { readonly retryAfterMs: number; readonly message: string } | 'gone'>;
}

/** Bytes of a body at most. */
export const MAX_BODY_BYTES = 262_144;
const MAX_BODIES = 64;
/** Those of one address: many more than an Odoo sends at once, and few enough to leave others some. */
const MAX_OF_ADDRESS = 16;
/** Milliseconds that a body may take to come. */
const BODY_MS = 10_000;

/** Holds none before they are asked for. */
export function createBodyPlaces(): BodyPlaces {
  const reading = new Map<string, number>();
  let taken = 0;
  return {
    with: async (address, request, read) => {
      const own = reading.get(address) ?? 0;
      if (taken >= MAX_BODIES || own >= MAX_OF_ADDRESS)
        return { retryAfterMs: 1_000, message: 'Too many deliveries come in at once: send it again' };
      taken += 1;
      reading.set(address, own + 1);
      const timer = setTimeout(() => request.destroy(), BODY_MS);
      try {
        const body = await read();
        if (body === null) return 'gone';
        return typeof body === 'number' ? tooLarge(body) : body;
      } finally {
        clearTimeout(timer);
        taken -= 1;
        const rest = (reading.get(address) ?? 1) - 1;
        if (rest > 0) reading.set(address, rest);
        else reading.delete(address);
      }
    },
  };
}

function tooLarge(bytes: number): Refusal {
  return { reason: 'size', message: `The body has ${bytes} bytes: ${MAX_BODY_BYTES} are the most` };
}
