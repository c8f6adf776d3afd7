/** Relay: its compiler over this schema, and its store keyed by `nodeId`. */
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import relay from 'relay-runtime';
import type { ListeningGateway } from './gateway.ts';

const { createOperationDescriptor, Environment, fetchQuery, getRequest, Network, RecordSource, Store } = relay;
const require = createRequire(import.meta.url);
const here = fileURLToPath(new URL('.', import.meta.url));

interface Named {
  readonly __typename?: string;
  readonly nodeId: string;
  readonly id: string;
  readonly displayName: string;
}

interface Answer {
  readonly partners: { readonly nodes: readonly Named[] };
  readonly node: Named | null;
}

/** What relay-compiler writes of a query or fragment. */
interface Artifact {
  readonly metadata?: {
    readonly refetch: { readonly identifierInfo: { readonly identifierQueryVariableName: string } };
  };
}

/** Resolves with what was seen. */
export async function askRelay(gateway: ListeningGateway): Promise<string> {
  // Below this folder, since what the compiler writes requires relay-runtime; and where Git looks at nothing, since it stages it.
  const folder = mkdtempSync(join(here, 'node_modules', '.compiled-'));
  try {
    compile(folder);
    return await ask(gateway, (name) => require(join(folder, `${name}.graphql.js`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As docs/clients.md has it. */
function compile(artifactDirectory: string): void {
  writeFileSync(join(artifactDirectory, 'package.json'), '{ "type": "commonjs" }');
  const config = {
    ...{
      src: join(here, 'relay'),
      schema: join(here, '../../schema.graphql'),
      language: 'javascript',
      artifactDirectory,
      eagerEsModules: false,
    },
    schemaConfig: { nodeInterfaceIdField: 'nodeId', nodeInterfaceIdVariableName: 'nodeId' },
  };
  const file = join(artifactDirectory, 'relay.config.json');
  writeFileSync(file, JSON.stringify(config));
  execFileSync(require.resolve('relay-compiler/cli.js'), [file], { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function ask({ url, headers }: ListeningGateway, read: (name: string) => Artifact): Promise<string> {
  const network = Network.create(async ({ text }, variables) => {
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query: text, variables }) });
    return answer.json();
  });
  const store = new Store(new RecordSource());
  const environment = new Environment({
    network,
    store,
    getDataID: ({ nodeId }: Partial<Named>) => nodeId,
  });
  const fetched = async (query: Artifact, variables: object): Promise<Answer> => {
    const data = await fetchQuery(environment, query, variables).toPromise();
    // As long as nothing holds it, the store may forget it.
    environment.retain(createOperationDescriptor(getRequest(query), variables));
    return data as Answer;
  };
  const list = read('operationsListQuery');
  const first = await fetched(list, {});
  const [partner] = first.partners.nodes;
  assert.ok(partner);
  const one = await fetched(read('operationsPartnerQuery'), { id: partner.nodeId });
  const identifierInfo = read('operationsPartner_record').metadata?.refetch.identifierInfo;
  assert.ok(identifierInfo);
  const refetched = await fetched(read('operationsPartnerRefetchQuery'), {
    [identifierInfo.identifierQueryVariableName]: partner.nodeId,
    first: 1,
  });
  assert.deepEqual([one.node?.__typename, one.node?.nodeId], ['Partner', partner.nodeId]);
  assert.ok(refetched.node, 'the refetch query of a fragment finds its record');
  const again = environment.lookup(createOperationDescriptor(getRequest(list), {}).fragment);
  assert.deepEqual(again.data, first, 'the store shows what was answered first');
  assert.equal(again.isMissingData, false);
  return 'its store shows what was answered, and a fragment is refetched by node(id:)';
}
