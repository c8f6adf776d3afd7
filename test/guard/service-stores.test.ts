/** A service that keeps its data in SQLite or MySQL is found where it is set up, and let pass for a written reason. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/guard/finding.ts';
import { copyTree, type GuardedTree } from '../support/guarded.ts';

const RULE = 'code/service-store';
const PASSWORD = ['hunter', '2-of-this-test'].join('');
let tree: GuardedTree;

beforeAll(() => {
  tree = copyTree(['.github', 'package.json'], { 'ssot/guard-exceptions.yaml': 'exceptions: []\n' });
});
afterAll(() => tree[Symbol.dispose]());

const storesIn = async (changes: Record<string, string>) =>
  (await tree.find(changes, { parts: ['code'] })).filter(({ rule }) => rule === RULE || rule === 'guard/exception');

const compose = (service: string) => `services:\n  app:\n    image: app:1\n${service}`;

/** File, text, line, and how the message begins. */
const PLANTED: readonly (readonly [what: string, file: string, text: string, line: number, says: string])[] = [
  ['a file of Prisma', '.env.example', 'X=1\nDATABASE_URL="file:./dev.db?timeout=5"\n', 2, 'DATABASE_URL says SQLite'],
  [
    'a chart that another brings along',
    'charts/app/Chart.yaml',
    'apiVersion: v2\nname: app\ndependencies:\n  - name: mariadb\n    version: 18.0.0\n',
    4,
    'name says MySQL',
  ],
  [
    'Superset in Python',
    'docker/superset_config.py',
    "import os\nSQLALCHEMY_DATABASE_URI = 'sqlite:////app/superset.db'\n",
    2,
    'SQLALCHEMY_DATABASE_URI says SQLite',
  ],
  [
    'Superset by the environment',
    'superset.env',
    `X=1\nSQLALCHEMY_DATABASE_URI=mysql+pymysql://superset:${PASSWORD}@db/superset\n`,
    2,
    'SQLALCHEMY_DATABASE_URI says MySQL',
  ],
  [
    'n8n in compose, a map',
    'compose.yaml',
    compose('  n8n:\n    image: n8nio/n8n:1\n    environment:\n      DB_TYPE: sqlite\n'),
    7,
    'DB_TYPE says SQLite',
  ],
  [
    'n8n in compose, a list',
    'docker-compose.prod.yml',
    compose('  n8n:\n    image: n8nio/n8n:1\n    environment:\n      - DB_TYPE=mysqldb\n'),
    7,
    'DB_TYPE says MySQL',
  ],
  [
    'n8n in compose, one line',
    'compose.yml',
    compose('  n8n: { image: "n8nio/n8n:1", environment: { DB_TYPE: mariadb } }\n'),
    4,
    'DB_TYPE says MySQL',
  ],
  [
    'n8n that says nothing',
    'infra/compose.yaml',
    compose('  flows:\n    image: docker.n8n.io/n8nio/n8n:1.70\n    environment: { N8N_HOST: x }\n'),
    4,
    'flows says no DB_TYPE',
  ],
  [
    'Grafana that says nothing',
    'infra/compose.yaml',
    compose('  g:\n    image: grafana/grafana\n'),
    4,
    'g says no GF_DATABASE_TYPE',
  ],
  [
    'a default',
    'compose.yaml',
    compose('    environment:\n      DB_TYPE: §{DB_TYPE:-sqlite}\n'),
    5,
    'DB_TYPE says SQLite',
  ],
  ['Helm values', 'charts/n8n/values.yaml', 'database:\n  type: sqlite\n', 2, 'type says SQLite'],
  [
    'Helm values of a stage',
    'charts/n8n/values-production.yaml',
    'config:\n  dbType: "mysqldb"\n',
    2,
    'dbType says MySQL',
  ],
  ['a subchart', 'charts/superset/values.yaml', 'mysql:\n  enabled: true\n', 1, 'mysql says MySQL'],
  [
    'a Helm template',
    'charts/n8n/templates/deployment.yaml',
    'env:\n  {{- if .Values.x }}\n  - name: DB_TYPE\n    value: "sqlite"\n  {{- end }}\n',
    3,
    'DB_TYPE says SQLite',
  ],
  ['Django', '.env.example', 'DB_ENGINE=django.db.backends.mysql\n', 1, 'DB_ENGINE says MySQL'],
  ['Prisma', 'apps/web/.env.production', 'DATABASE_URL="file:./data.sqlite3"\n', 1, 'DATABASE_URL says SQLite'],
  ['JDBC', 'env.template', 'JDBC_URL=jdbc:mysql://db/x\n', 1, 'JDBC_URL says MySQL'],
  [
    'a server in compose',
    'compose.yaml',
    compose('  db:\n    image: docker.io/library/mariadb:11\n'),
    5,
    'image says MySQL',
  ],
  ['a server that was built', 'db/Dockerfile', 'FROM mysql:8\n', 1, 'FROM says MySQL'],
  ['its variables', '.env.sample', 'MYSQL_HOST=db\n', 1, 'MYSQL_HOST says MySQL'],
];

