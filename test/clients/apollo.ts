/** Apollo Client with its normalized cache as it comes. */
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import type { ListeningGateway } from './gateway.ts';
import type { Client } from './run.ts';

/** Opens one. */
export function askApollo({ url, headers }: ListeningGateway): Client {
  const client = new ApolloClient({ link: new HttpLink({ uri: url, headers }), cache: new InMemoryCache() });
  const ask = (query: string, fetchPolicy: 'network-only' | 'cache-only') =>
    client.query({ query: gql(query), fetchPolicy }).then(({ data }) => data);
  return { ask: (query) => ask(query, 'network-only'), show: (query) => ask(query, 'cache-only') };
}
