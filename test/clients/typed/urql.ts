/** urql: by text over POST and over GET, and by id with its persisted exchange. */
import { strict as assert } from 'node:assert';
import { Client, fetchExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { OverviewDocument } from './authenticated-client.ts';
import { RecordPickerDocument } from './workspace-app.ts';

interface Gateway {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Resolves with the names that were found. */
export async function ask({ url, headers }: Gateway): Promise<unknown> {
  const fetchOptions = { headers: { ...headers } };
  const posting = new Client({ url, fetchOptions, preferGetMethod: false, exchanges: [fetchExchange] });
  const { data, error } = await posting.query(RecordPickerDocument, { search: 'a' }).toPromise();
  assert.equal(error, undefined);
  // @ts-expect-error: the document asks for `search`
  () => posting.query(RecordPickerDocument, { typed: 'a' });
  const found = data?.partners?.nodes.map(({ name }) => name);
  // By GET, as it asks where nobody says otherwise: the token's header is one that a page of another site cannot set.
  const getting = new Client({ url, fetchOptions, preferGetMethod: true, exchanges: [fetchExchange] });
  const got = await getting.query(RecordPickerDocument, { search: 'a' }).toPromise();
  assert.deepEqual(got.data, data);
  // Without a token it has to say that it is no page of another site.
  const anonymous = async (given: Record<string, string>) => {
    const client = new Client({
      url,
      fetchOptions: { headers: given },
      preferGetMethod: true,
      exchanges: [fetchExchange],
    });
    return (await client.query(RecordPickerDocument, { search: 'a' }).toPromise()).error;
  };
  assert.match(String(await anonymous({})), /CSRF|preflight/i);
  assert.equal((await anonymous({ 'graphql-require-preflight': '1' }))?.graphQLErrors[0]?.extensions.code, 'FORBIDDEN');
  const exchanges = [persistedExchange({ preferGetForPersistedQueries: true, enableForMutation: true }), fetchExchange];
  const seen: string[] = [];
  const persisting = new Client({
    ...{ url, fetchOptions, preferGetMethod: false, exchanges },
    fetch: (input, init) => {
      seen.push(`${init?.method} ${String(input)}`);
      return fetch(input, init);
    },
  });
  const byId = await persisting.query(RecordPickerDocument, { search: 'a' }).toPromise();
  assert.deepEqual(byId.data, data);
  assert.equal(seen.length, 1, 'the id was known at once');
  assert.match(seen[0] ?? '', /^GET .*persistedQuery/);
  const partly = await posting.query(OverviewDocument, {}).toPromise();
  assert.ok(partly.data?.moves && partly.data.spaces === null);
  assert.equal(partly.error?.graphQLErrors[0]?.extensions.code, 'NOT_CONFIGURED');
  return found;
}
