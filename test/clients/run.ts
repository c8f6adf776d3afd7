/**
 * `npm run clients`: the stores of Apollo Client, urql and Relay show what the gateway answered, whatever came after it; typed
 * documents are what clients take; the ids of clients' own tools are those of the manifest.
 */
import { strict as assert } from 'node:assert';
import { askApollo } from './apollo.ts';
import { startGateway } from './gateway.ts';
import { askRelay } from './relay.ts';
import { checkTools } from './tools.ts';
import { askTyped } from './typed.ts';
import { askUrql } from './urql.ts';

/** What a client is asked to do with a document: ask the gateway, and later show what its store holds for the same document. */
export interface Client {
  readonly ask: (query: string) => Promise<unknown>;
  readonly show: (query: string) => Promise<unknown>;
}

/** Records of different types and groups that are of them: many share a number. */
export const DOCUMENTS = [
  '{ moveGroups(groupBy: [{ field: COMPANY }, { field: CURRENCY }, { field: JOURNAL }], first: 50) { count keys { company { id displayName } currency { id displayName } journal { id displayName } } } }',
  '{ moveGroups(groupBy: [{ field: PARTNER }], first: 50) { count keys { partner { id displayName } } } }',
  '{ expenseGroups(groupBy: [{ field: EMPLOYEE }], first: 50) { count keys { employee { id displayName name } } } }',
  '{ partners(first: 50) { nodes { id displayName name } } employees(first: 50) { nodes { id displayName } } }',
  '{ companies { nodes { id displayName } } currencies { nodes { id displayName name } } journals { nodes { id displayName code company { id displayName } } } }',
];

await using gateway = await startGateway();
for (const [name, open] of Object.entries({ 'Apollo Client': askApollo, urql: askUrql })) {
  const client: Client = open(gateway);
  const answers: unknown[] = [];
  for (const document of DOCUMENTS) answers.push(await client.ask(document));
  for (const [index, document] of DOCUMENTS.entries())
    assert.deepEqual(await client.show(document), answers[index], `${name} shows something else for ${document}`);
  process.stdout.write(`${name}: ${DOCUMENTS.length} answers stay what they were\n`);
}
process.stdout.write(`Relay: ${await askRelay(gateway)}\n`);
process.stdout.write(`Typed documents: ${await askTyped(gateway)}\n`);
process.stdout.write(`Ids: ${checkTools()}\n`);
