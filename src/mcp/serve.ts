/** From a gateway and its trusted operations to the MCP server of one viewer. */
import type { McpServer } from '@modelcontextprotocol/server';
import type { Log } from '../log.ts';
import { createDescribe } from './describe.ts';
import type { McpGateway } from './gateway.ts';
import { createMcpServer } from './mcp-server.ts';
import { createRunQuery } from './run-query.ts';
import { createSearchSchema, type SchemaSearch } from './search-schema.ts';
import type { Asking } from './tool.ts';
import { createToolsOf, type Offered } from './viewer-tools.ts';

/** What the servers of a gateway share. */
export interface Serving extends Pick<SchemaSearch, 'stored' | 'embed'> {
  readonly gateway: McpGateway;
  readonly offered: readonly Offered[];
  readonly version: string;
  readonly log: Log;
  /** Whether any operation at all may be asked for. */
  readonly isDevelopment: boolean;
}

/** Makes the server of one viewer, fresh for each request or each connection. */
export function createServe(serving: Serving): (asking: Asking) => Promise<McpServer> {
  const { gateway, offered, version, log, isDevelopment, stored, embed } = serving;
  const schemaTools = [
    createSearchSchema(gateway, { schema: gateway.schema, stored, embed, log }),
    createDescribe(gateway),
    ...(isDevelopment ? [createRunQuery(gateway)] : []),
  ];
  const toolsOf = createToolsOf(gateway, offered, schemaTools);
  return async (asking) => createMcpServer({ tools: await toolsOf(asking.viewer), asking, version, log });
}
