/** graphql-request: by text. */
import { strict as assert } from 'node:assert';
import { print } from 'graphql';
import { GraphQLClient } from 'graphql-request';
import { OverviewDocument, type OverviewQuery } from './authenticated-client.ts';
import { RecordPickerDocument } from './workspace-app.ts';

interface Gateway {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Resolves with the names that were found. */
export async function ask({ url, headers }: Gateway): Promise<unknown> {
  const client = new GraphQLClient(url, { headers: { ...headers } });
  const { partners } = await client.request(RecordPickerDocument, { search: 'a' });
  // @ts-expect-error: the document asks for `search`
  () => client.request(RecordPickerDocument, { typed: 'a' });
  const all = new GraphQLClient(url, { headers: { ...headers }, errorPolicy: 'all' });
  // What says the errors beside the data takes a text.
  const { data, errors } = await all.rawRequest<OverviewQuery>(print(OverviewDocument));
  assert.ok(data.moves && data.spaces === null);
  assert.equal(errors?.[0]?.extensions.code, 'NOT_CONFIGURED');
  return partners?.nodes.map(({ name }) => name);
}
