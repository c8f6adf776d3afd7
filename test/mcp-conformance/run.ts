/** `npm run conformance`: the protocol's own suite, in both eras, against a server of the suite's tools and against the gateway. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { startFixture } from './fixture.ts';
import { startGateway } from './gateway.ts';

const SUITE = join(import.meta.dirname, 'node_modules', '@modelcontextprotocol', 'conformance');

/** What a stateless server cannot have: a request of its own to a client of 2025 goes over a session, which it does not keep. */
const NO_SESSIONS =
  'asks the client in the middle of a call, which a client of 2025 answers by another request of its session: any process of the gateway answers any request, so there are none; clients of 2026-07-28 are asked by InputRequiredResult';

/** Scored scenarios that do not apply, each with the reason. */
const NOT_APPLICABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '2026-07-28': {},
  '2025-11-25': {
    'tools-call-sampling': NO_SESSIONS,
    'tools-call-elicitation': NO_SESSIONS,
    'elicitation-sep1034-defaults': NO_SESSIONS,
    'elicitation-sep1330-enums': NO_SESSIONS,
  },
};

const ITS_OWN_TOOL = 'wants a tool of the suite, which the server of its tools has';
const NO_LISTS = 'the gateway has tools, and neither prompts nor resources';
const NO_CHANGES =
  'the list of tools is that of the manifest, which a process reads once: it offers no stream of changes';

/** Checks of those scenarios that do not apply to the gateway, each with the reason. */
const NOT_OURS: Readonly<Record<string, string>> = {
  'sep-2575-server-rejects-undeclared-capability': ITS_OWN_TOOL,
  'sep-2575-missing-capability-http-400': ITS_OWN_TOOL,
  'sep-2575-http-server-no-independent-requests-on-stream': ITS_OWN_TOOL,
  'sep-2575-server-no-log-without-loglevel': ITS_OWN_TOOL,
  'sep-2575-server-sends-subscription-ack': NO_CHANGES,
  'sep-2575-server-tags-subscription-id': NO_CHANGES,
  'sep-2549-prompts-list-caching-hints': NO_LISTS,
  'sep-2549-resources-list-caching-hints': NO_LISTS,
  'sep-2549-resources-templates-list-caching-hints': NO_LISTS,
};

/** Scenarios that need none of the suite's own tools, resources and prompts. */
const OF_ANY_SERVER = [
  'server-initialize',
  'ping',
  'server-stateless',
  'tools-list',
  'caching',
  'dns-rebinding-protection',
  'http-header-validation',
];

interface Check {
  readonly id: string;
  readonly status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'SKIPPED' | 'INFO';
  readonly errorMessage?: string;
}

/** Scenario → its checks. */
type Results = ReadonlyMap<string, readonly Check[]>;

const problems: string[] = [];
await using fixture = await startFixture();
await using gateway = await startGateway();
for (const revision of Object.keys(NOT_APPLICABLE)) {
  const scored = readScored(revision);
  const results = await runSuite(fixture.url, ['--requirements', revision]);
  const apart = NOT_APPLICABLE[revision] ?? {};
  report(`${revision}, the suite's own tools`, scored, { results, apart });
  for (const [name, reason] of Object.entries(apart)) process.stdout.write(`  does not apply: ${name} ${reason}\n`);
  const ours: [string, readonly Check[]][] = [];
  for (const scenario of OF_ANY_SERVER.filter((name) => scored.includes(name)))
    ours.push(...(await runSuite(gateway.url, ['--scenario', scenario, '--spec-version', revision])));
  const names = ours.map(([name]) => name);
  report(`${revision}, the gateway`, names, { results: new Map(ours.map(withoutForeign)), apart: {} });
}
for (const [name, reason] of Object.entries(NOT_OURS))
  process.stdout.write(`does not apply to the gateway: ${name}: ${reason}\n`);
await inspect(gateway.url);
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exitCode = 1;
}

/** Without the checks that do not apply; one that passes after all is a problem, since then it stands there for nothing. */
function withoutForeign([name, checks]: readonly [string, readonly Check[]]): [string, readonly Check[]] {
  const passing = checks.filter(({ id, status }) => id in NOT_OURS && status === 'SUCCESS');
  problems.push(...passing.map(({ id }) => `the gateway: ${id} is said not to apply, and passes`));
  return [name, checks.filter(({ id }) => !(id in NOT_OURS))];
}

/** The scenarios that an implementation of the revision has to pass, as its server. */
function readScored(revision: string): readonly string[] {
  const { server } = parse(readFileSync(join(SUITE, 'requirements', `${revision}.yaml`), 'utf8')) as {
    server: string[];
  };
  return server;
}

async function runSuite(url: string, args: readonly string[]): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  const program = join(SUITE, 'dist', 'index.js');
  const child = spawn(process.execPath, [program, 'server', '--url', url, '-o', folder, ...args], { stdio: 'ignore' });
  await new Promise((resolve) => child.once('exit', resolve));
  const checks = readdirSync(folder).map((name): [string, readonly Check[]] => {
    // `server-<scenario>-<time>`
    const scenario = name.replace(/^server-/, '').replace(/-\d{4}-\d\d-\d\dT.*$/, '');
    const file = join(folder, name, 'checks.json');
    return [scenario, existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []];
  });
  rmSync(folder, { recursive: true });
  return new Map(checks);
}

/** Inspector's command line, as somebody has it who looks at a server for the first time. */
async function inspect(url: string): Promise<void> {
  const program = join(import.meta.dirname, 'inspector', 'node_modules', '.bin', 'mcp-inspector');
  const ask = (args: readonly string[]) =>
    new Promise<string>((resolve) => {
      const child = spawn(program, ['--cli', url, '--transport', 'http', ...args], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const chunks: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      child.once('close', () => resolve(Buffer.concat(chunks).toString()));
    });
  const listed = await ask(['--method', 'tools/list']);
  const called = await ask(['--method', 'tools/call', '--tool-name', 'search_schema', '--tool-arg', 'query=runs']);
  const isFine = listed.includes('"EnqueueRun"') && called.includes('Query.runs');
  if (!isFine) problems.push(`Inspector: ${listed.slice(0, 500)} ${called.slice(0, 500)}`);
  process.stdout.write(`Inspector's command line: ${isFine ? 'lists and calls' : 'failed'}\n`);
}

/** Tells how many passed. One that is said not to apply, and passes, is a problem too: then it stands there for nothing. */
function report(
  title: string,
  scored: readonly string[],
  { results, apart }: { readonly results: Results; readonly apart: Readonly<Record<string, string>> },
): void {
  const failuresOf = (name: string) => {
    const checks = results.get(name);
    if (!checks || checks.length === 0) return ['it did not run'];
    return checks.flatMap(({ id, status, errorMessage = '' }) =>
      status === 'FAILURE' ? [`${id} ${errorMessage}`] : [],
    );
  };
  const asked = scored.filter((name) => !(name in apart));
  const failed = asked.filter((name) => failuresOf(name).length > 0);
  problems.push(...failed.map((name) => `${title}: ${name}: ${failuresOf(name).join('; ')}`));
  problems.push(
    ...Object.keys(apart)
      .filter((name) => failuresOf(name).length === 0)
      .map((name) => `${title}: ${name} is said not to apply, and passes`),
  );
  const checks = asked.flatMap((name) => results.get(name) ?? []).filter(({ status }) => status === 'SUCCESS').length;
  process.stdout.write(`${title}: ${asked.length - failed.length} of ${asked.length} scenarios, ${checks} checks\n`);
}
