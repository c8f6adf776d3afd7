/** `tripoint guard` as CI calls it: its formats, its exit codes, and the record of what has landed. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../src/cli/run.ts';
import { RULES } from '../../src/guard/rules.ts';
import { copyTree, type GuardedTree } from '../support/guarded.ts';

let clean: GuardedTree;
let broken: GuardedTree;

beforeAll(() => {
  const bare = {
    'ssot/guard-exceptions.yaml': 'exceptions: []\n',
    'ssot/migrations.sha256': '',
    'ssot/stages.yaml': 'outbound: []\nproduction: { hosts: [], secrets: {} }\n',
    'schema/planted.graphql': '"Everything."\ntype Query {\n  "One."\n  one: Int\n}\n',
    'docs/contracts/PLATFORM_CONTRACTS_INDEX.md': '',
    'src/empty.ts': '',
  };
  clean = copyTree(['schema/directives.graphql', 'schema/scalars.graphql'], bare);
  broken = copyTree(['schema/directives.graphql', 'schema/scalars.graphql'], {
    ...bare,
    'src/odd, name.ts': "export const sql = 'delete from ops.runs';\n",
    'migrations/20300101000000_first.sql': 'select 1;\n',
  });
});
afterAll(() => {
  clean[Symbol.dispose]();
  broken[Symbol.dispose]();
});

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { env: {}, cwd: '/', print: (line: string) => void out.push(line), untilStopped: async () => {} };
  const code = await runCommand(['guard', ...args], io, (line) => err.push(line));
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('tripoint guard', () => {
  it('says that it finds nothing, and ends with 0', async () => {
    expect(await run('--root', clean.root)).toEqual({ code: 0, out: 'the guard finds nothing', err: '' });
  });

  it('prints a line a finding, and ends with 1', async () => {
    const { code, out, err } = await run('--root', broken.root);
    expect(code).toBe(1);
    expect(err).toBe('tripoint guard: 2 findings');
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^migrations\/20300101000000_first\.sql:1 {2}migrations\/unrecorded {2}/),
      expect.stringMatching(/^src\/odd, name\.ts:1 {2}code\/foreign-write {2}/),
      '',
      '2 findings',
    ]);
  });

  it('prints JSON', async () => {
    const { code, out } = await run('--root', broken.root, '--json');
    expect(code).toBe(1);
    const { findings } = JSON.parse(out) as { findings: unknown[] };
    expect(findings).toHaveLength(2);
    expect(findings[1]).toMatchObject({ rule: 'code/foreign-write', file: 'src/odd, name.ts', line: 1 });
  });

  it("prints annotations, with what GitHub's runner would take apart escaped", async () => {
    const { out } = await run('--root', broken.root, '--github');
    expect(out.split('\n')[1]).toMatch(
      /^::error file=src\/odd%2C name\.ts,line=1,title=code\/foreign-write::src\/odd, name\.ts writes /,
    );
  });

  it('prints SARIF 2.1.0: every rule, and each result with its place', async () => {
    const sarif = JSON.parse((await run('--root', broken.root, '--sarif')).out) as {
      version: string;
      runs: { tool: { driver: { rules: { id: string }[] } }; results: Record<string, unknown>[] }[];
    };
    expect(sarif.version).toBe('2.1.0');
    const [first] = sarif.runs;
    const ids = first?.tool.driver.rules.map(({ id }) => id) ?? [];
    expect(ids).toEqual(Object.keys(RULES));
    expect(first?.results[1]).toMatchObject({
      ruleId: 'code/foreign-write',
      ruleIndex: ids.indexOf('code/foreign-write'),
      level: 'error',
      message: { text: expect.any(String) },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'src/odd,%20name.ts' }, region: { startLine: 1 } } }],
    });
  });

  it('names files from the root of the repository that the checkout is a folder of, for what shows them there', async () => {
    const monorepo = mkdtempSync(join(tmpdir(), 'tripoint-repository-'));
    const root = join(monorepo, 'services', 'the gateway');
    try {
      mkdirSync(join(monorepo, '.git'));
      cpSync(broken.root, root, { recursive: true });
      const github = await run('--root', root, '--github');
      expect(github.out.split('\n')[1]).toMatch(/^::error file=services\/the gateway\/src\/odd%2C name\.ts,line=1,/);
      const sarif = JSON.parse((await run('--root', root, '--sarif')).out);
      const uris = sarif.runs[0].results.map(
        (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
          result.locations[0]?.physicalLocation.artifactLocation.uri,
      );
      expect(uris).toEqual([
        'services/the%20gateway/migrations/20300101000000_first.sql',
        'services/the%20gateway/src/odd,%20name.ts',
      ]);
      expect((await run('--root', root)).out).toMatch(/^migrations\/20300101000000_first\.sql:1 /);
      rmSync(join(monorepo, '.git'), { recursive: true });
      writeFileSync(join(root, '.git'), 'gitdir: ../../.git/modules/gateway\n');
      expect((await run('--root', root, '--github')).out.split('\n')[1]).toMatch(/^::error file=src\/odd%2C name\.ts,/);
    } finally {
      rmSync(monorepo, { recursive: true, force: true });
    }
  });

  it('asks for a checkout where there is none', async () => {
    expect(await run('--root', join(clean.root, 'ssot'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('--root'),
    });
  });

  it('takes one format at a time', async () => {
    expect(await run('--json', '--sarif')).toMatchObject({ code: 2, err: expect.stringContaining('one format') });
  });

  it('records new migrations once, and none where a landed one was edited', async () => {
    const record = () => readFileSync(join(broken.root, 'ssot/migrations.sha256'), 'utf8');
    const migration = join(broken.root, 'migrations/20300101000000_first.sql');
    expect((await run('--root', broken.root, '--record-migrations')).out).toBe('recorded 20300101000000_first.sql');
    expect(record()).toMatch(/^[0-9a-f]{64} {2}20300101000000_first\.sql\n$/);
    expect((await run('--root', broken.root, '--record-migrations')).out).toBe('every migration is recorded');
    const before = record();
    writeFileSync(migration, 'select 2;\n');
    const { code, err } = await run('--root', broken.root, '--record-migrations');
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('was edited') });
    expect(record()).toBe(before);
  });
});

describe('the guide', () => {
  it('has every rule, in the words of the program', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../docs/guard.md'), 'utf8');
    for (const [rule, sentence] of Object.entries(RULES)) expect(guide).toContain(`| \`${rule}\` | ${sentence} |`);
  });
});

describe('the tests', () => {
  it('plant a violation of every rule', () => {
    const folder = join(import.meta.dirname, '../guard');
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const isPlanted = (rule: string) =>
      texts.some(
        (text) => text.includes(`'${rule}'`) || text.includes(`'${rule.split('/')[1]}'`) || text.includes(`${rule} `),
      );
    expect(Object.keys(RULES).filter((rule) => !isPlanted(rule))).toEqual([]);
  });
});
