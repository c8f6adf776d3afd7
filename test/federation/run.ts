/** `npm run federation`: the gateway composed with a foreign subgraph, and both asked through a real router. */
import { strict as assert } from 'node:assert';
import { packagePaths } from '../../src/paths.ts';
import { readSdl } from '../../src/sdl/load.ts';
import { printSubgraph } from '../../src/sdl/subgraph.ts';
import { startTripoint } from './gateway.ts';
import { REVIEWS_SDL, startReviews } from './reviews.ts';
import { compose, startRouter } from './router.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const codesOf = (errors: readonly { path?: (string | number)[]; extensions: Record<string, unknown> }[] = []) =>
  errors.map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`).sort();

await using tripoint = await startTripoint();
const [service, ana, carla] = await Promise.all([
  tripoint.tokenOf({ service: true }),
  tripoint.tokenOf({ user: 'ana' }),
  tripoint.tokenOf({ user: 'carla' }),
]);

async function askTripoint(query: string): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${service}` };
  const answer = await fetch(tripoint.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return ((await answer.json()) as { data: Record<string, unknown> }).data;
}

const sdl = printSubgraph(readSdl(packagePaths().schema));
assert.deepEqual(
  await askTripoint('{ _service { sdl } }'),
  { _service: { sdl } },
  '_service answers what the command prints',
);

type Found = Record<'shared' | 'closed', { nodes: { id: string }[] }> &
  Record<'partners' | 'runs', { nodes: { id: string }[] }>;
const found = (await askTripoint(`{
  shared: pages(filter: { title: { startsWith: "Hotel network" } }) { nodes { id } }
  closed: pages(filter: { title: { startsWith: "Minutes of the board" } }) { nodes { id } }
  partners(first: 2) { nodes { id } } runs(first: 1) { nodes { id } } }`)) as Found;
const [shared, closed, run] = [found.shared, found.closed, found.runs].map(({ nodes }) => nodes[0]?.id);
const [first, second] = found.partners.nodes.map(({ id }) => id);
assert.ok(shared && closed && run && first && second);
/** A partner that there is not. */
const ABSENT = '2147483647';

await using reviews = await startReviews([
  { id: '1', stars: 5, partner: first, page: shared, run },
  { id: '2', stars: 2, partner: second, page: closed },
  { id: '3', stars: 4, partner: first, page: shared },
  { id: '4', stars: 1, partner: ABSENT },
]);
const supergraph = compose([
  { name: 'tripoint', url: tripoint.url, sdl },
  { name: 'reviews', url: reviews.url, sdl: REVIEWS_SDL },
]);
say(`composed without an error or a hint: ${supergraph.length} characters`);
await using router = await startRouter(supergraph, 'tripoint');

/** Asks the router, and says how often each side was asked. */
async function ask(query: string, token: string | null, variables?: object) {
  tripoint.asked.length = 0;
  reviews.asked.length = 0;
  const answer = await router.ask(query, token, variables);
  const operations = tripoint.asked.filter((call) => call === 'operation').length;
  const upstream = tripoint.asked.filter((call) => call !== 'operation').sort();
  return { ...answer, operations, upstream, foreign: [...reviews.asked] };
}

const OVER_BOTH = `{ reviews {
  nodes { stars partner { id name country { code } } page { title partner { name } } }
  pageInfo { hasNextPage }
} }`;

interface Reviewed {
  readonly stars: number;
  readonly partner: { readonly id: string; readonly name: string | null };
  readonly page: { readonly title: string } | null;
}

const SHARED = 'Hotel network for Harana Hotels';
for (const [name, token, titles] of [
  ['ana', ana, [SHARED, null, SHARED, null]],
  ['carla', carla, [null, 'Minutes of the board', null, null]],
] as const) {
  const { data, errors, operations, upstream, foreign } = await ask(OVER_BOTH, token);
  assert.equal(errors, undefined);
  const { nodes } = (data as { reviews: { nodes: Reviewed[] } }).reviews;
  assert.deepEqual(
    nodes.map(({ stars, partner }) => [stars, partner.id, partner.name !== null]),
    [
      [5, first, true],
      [2, second, true],
      [4, first, true],
      // What the foreign subgraph says of it, and nothing of ours: there is no such partner.
      [1, ABSENT, false],
    ],
  );
  const shown = nodes.map(({ page }) => page?.title ?? null);
  assert.deepEqual(shown, titles, `${name} sees the pages that row-level security shows`);
  const links = name === 'ana' ? ['odoo: res.partner web_search_read'] : [];
  assert.deepEqual(upstream, ['odoo: res.partner web_search_read', ...links, 'work: select work.pages']);
  assert.deepEqual(foreign, [undefined], 'the foreign subgraph is asked once, and without the token');
  say(`${name}, over both: reviews asked once, we by ${operations} operations, upstream ${upstream.join(', ')}`);
}

