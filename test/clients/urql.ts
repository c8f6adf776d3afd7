/** urql with graphcache. */

import { readFileSync } from 'node:fs';
import { fetchExchange, Client as Urql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { buildSchema, isObjectType } from 'graphql';
import type { ListeningGateway } from './gateway.ts';
import type { Client } from './run.ts';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
/** What has no id belongs to what it stands in. */
const unkeyed = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !('id' in type.getFields()));
const keys = Object.fromEntries(unkeyed.map(({ name }) => [name, () => null]));

/** Opens one. */
export function askUrql({ url, headers }: ListeningGateway): Client {
  const client = new Urql({
    url,
    fetchOptions: { headers: { ...headers } },
    preferGetMethod: false,
    exchanges: [cacheExchange({ keys }), fetchExchange],
  });
  const ask = async (query: string, requestPolicy: 'network-only' | 'cache-only') => {
    const { data, error } = await client.query(query, {}, { requestPolicy }).toPromise();
    if (error) throw error;
    return data as unknown;
  };
  return { ask: (query) => ask(query, 'network-only'), show: (query) => ask(query, 'cache-only') };
}
