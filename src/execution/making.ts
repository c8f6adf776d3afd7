/** An answer that graphql-js makes: given up when its time is up or it grows too long, and one error for each thing that fails. */
import { type FieldNode, type GraphQLResolveInfo, isNonNullType } from 'graphql';
import { tooLong } from '../byte-budget.ts';
import type { Context } from '../context.ts';
import { GatewayError } from '../errors.ts';
import { isStoredJson } from '../sdl/raw-json.ts';

/** One answer in the making. */
export interface Making {
  /** Counts a value of the answer; false where the answer is given up, and nothing more is to be made of it. */
  note(info: GraphQLResolveInfo, value: unknown): boolean;
  /** Why it is given up; null while it is not. */
  readonly reason: () => GatewayError | null;
  /**
   * Throws the first failure of its kind among the nodes of a level, and counts the others: they are null beside it.
   *
   * A million nodes of a link that fails would be a million errors that say the same.
   */
  fail(info: GraphQLResolveInfo, error: unknown): null;
  /** The same for a value of a list: the error that stands in its place, null where the first of its kind counts it. */
  stand(info: GraphQLResolveInfo, error: unknown): unknown;
}

/** Values between two looks at the clock. */
const BREATH = 512;
/** Texts of at least so many characters are counted by their bytes, shorter ones by their characters. */
const LONG = 1_024;

/** @param isWritten Whether it says what a mutation has done: that is told though its time is up, and at twice the length. */
export function createMaking({ limits, checkTime }: Pick<Context, 'limits' | 'checkTime'>, isWritten: boolean): Making {
  // What the database answers is counted before the commit, by bytes; here it is estimated.
  const maxBytes = isWritten ? 2 * limits.maxBytes : limits.maxBytes;
  const byField = new Map<readonly FieldNode[], { bytes: number; readonly info: GraphQLResolveInfo }>();
  const failures = new Map<readonly FieldNode[], Map<string, unknown>>();
  let bytes = 0;
  let values = 0;
  let reason: GatewayError | null = null;
  const look = () => {
    try {
      checkTime();
    } catch (error) {
      reason = error as GatewayError;
    }
  };
  const stand: Making['stand'] = (info, error) => {
    const known = failures.get(info.fieldNodes) ?? new Map<string, unknown>();
    failures.set(info.fieldNodes, known);
    const message = error instanceof Error ? error.message : String(error);
    const first = known.get(message);
    if (first === undefined) {
      const standing = error instanceof GatewayError ? copyOf(error) : error;
      known.set(message, standing);
      return standing;
    }
    if (first instanceof GatewayError) first.details.count = Number(first.details.count ?? 1) + 1;
    return null;
  };
  return {
    stand,
    note: (info, value) => {
      if (reason) return false;
      const more = sizeOf(value) + String(info.path.key).length + 4;
      const field = byField.get(info.fieldNodes) ?? { bytes: 0, info };
      byField.set(info.fieldNodes, field);
      field.bytes += more;
      bytes += more;
      values += 1;
      if (!isWritten && values % BREATH === 0) look();
      if (bytes > maxBytes) {
        const most = [...byField.values()].reduce((left, right) => (right.bytes > left.bytes ? right : left));
        reason = tooLong({ maxBytes, asked: bytes, field: keysOf(most.info).join('.') });
      }
      return reason === null;
    },
    reason: () => reason,
    fail: (info, error) => {
      if (isNonNullType(info.returnType)) throw error;
      const standing = stand(info, error);
      if (standing !== null) throw standing;
      return null;
    },
  };
}

/** Response keys from the root. */
export function keysOf({ path }: GraphQLResolveInfo): string[] {
  const keys: string[] = [];
  for (let at: typeof path | undefined = path; at; at = at.prev) if (typeof at.key === 'string') keys.unshift(at.key);
  return keys;
}

/** About how many bytes the value has as JSON; what is below it is counted when it is read. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return (value.length < LONG ? value.length : Buffer.byteLength(value)) + 2;
  return isStoredJson(value) ? Buffer.byteLength(value.$raw) : 4;
}

/** A new error to count in, since other fields may hold the same one. */
function copyOf({ code, message, surface, cause, details }: GatewayError): GatewayError {
  return new GatewayError(code, message, { ...(surface && { surface }), cause, details: { ...details } });
}
