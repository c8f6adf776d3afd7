/** Cursors of results: what was cut, or is still coming, is asked for by one tool. They hold what was asked, and no state. */
import { z } from 'zod';
import { badInput, GatewayError } from '../errors.ts';
import type { Position, Tool } from './tool.ts';

/** A call that goes on. */
export interface Continued {
  readonly tool: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly position: Position;
}

const continuedSchema = z.strictObject({
  tool: z.string(),
  args: z.record(z.string(), z.unknown()),
  position: z.union([
    z.strictObject({ from: z.array(z.union([z.string(), z.number()])).max(1_000) }),
    z.strictObject({ after: z.string() }),
  ]),
});

/** Its cursor, of letters that need no escaping. */
export function printCursor(continued: Continued): string {
  return Buffer.from(JSON.stringify(continued)).toString('base64url');
}

/** @param tools Those of the caller. */
export function createReadOn(tools: readonly Tool[]): Tool {
  return {
    name: 'read_on',
    description: 'Goes on where a result ended that has a `cursor`: the rest of it, or what came since.',
    input: { type: 'object', properties: { cursor: { type: 'string' } }, required: ['cursor'] },
    output: null,
    ...{ risk: 'read', isIdempotent: true, scopes: [] },
    call: async ({ cursor }, caller) => {
      const { tool: name, args, position } = readCursor(cursor);
      const tool = tools.find((one) => one.name === name);
      // A cursor that somebody made up must not write: this tool says that it only reads.
      if (tool?.risk !== 'read') throw new GatewayError('NOT_FOUND', `There is no tool "${name}" that could go on`);
      return tool.call(args, { ...caller, position });
    },
  };
}

function readCursor(cursor: unknown): Continued {
  try {
    return continuedSchema.parse(JSON.parse(Buffer.from(String(cursor), 'base64url').toString('utf8')));
  } catch {
    throw badInput('cursor', 'is none that a result had: give the whole of it');
  }
}
