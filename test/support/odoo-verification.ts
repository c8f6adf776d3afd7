/** Verifications on a gateway under test, and differences that are planted for them to find. */
import type { OdooCall } from '../../src/odoo/call.ts';
import type { TestGateway } from './gateway.ts';
import { startBridge } from './odoo-events.ts';
import { readRunId, type SeenRun, untilRun } from './worker.ts';

/** What a record of Odoo or its arguments hold. */
export type Values = Readonly<Record<string, unknown>>;

/** Changes what Odoo answers. */
export type Forge = (asked: { model: string; method: string; args: Values }, answer: unknown) => unknown;

/** Runs one run of the bridge to its end, on the gateway's Odoo as `forge` changes its answers. */
export async function runBridge(
  gateway: TestGateway,
  kind: string,
  {
    forge,
    calls,
    odoo,
    maxAttempts = 1,
  }: { forge?: Forge; calls?: string[]; odoo?: OdooCall; maxAttempts?: number } = {},
): Promise<SeenRun> {
  const real = odoo ?? (gateway.sources.odoo as OdooCall);
  const asked: OdooCall = async (model, method, args, options) => {
    calls?.push(`${model} ${method}`);
    // The stand-in's companies have no lock dates: what `forge` says of them is not asked.
    const fields = (args.fields as readonly string[] | undefined)?.filter((field) => !field.endsWith('_lock_date'));
    const answer = await real(model, method, { ...args, ...(fields && { fields }) }, options);
    return forge ? forge({ model, method, args: args as Values }, answer) : answer;
  };
  await using _worker = startBridge(gateway, { odoo: asked });
  const answer = await gateway.execute(
    'mutation ($input: EnqueueRunInput!) { enqueueRun(input: $input) { run { id } userErrors { message } } }',
    { as: 'service', variables: { input: { agent: 'odoo-bridge', kind, input: {}, maxAttempts } } },
  );
  return await untilRun(gateway, readRunId(answer, 'enqueueRun'));
}

/** A difference as the service sees it. */
export interface SeenDrift {
  readonly id: string;
  readonly kind: string;
  readonly entity: string;
  readonly externalRef: string;
  readonly odooId: number | null;
  readonly expected: string | null;
  readonly found: string | null;
  readonly asOf: string;
}

/** All differences. */
export async function readDrift(gateway: TestGateway): Promise<readonly SeenDrift[]> {
  const { data, text } = await gateway.execute(
    '{ odooDrift(first: 100) { totalCount nodes { id kind entity externalRef odooId expected found asOf } } }',
    { as: 'service' },
  );
  const list = data?.odooDrift as { totalCount: number; nodes: SeenDrift[] } | undefined;
  if (list?.totalCount !== list?.nodes.length || !list) throw new Error(text);
  return list.nodes;
}

/** Seeds as the mutation takes them. */
export interface Seeds {
  readonly projects: readonly { readonly externalRef: string; readonly name: string }[];
  readonly tasks: readonly { readonly externalRef: string; readonly name: string; readonly projectRef: string }[];
}

/** Says what should be in Odoo, and nothing else. */
export async function seed(gateway: TestGateway, seeds: Partial<Seeds>, as = 'service') {
  const { data, errors } = await gateway.execute(
    `mutation ($input: UpsertOdooSeedsInput!) { upsertOdooSeeds(input: $input) {
      projects tasks removed userErrors { code message path }
    } }`,
    { as, variables: { input: { replace: true, ...seeds } } },
  );
  return { payload: data?.upsertOdooSeeds as Values | null | undefined, errors };
}

/** Seeds of all records of the demo company, as the latest verification found them. */
export async function seedsOfDemo(gateway: TestGateway): Promise<Seeds> {
  const read = (sql: string) => gateway.owner((client) => client.query(sql));
  const projects = await read(
    `select external_ref as "externalRef", name from odoo_seed.shadow_projects where external_ref like 'tripoint_demo.%' order by 1`,
  );
  const tasks = await read(
    `select t.external_ref as "externalRef", t.name, p.external_ref as "projectRef" from odoo_seed.shadow_tasks t
     join odoo_seed.shadow_projects p on p.odoo_id = t.project_odoo_id where t.external_ref like 'tripoint_demo.%' order by 1`,
  );
  return { projects, tasks } as unknown as Seeds;
}
