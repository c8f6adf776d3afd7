/** Apollo Client: by text, by id from the manifest that was written for it, and with automatic persisted queries. */
import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { generatePersistedQueryIdsFromManifest } from '@apollo/persisted-query-lists';
import { gql } from 'graphql-request';
import { OverviewDocument } from './authenticated-client.ts';
import { RecordPickerDocument } from './workspace-app.ts';

interface Gateway {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Resolves with the names that were found. */
export async function ask({ url, headers }: Gateway): Promise<unknown> {
  const sent: string[] = [];
  const http = new HttpLink({
    ...{ uri: url, headers: { ...headers } },
    fetch: (input, init) => {
      sent.push(String(init?.body));
      return fetch(input, init);
    },
  });
  const open = (link: ApolloLink) => new ApolloClient({ link, cache: new InMemoryCache() });
  const variables = { search: 'a' };
  const { data } = await open(http).query({ query: RecordPickerDocument, variables });
  // @ts-expect-error: the document asks for `search`
  () => open(http).query({ query: RecordPickerDocument, variables: { typed: 'a' } });
  const found = data?.partners?.nodes.map(({ name }) => name);
  const manifest = JSON.parse(readFileSync(new URL('workspace-app.json', import.meta.url), 'utf8'));
  const ids = new PersistedQueryLink(generatePersistedQueryIdsFromManifest({ loadManifest: async () => manifest }));
  sent.splice(0);
  const byId = await open(ApolloLink.from([ids, http])).query({ query: RecordPickerDocument, variables });
  assert.deepEqual(byId.data, data);
  assert.equal(sent.length, 1);
  assert.doesNotMatch(sent[0] ?? '', /"query":/);
  // Automatic ones: a trusted operation by its hash at once, another one by its text once more.
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const automatic = open(ApolloLink.from([new PersistedQueryLink({ sha256 }), http]));
  sent.splice(0);
  assert.deepEqual((await automatic.query({ query: RecordPickerDocument, variables })).data, data);
  assert.equal(sent.length, 1);
  const other = gql`query Mine { viewer { kind } }`;
  sent.splice(0);
  const { parse } = await import('graphql');
  assert.deepEqual(
    (await automatic.query<{ viewer: { kind: string } }>({ query: parse(other) })).data?.viewer.kind,
    'SERVICE',
  );
  assert.equal(sent.length, 2);
  const partly = await open(http).query({ query: OverviewDocument, errorPolicy: 'all' });
  assert.ok(partly.data?.moves && partly.data.spaces === null);
  assert.match(JSON.stringify(partly.error), /NOT_CONFIGURED/);
  return found;
}
