/** What the environment says of the door for agents: by which names it is asked, and what clients are told of it. */
import { z } from 'zod';
import { url } from '../variables.ts';

/** Read by `readConfig`. */
export interface McpConfig {
  /** Where clients reach the gateway, e.g. `https://gateway.example.com`; null for where they say that they do. */
  readonly publicUrl: string | null;
  /** Host names beside those of this machine and of `publicUrl` by which it may be asked, without ports. */
  readonly allowedHosts: readonly string[];
  /** Whether the identity provider gives the scopes `tripoint:read` and `tripoint:write`, so that clients may ask for them. */
  readonly withScopes: boolean;
}

const HOST = /^([a-z\d]([a-z\d.-]*[a-z\d])?|\[[\da-f:]+\])$/i;

/** The variables. */
export const mcpVariables = z.object({
  PUBLIC_URL: url(/^https?$/, 'an origin such as https://gateway.example.com, without a path').refine(
    (given) => given === undefined || new URL(given).origin === given.replace(/\/$/, ''),
    'must be an origin such as https://gateway.example.com, without a path',
  ),
  MCP_ALLOWED_HOSTS: z
    .string()
    .transform((list) => list.split(',').map((host) => host.trim()))
    .refine(
      (hosts) => hosts.every((host) => HOST.test(host)),
      'must be host names such as gateway.internal, separated by commas, without ports',
    )
    .optional(),
  MCP_SCOPES: z.enum(['on', 'off'], 'must be on or off').default('off'),
});

/** @param host The address that the gateway listens on: who asks by it asks no name of somebody else's. */
export function readMcp(read: z.infer<typeof mcpVariables>, host: string): McpConfig {
  const isAny = host === '0.0.0.0' || host === '::';
  return {
    publicUrl: read.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    allowedHosts: [...(isAny ? [] : [host.includes(':') ? `[${host}]` : host]), ...(read.MCP_ALLOWED_HOSTS ?? [])],
    withScopes: read.MCP_SCOPES === 'on',
  };
}
