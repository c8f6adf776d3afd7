/** The compose files, against the Compose Specification's JSON schema and against what they name themselves. */
import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import { DEPLOY } from './programs.ts';

interface Service {
  readonly build?: string;
  readonly image?: string;
  readonly restart?: string;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly disable?: boolean };
}

interface Compose {
  readonly include?: readonly string[];
  readonly services?: Readonly<Record<string, Service>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
}

/** Of what an example of each is refused: a schema that takes everything shows nothing. */
const WRONG = [
  'services: { a: { image: x, restarts: always } }',
  'services: { a: { image: x, depends_on: { b: {} } } }',
];

/** How much was looked at. @throws AssertionError naming what is wrong. */
export async function checkCompose(): Promise<string> {
  const validate = createValidator();
  for (const text of WRONG) assert.notEqual(validate(parse(text)), null, `the schema takes ${text}`);
  const files = [join(DEPLOY, '..', 'compose.yaml'), join(DEPLOY, 'compose', 'compose.yaml')];
  let services = 0;
  for (const file of files) {
    const compose = parse(readFileSync(file, 'utf8'), { merge: true }) as Compose;
    assert.equal(validate(compose), null, `${file}: ${validate(compose)}`);
    for (const path of compose.include ?? [])
      assert.ok(existsSync(join(dirname(file), path)), `${file} includes ${path}`);
    services += checkServices(file, compose);
  }
  return `${files.length} files with ${services} services are as the Compose Specification has it; nobody has started them here`;
}

function createValidator(): (compose: unknown) => string | null {
  const path = createRequire(import.meta.url).resolve('dclint/package.json');
  const { $schema: _, ...schema } = JSON.parse(
    readFileSync(join(dirname(path), 'schemas', 'compose.schema.json'), 'utf8'),
  );
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  return (compose) => (validate(compose) ? null : JSON.stringify(validate.errors));
}

function checkServices(file: string, { services = {}, volumes = {} }: Compose): number {
  for (const [name, { depends_on = {}, restart, volumes: mounted = [] }] of Object.entries(services)) {
    for (const [other, { condition }] of Object.entries(depends_on)) {
      assert.ok(services[other], `${name} depends on ${other}, which is not there`);
      const isOnce = /^on-failure/.test(services[other].restart ?? '');
      if (condition === 'service_completed_successfully') assert.ok(isOnce, `${name} waits for the end of ${other}`);
      if (condition === 'service_healthy')
        assert.ok(services[other].healthcheck, `${other} never says that it is healthy`);
    }
    for (const mount of mounted) {
      const [from = ''] = mount.split(':');
      const isThere = from.startsWith('.') ? existsSync(join(dirname(file), from)) : from in volumes;
      assert.ok(isThere, `${name} mounts ${from}, which is not there`);
    }
    assert.ok(restart || name === 'retention', `${name} says nothing of restarts`);
  }
  return Object.keys(services).length;
}
