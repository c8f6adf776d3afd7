/**
 * The matrix: every viewer kind and agent × every root field × what is its own, another's, or nothing; and every database
 * role × table × operation. What the doctrine says beforehand, and what the gateway does: with all locks on, with the
 * database's alone, and with the shield's alone.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agentRole, clientRole } from '../../src/auth/viewer.ts';
import { type Doctrine, loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { createGatewaySchema } from '../../src/schema.ts';
import { readSdl } from '../../src/sdl/load.ts';
import { createFolderFiles } from '../../src/storage/folder-files.ts';
import { createEmbedder } from '../../src/work/search/create-embedder.ts';
import { admitWriter, copyWithWriter } from '../support/acting.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { type Answered, askCells, type Cell, undoing } from '../support/matrix-ask.ts';
import { askDatabase, REFUSALS } from '../support/matrix-database.ts';
import { allowAll, createExpectation, type Expected, isOfMemory } from '../support/matrix-expected.ts';
import { MATRIX_FIELDS } from '../support/matrix-fields.ts';
import { createViewers, type MatrixViewer, USERS } from '../support/matrix-viewers.ts';
import { createEmptyWorld, createWorld, OBJECTS, type World } from '../support/matrix-world.ts';
import { createMemoryAccounts } from '../support/odoo-accounts.ts';
import { readOwnSdl } from '../support/own-sdl.ts';
import { fillSummary } from '../support/project-summary.ts';
import { isRealStack, JWT_SECRET, stackOdoo } from '../support/stack.ts';
import { findUntoldMutations } from '../support/untold.ts';

/** With an agent that writes for users, an OAuth client that is that agent, and one that reads: the doctrine itself has none. */
const WRITER = 'test-matrix-writer';
const READER = 'test-matrix-reader';
const paths = copyWithWriter(WRITER, ({ agents, oauthClients }) => {
  // It asks for more than any agent would.
  Object.assign(agents[WRITER] ?? {}, { limits: {} });
  oauthClients['matrix-client'] = { clientId: 'matrix', agent: WRITER };
  const reads = { odoo: ['res.partner'], ops: ['ops.projects'], work: ['work.spaces', 'work.pages'] };
  oauthClients[READER] = { clientId: 'matrix-reads', purpose: 'Reads pages.', reads };
});
const doctrine = loadDoctrine(paths);
let viewers: readonly MatrixViewer[];

beforeAll(async () => {
  viewers = await createViewers(doctrine);
});

const allCells = (): Cell[] =>
  viewers.flatMap((viewer) => MATRIX_FIELDS.flatMap((field) => OBJECTS.map((object) => ({ viewer, field, object }))));

/** For people: the cells that are not as expected. */
function differencesOf(answered: readonly Answered[], expectation: (cell: Cell) => Expected): string[] {
  return answered.flatMap(({ cell, outcome, text }) => {
    const { outcome: expected } = expectation(cell);
    if (outcome === expected) return [];
    return [`${cell.viewer.name} × ${cell.field.coordinate} × ${cell.object}: ${outcome}, not ${expected}: ${text}`];
  });
}

const print = (line: string) => {
  // biome-ignore lint/suspicious/noConsole: the counts are what the matrix is asked for
  console.info(line);
};

/** Nothing behind the gateway: what comes through is seen at once. */
const NO_SYSTEMS = { sources: { odoo: null, postgres: null } } as unknown as TestGateway;

const untold = findUntoldMutations(readOwnSdl().schema);
it('knows an input of every mutation, and who may send it', () => expect(untold).toEqual([]));
/** Without that nothing can be asked. */
const whereTold = describe.skipIf(untold.length > 0);

whereTold('the rules alone, before any database is asked', () => {
  it('refuse each cell that the doctrine refuses, and with its code', async () => {
    const expectation = createExpectation(doctrine);
    const cells = allCells().filter((cell) => cell.object === 'own' && expectation(cell).rule !== null);
    await using gateway = await createTestGateway({ beside: NO_SYSTEMS, paths });
    const answered = await askCells(gateway, createEmptyWorld(), cells, { together: true });
    expect(differencesOf(answered, expectation)).toEqual([]);
    expect(answered.length).toBeGreaterThan(500);
    print(`the matrix of refusals: ${answered.length} cells`);
  });
});

