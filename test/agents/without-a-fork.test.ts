/** An agent of one's own, as docs/agents.md has it: a doctrine and a module beside the program, and `tripoint worker` as a process. */
import { copyFileSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { agentRole } from '../../src/auth/viewer.ts';
import { runHere, startProcess } from '../support/command.ts';
import { copyPaths, type DoctrineDraft } from '../support/doctrine.ts';
import { createTestGateway } from '../support/gateway.ts';
import { databaseUrl, isRealStack, stackVariable } from '../support/stack.ts';
import { readRunId, untilRun } from '../support/worker.ts';

/** Roles belong to the cluster: `test-` tells the tests beside this one whose it is. */
const AGENT = 'test-report-agent';
const ROLE = agentRole(AGENT);
const ROOT = join(import.meta.dirname, '..', '..');

it.skipIf(!isRealStack)('the example counts words for who asks it to', async () => {
  expect(existsSync(join(ROOT, 'dist', 'handlers.js')), 'say `npm run build` first').toBe(true);
  using paths = copyPaths(({ agents, surfaces }: DoctrineDraft) => {
    surfaces.ops?.writers.push(AGENT);
    agents[AGENT] = {
      ...{ purpose: 'Counts words.', reads: { ops: ['ops.runs'] }, kinds: ['report.count'] },
      handlers: './report-agent.ts',
      executes: [
        ...['ops.claim', 'ops.heartbeat', 'ops.mark_running', 'ops.mark_finished', 'ops.append_event'],
        ...['ops.start_runs', 'ops.finish_runs', 'ops.give_back_runs'],
      ],
    } as DoctrineDraft['agents'][string];
  });
  const folder = dirname(paths.doctrine);
  copyFileSync(join(ROOT, 'docs', 'examples', 'report-agent.ts'), join(folder, 'report-agent.ts'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules', 'tripoint'));
  symlinkSync(join(ROOT, 'node_modules', 'zod'), join(folder, 'node_modules', 'zod'));
  await using gateway = await createTestGateway({ paths });
  const [{ database } = { database: '' }] = (await gateway.owner((client) =>
    client.query('select current_database() as database'),
  )) as { database: string }[];
  const env = {
    ...{ DOCTRINE_FILE: paths.doctrine, ODOO_STAGE: 'development' },
    DATABASE_URL: databaseUrl('DATABASE_URL', database),
    MIGRATIONS_DATABASE_URL: databaseUrl('MIGRATIONS_DATABASE_URL', database),
    SUPABASE_JWT_SECRET: stackVariable('SUPABASE_JWT_SECRET'),
  };
  const at = { cwd: folder, env };
  expect(await runHere(['migrate', '--roles'], at)).toMatchObject({ code: 0, stderr: '' });
  await gateway.owner((client) =>
    client.script(`create policy report_agent_reads on ops.runs for select to ${ROLE} using (agent = '${AGENT}')`),
  );
  expect(await runHere(['migrate'], at)).toMatchObject({ code: 0, stderr: '' });
  await using worker = startProcess(['worker', '--agent', AGENT], at);
  await worker.untilPrinted(`runs of ${AGENT}, 4 at once`);
  const answer = await gateway.execute(
    `mutation { enqueueRun(input: { agent: "${AGENT}", kind: "report.count", input: { texts: ["one two"] } }) {
      run { id } userErrors { message } } }`,
    { as: 'service' },
  );
  const run = await untilRun(gateway, readRunId(answer, 'enqueueRun'));
  expect(run).toMatchObject({ status: 'SUCCEEDED', output: { words: 2 }, attempt: 1 });
  worker.child.kill('SIGTERM');
  expect(await worker.ended).toMatchObject({ code: 0 });
  await gateway.owner((client) => client.script(`drop owned by ${ROLE}; drop role ${ROLE}`));
});