const back = await ask('{ partners(first: 2) { nodes { name reviews { stars page { title } } } } }', ana);
assert.equal(back.errors, undefined);
assert.deepEqual(
  (back.data as { partners: { nodes: { reviews: object[] }[] } }).partners.nodes.map(({ reviews: of }) => of),
  [
    [
      { stars: 5, page: { title: SHARED } },
      { stars: 4, page: { title: SHARED } },
    ],
    [{ stars: 2, page: null }],
  ],
);
assert.deepEqual(back.upstream, ['odoo: res.partner web_search_read', 'work: select work.pages']);
assert.deepEqual(back.foreign, [undefined]);
say(`from partners to their reviews and back to pages: upstream ${back.upstream.join(', ')}`);

const refused = await ask('{ reviews { nodes { stars run { agent } } } runs(first: 1) { nodes { id } } }', ana);
assert.deepEqual(codesOf(refused.errors), ['reviews.nodes.0.run FORBIDDEN', 'runs FORBIDDEN']);
assert.ok(refused.errors?.every(({ message }) => message.startsWith('A user may not read ops.runs')));
assert.equal((refused.data as { reviews: { nodes: object[] } }).reviews.nodes.length, 4);
assert.deepEqual(refused.upstream, []);
const limited = await ask('{ reviews { nodes { stars } } partners(first: 101) { nodes { id } } }', ana);
assert.deepEqual(codesOf(limited.errors), ['partners LIMIT_EXCEEDED']);
const anonymous = await ask('{ reviews { nodes { page { title } } } viewer { kind } }', null);
assert.deepEqual(codesOf(anonymous.errors), ['reviews.nodes.0.page FORBIDDEN']);
assert.deepEqual((anonymous.data as { viewer: object }).viewer, { kind: 'ANONYMOUS' });
/** What is refused as a whole: the router answers what it has of the others. */
for (const [code, query, token, variables] of [
  ['UNAUTHENTICATED', '{ reviews { nodes { stars page { title } } } }', 'no.token.atall', {}],
  [
    'LIMIT_EXCEEDED',
    '{ reviews { nodes { stars } } partners(first: 100) { nodes { contacts(first: 100) { nodes { contacts(first: 100) { nodes { id } } } } } } }',
    ana,
    {},
  ],
  [
    'BAD_USER_INPUT',
    'query ($day: Date) { reviews { nodes { stars } } moves(filter: { invoiceDate: { gte: $day } }) { totalCount } }',
    ana,
    { day: 'yesterday' },
  ],
] as const) {
  const { data, errors, upstream } = await ask(query, token, variables);
  assert.deepEqual(
    errors?.map(({ extensions }) => extensions.code),
    [code],
  );
  assert.equal((data as { reviews: { nodes: object[] } }).reviews.nodes.length, 4);
  assert.deepEqual(upstream, []);
}
say('errors keep their codes and places, and what is not refused is answered');

const written = await ask(
  'mutation ($name: String!) { createSpace(input: { name: $name }) { space { name } userErrors { code } } }',
  ana,
  { name: 'Through a router' },
);
assert.deepEqual(written.data, { createSpace: { space: { name: 'Through a router' }, userErrors: [] } });
const two = { move: { blockId: shared }, delete: { blockId: shared } };
const ambiguous = await ask(
  `mutation ($operations: [BlockOperation!]!, $pageId: ID!) {
    applyBlockOperations(input: { pageId: $pageId, expectedVersion: 1, operations: $operations }) { version }
  }`,
  ana,
  { pageId: shared, operations: [two] },
);
assert.deepEqual(
  ambiguous.errors?.map(({ extensions }) => extensions.code),
  ['BAD_USER_INPUT'],
);
assert.deepEqual([ambiguous.operations, ambiguous.upstream], [1, []], 'no router knows @oneOf; we do');
const nodeId = Buffer.from(`Partner:${first}`).toString('base64url');
const byNode = await ask(`{ node(id: "${nodeId}") { ... on Partner { name reviews { stars } } } }`, ana);
assert.deepEqual((byNode.data as { node: { reviews: object[] } }).node.reviews, [{ stars: 5 }, { stars: 4 }]);
const live = await ask('subscription { pageChanged(spaceId: "x") { cursor } }', ana);
assert.match(live.errors?.[0]?.message ?? '', /subscription/i);
say('mutations and node(id:) go through, subscriptions do not');
