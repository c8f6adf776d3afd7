/** The bytes of one operation's answers: which field brought how many, and what is said when they are too many. */
import { GatewayError, type Surface } from './errors.ts';

/** Counts bytes against the operation's limit. */
export interface ByteBudget {
  /** Why so many more are too many, before they are kept; null where they are not. @param field Response keys from the root, e.g. `pages.nodes`. */
  refuse(field: string, bytes: number, surface?: Surface): GatewayError | null;
  /** Counts them. @throws GatewayError `LIMIT_EXCEEDED` where they are too many. */
  take(field: string, bytes: number, surface?: Surface): void;
}

/** @param maxBytes Of all answers of the operation. */
export function createByteBudget(maxBytes: number): ByteBudget {
  const byField = new Map<string, number>();
  let taken = 0;
  const refuse: ByteBudget['refuse'] = (field, bytes, surface) => {
    if (taken + bytes <= maxBytes) return null;
    const costs = [...byField, [field, (byField.get(field) ?? 0) + bytes] as const];
    const [most] = costs.reduce((left, right) => (right[1] > left[1] ? right : left));
    return tooLong({ maxBytes, asked: taken + bytes, field: most }, surface);
  };
  return {
    refuse,
    take: (field, bytes, surface) => {
      const refusal = refuse(field, bytes, surface);
      if (refusal) throw refusal;
      taken += bytes;
      byField.set(field, (byField.get(field) ?? 0) + bytes);
    },
  };
}

/** @param asked Bytes so far: at least so many would have come. */
export function tooLong(
  { maxBytes, asked, field }: { maxBytes: number; asked: number; field: string },
  surface?: Surface,
): GatewayError {
  return new GatewayError(
    'LIMIT_EXCEEDED',
    `The answer has ${asked} bytes or more, and ${maxBytes} are the most (OPERATION_MAX_BYTES): "${field}" brings most of them. Ask for smaller pages, or for fewer fields`,
    { ...(surface && { surface }), details: { limit: 'OPERATION_MAX_BYTES', most: maxBytes, asked, field } },
  );
}
