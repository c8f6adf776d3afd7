/** What `deploy/` sets is what the gateway reads: a variable that nobody knows would be passed over in silence. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** What the modules of the configuration read, as `NAME: …`. */
const KNOWN = new Set(
  [
    ...readdirSync(join(ROOT, 'src/config')).map((name) => `config/${name}`),
    ...['config.ts', 'auth/config.ts', 'bridge/config.ts', 'tracing/config.ts'],
  ].flatMap((path) => [...read(`src/${path}`).matchAll(/^ {2,4}([A-Z][A-Z_]+):? /gm)].map(([, name = '']) => name)),
);

/** Read by Node, or by the unit and the job themselves. */
const OTHERS = new Set(['NODE_ENV', 'RETENTION_APPROVED_BY']);

interface Service {
  readonly build?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const unknownOf = (names: readonly string[]) => names.filter((name) => !KNOWN.has(name) && !OTHERS.has(name));

describe('variables', () => {
  it('of the configuration are found', () => {
    for (const name of [
      'DATABASE_URL',
      'ODOO_DB',
      'RATE_ADDRESS_POINTS',
      'SUPABASE_URL',
      'PUBLIC_URL',
      'ODOO_WEBHOOK_SECRETS',
    ])
      expect(KNOWN.has(name)).toBe(true);
  });

  it('that compose sets for Tripoint are known', () => {
    const { services } = parse(read('deploy/compose/compose.yaml'), { merge: true }) as {
      services: Record<string, Service>;
    };
    const own = Object.values(services).filter(({ build }) => build !== undefined);
    expect(own.length).toBeGreaterThan(5);
    expect(unknownOf(own.flatMap(({ environment = {} }) => Object.keys(environment)))).toEqual([]);
  });

  it('that Kubernetes sets are known', () => {
    const { configMapGenerator } = parse(read('deploy/kubernetes/overlays/example/config/kustomization.yaml')) as {
      configMapGenerator: { literals: string[] }[];
    };
    const literals = configMapGenerator.flatMap((generator) => generator.literals);
    expect(literals.length).toBeGreaterThan(5);
    expect(unknownOf(literals.map((literal) => literal.split('=')[0] ?? ''))).toEqual([]);
  });

  it('that units set and name are known', () => {
    const units = readdirSync(join(ROOT, 'deploy/systemd'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(service|conf)$/.test(name),
    );
    const names = units.flatMap((name) => read(`deploy/systemd/${name}`).match(/\b[A-Z]+(?:_[A-Z]+)+\b/g) ?? []);
    expect(names.length).toBeGreaterThan(5);
    expect(unknownOf(names.filter((name) => !/^(CAP|AF|INET)_/.test(name)))).toEqual([]);
  });
});
