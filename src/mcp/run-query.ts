/** The tool `run_query`: any operation at all, in development, for those who write the operations that become tools. */
import { badInput } from '../errors.ts';
import type { McpGateway } from './gateway.ts';
import { answer } from './operation-tools.ts';
import type { Tool } from './tool.ts';

/** It may write, so nothing of what it answers is read on. */
export function createRunQuery(gateway: McpGateway): Tool {
  const name = 'run_query';
  return {
    name,
    description: 'In development: executes any GraphQL operation as you. Read the schema by describe first.',
    input: {
      type: 'object',
      properties: { query: { type: 'string' }, variables: { type: 'object' } },
      required: ['query'],
    },
    output: null,
    ...{ risk: 'destructive', isIdempotent: false, scopes: [] },
    call: async ({ query, variables = {}, ...more }, caller) => {
      if (typeof query !== 'string') throw badInput('query', 'must be a GraphQL document');
      if (typeof variables !== 'object' || variables === null || Array.isArray(variables))
        throw badInput('variables', 'must be an object');
      const [unknown] = Object.keys(more);
      if (unknown !== undefined) throw badInput(unknown, 'is none of this tool’s: it takes query and variables');
      const asked = { name, query, variables: variables as Readonly<Record<string, unknown>>, isRead: false };
      return answer(gateway, asked, caller);
    },
  };
}