describe.runIf(isRealStack && untold.length === 0)('the matrix', () => {
  let folder: string;
  let base: TestGateway;
  let world: World;
  let expectation: (cell: Cell) => Expected;
  const accounts = createMemoryAccounts();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'matrix-'));
    base = await createTestGateway({ files: createFolderFiles(folder, JWT_SECRET), paths });
    await fillSummary(base);
    await admitWriter(base, paths, WRITER);
    await base.owner((client) => client.script(READER_SQL));
    // The reader's own user of Odoo, which sees all records of the matrix.
    const own = (await base.sources.odoo?.('res.users', 'context_get', {})) as { uid: number } | undefined;
    accounts.connect(USERS.mapped, { odooUserId: own?.uid ?? 0, login: 'reader', apiKey: stackOdoo().apiKey });
    world = await createWorld(base);
    expectation = createExpectation(doctrine, await findUnconfigured(base));
  }, 120_000);

  afterAll(async () => {
    const roles = `${agentRole(WRITER)}, ${clientRole(READER)}`;
    await base.owner((client) => client.script(`drop owned by ${roles}`));
    // Roles belong to the cluster; where another run has the same ones, it drops them.
    await base.owner((client) => client.script(`drop role ${roles}`)).catch(() => undefined);
    await base[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  const gatewayOn = (from: TestGateway, said: Doctrine = doctrine): Promise<TestGateway> => {
    const { postgres } = from.sources;
    if (!postgres) throw new Error('the matrix needs a database');
    const files = createFolderFiles(folder, JWT_SECRET);
    const search = { embedder: createEmbedder({ kind: 'built-in' }), answerer: null };
    const schema = createGatewaySchema(readSdl(packagePaths().schema), said, { files, search });
    return createTestGateway({ beside: from, postgres: undoing(postgres), files, schema, paths, accounts });
  };

  it('with all locks on: no cell differs from the doctrine', { timeout: 400_000 }, async () => {
    await using gateway = await gatewayOn(base);
    const answered = await askCells(gateway, world, allCells());
    print(`all locks on: ${answered.length} cells`);
    expect(differencesOf(answered, expectation)).toEqual([]);
  });

  it('of dry runs: each is refused as its write is, and none writes', { timeout: 400_000 }, async () => {
    await using gateway = await gatewayOn(base);
    const cells = allCells().filter(({ field, object }) => field.root === 'mutation' && object !== 'absent');
    const answered = await askCells(gateway, world, cells, { isDry: true });
    // What is confirmed of a write is not of its dry run.
    const unconfirmed = createExpectation({ ...doctrine, confirm: {} }, await findUnconfigured(base));
    const expected = (cell: Cell): Expected => {
      const { rule, outcome } = unconfirmed(cell);
      return { rule, outcome: outcome === 'written' ? 'nothing written' : outcome };
    };
    print(`dry runs: ${answered.length} cells`);
    expect(differencesOf(answered, expected)).toEqual([]);
  });

  it("with the shield off: the database's locks let no prohibited write through, nor show what is hidden", {
    timeout: 400_000,
  }, async () => {
    await using gateway = await gatewayOn(base, allowAll(doctrine));
    const isProhibited = (cell: Cell) =>
      !['written', 'shown', 'NOT_CONFIGURED', 'CONFIRMATION_REQUIRED'].includes(expectation(cell).outcome) &&
      cell.field.surface !== 'odoo' &&
      !isOfMemory(cell);
    const answered = await askCells(gateway, world, allCells().filter(isProhibited));
    // The rules' own code, which the database does not know: the shield is off indeed.
    expect(answered.map(({ outcome }) => outcome)).not.toContain('BOUNDARY_VIOLATION');
    const passed = answered.filter(({ outcome }) => /^(written|shown)/.test(outcome));
    print(
      `shield off: ${answered.length} prohibited cells; of Odoo and the gateway's memory the shield is the only lock, and is not counted here`,
    );
    expect(passed.map(describeCell)).toEqual([]);
  });

  it("with the database wide open: the shield's lock lets no prohibited write through", {
    timeout: 400_000,
  }, async () => {
    await using open = await createTestGateway({ files: createFolderFiles(folder, JWT_SECRET), paths });
    await fillSummary(open);
    const ownWorld = await createWorld(open);
    await open.owner((client) => client.script(OPEN_SQL));
    await using gateway = await gatewayOn(open);
    const cells = allCells().filter((cell) => expectation(cell).rule !== null);
    const answered = await askCells(gateway, ownWorld, cells);
    print(
      `database wide open: ${answered.length} prohibited cells; whose rows they are is the database's alone to say`,
    );
    expect(differencesOf(answered, expectation)).toEqual([]);
    // Without the shield too, much of it is done: it was the shield that held.
    await using unlocked = await gatewayOn(open, allowAll(doctrine));
    const own = cells.filter(({ field, object }) => object === 'own' && field.surface !== 'odoo');
    const done = (await askCells(unlocked, ownWorld, own)).filter(({ outcome }) => /^(written|shown)/.test(outcome));
    const written = done.filter(({ outcome }) => outcome.startsWith('written'));
    print(
      `no lock at all: of ${own.length} prohibited cells ${done.length} come through, ${written.length} of them write`,
    );
    expect(done.length).toBeGreaterThan(100);
    expect(written.length).toBeGreaterThan(20);
  });

  it('of the database: each role may do to each table what the doctrine grants, and no more', async () => {
    const cells = await askDatabase(base, doctrine);
    print(`database: ${cells.length} cells`);
    const differing = cells.filter(({ isGranted, outcome }) =>
      isGranted ? outcome !== 'granted' : !REFUSALS.includes(outcome),
    );
    expect(
      differing.map(
        ({ role, table, operation, column, outcome }) => `${role} × ${table} × ${operation} ${column}: ${outcome}`,
      ),
    ).toEqual([]);
  });
});

const describeCell = ({ cell, outcome, text }: Answered) =>
  `${cell.viewer.name} × ${cell.field.coordinate} × ${cell.object}: ${outcome}: ${text}`;

/** Root fields of models that this Odoo lacks: whoever may read them is told so. */
async function findUnconfigured(gateway: TestGateway): Promise<ReadonlySet<string>> {
  const service = viewers.filter(({ name }) => name === 'service');
  const cells = service.flatMap((viewer) =>
    MATRIX_FIELDS.filter(({ surface }) => surface === 'odoo').map((field) => ({
      viewer,
      field,
      object: 'absent' as const,
    })),
  );
  const answered = await askCells(gateway, createEmptyWorld(), cells);
  return new Set(answered.flatMap(({ cell, outcome }) => (outcome === 'NOT_CONFIGURED' ? cell.field.name : [])));
}

/** What the OAuth client reads of its user's: its policies are written by hand, as those of an agent are. */
const READER_SQL = `
  create policy client_reads on work.spaces for select to ${clientRole(READER)} using (id in (select work.my_space_ids()));
  create policy client_reads on work.pages for select to ${clientRole(READER)} using (space_id in (select work.my_space_ids()));
  create policy client_reads on ops.projects for select to ${clientRole(READER)} using (id in (select ops.my_project_ids()));
  grant execute on function work.my_space_ids, ops.my_project_ids to ${clientRole(READER)};`;

/** Row-level security off, and every right to everybody. */
const OPEN_SQL = `
  do $$
  declare
    name text;
    roles text;
  begin
    select string_agg(quote_ident(rolname), ', ') into roles from pg_roles
    where rolname in ('anon', 'authenticated', 'service_role', 'acting_agent') or rolname like 'agent\\_%'
      or rolname = '${clientRole(READER)}';
    for name in select c.oid::regclass::text from pg_class c
      where c.relnamespace in ('ops'::regnamespace, 'odoo'::regnamespace, 'work'::regnamespace) and c.relkind in ('r', 'p') loop
      execute format('alter table %s disable row level security', name);
    end loop;
    for name in values ('ops'), ('odoo'), ('work') loop
      execute format('grant usage on schema %I to %s', name, roles);
      execute format('grant all on all tables in schema %I to %s', name, roles);
      execute format('grant all on all sequences in schema %I to %s', name, roles);
      execute format('grant execute on all functions in schema %I to %s', name, roles);
    end loop;
  end $$;`;