/** In a folder of its own, so that all are looked at once. */
const folderOf = (index: number) => `zone-${index}/`;
let found: readonly Finding[];
beforeAll(async () => {
  found = await storesIn(
    Object.fromEntries(PLANTED.map(([, file, text], index) => [folderOf(index) + file, text.replace('§', '$')])),
  );
});

describe('a service that keeps its data elsewhere than in PostgreSQL', () => {
  it.each(PLANTED.map((each, index) => [...each, index] as const))(
    'is found: %s',
    (_what, file, _text, line, says, index) => {
      expect(found.filter((finding) => finding.file?.startsWith(folderOf(index)))).toEqual([
        { rule: RULE, file: folderOf(index) + file, line, message: expect.stringContaining(says) },
      ]);
    },
  );

  it('is told without its password', () => {
    expect(JSON.stringify(found)).not.toContain(PASSWORD);
  });

  it('may do so in a zone that has a written reason, and the reason does not outlive it', async () => {
    const exception = `exceptions:\n  - rule: ${RULE}\n    file: staging/**\n    reason: A scratch zone of staging; what it holds is thrown away each night.\n`;
    const staging = { 'staging/compose.yaml': compose('    environment: [DB_TYPE=sqlite]\n') };
    expect(await storesIn({ ...staging, 'ssot/guard-exceptions.yaml': exception })).toEqual([]);
    expect(await storesIn({ 'ssot/guard-exceptions.yaml': exception })).toMatchObject([{ rule: 'guard/exception' }]);
    const without = exception.replace(/reason: .*/, 'reason: because');
    expect(
      (await storesIn({ ...staging, 'ssot/guard-exceptions.yaml': without })).map(({ rule }) => rule).sort(),
    ).toEqual([RULE, 'guard/exception']);
  });
});

const HARMLESS: readonly (readonly [what: string, file: string, text: string])[] = [
  [
    'PostgreSQL',
    'compose.yaml',
    compose(
      '  n8n:\n    image: n8nio/n8n:1\n    environment: { DB_TYPE: postgresdb }\n  pg:\n    image: postgres:17\n',
    ),
  ],
  [
    'a file of variables that is not here',
    'compose.yaml',
    compose('  n8n:\n    image: n8nio/n8n:1\n    env_file: n8n.env\n'),
  ],
  ['a comment', '.env.example', '# DB_TYPE=sqlite is refused\nDB_TYPE=postgresdb # not sqlite://x\n'],
  ['a test', 'test/compose.yaml', compose('    environment: [DB_TYPE=sqlite]\n')],
  ['a compose file of tests', 'compose.test.yaml', compose('    environment: [DB_TYPE=sqlite]\n')],
  ['a chart that leaves it off', 'charts/x/values.yaml', 'mysql:\n  enabled: false\npostgresql:\n  enabled: true\n'],
  [
    'other words',
    'charts/x/values.yaml',
    'type: ClusterIP\nservice: mysql-exporter\nimage:\n  repository: prom/mysqld-exporter\n',
  ],
  ['a library in code', 'src/planted.ts', "export const form = 'sqlite:///x';"],
];

it.each(HARMLESS.map(([what], index) => [what, index] as const))('is not found: %s', (_what, index) => {
  expect(harmless.filter(({ file }) => file?.startsWith(`zone-${index}/`))).toEqual([]);
});

let harmless: readonly Finding[];
beforeAll(async () => {
  harmless = await storesIn(
    Object.fromEntries(
      HARMLESS.map(([, file, text], index) => [file === 'src/planted.ts' ? file : `zone-${index}/${file}`, text]),
    ),
  );
  // Code, which stands where it stands.
  expect(harmless.filter(({ file }) => !file?.startsWith('zone-'))).toEqual([]);
});
