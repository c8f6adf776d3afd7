/** The registry of secrets: every secret that the program reads, by name, and never a value. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig, secretVariables } from '../../src/config.ts';
import { findAbsent, loadSecrets } from '../../src/doctrine/secrets.ts';
import { packagePaths } from '../../src/paths.ts';
import { createFolder } from '../support/command.ts';

const registry = loadSecrets(packagePaths().secrets);
const text = readFileSync(packagePaths().secrets, 'utf8');

describe('the registry of secrets', () => {
  it('has every secret that the configuration reads, and no other', () => {
    expect(Object.keys(registry.secrets).sort()).toEqual(secretVariables().sort());
  });

  it('misses no variable that sounds like a secret', () => {
    const read = (file: string) => readFileSync(join(import.meta.dirname, '../../src', file), 'utf8');
    const parts = readdirSync(join(import.meta.dirname, '../../src/config'));
    const source = ['config.ts', ...parts.map((part) => join('config', part))].map(read).join('');
    const names = source.match(/^ {2}([A-Z][A-Z0-9_]+):/gm)?.map((line) => line.trim().slice(0, -1)) ?? [];
    expect(names).toContain('DATABASE_URL');
    const sounding = names.filter((name) =>
      /((?<!PUBLISHABLE_)KEY|SECRET|PASSWORD|TOKEN|CREDENTIALS|(DATABASE|REDIS)(_\w+)?_URL)$/.test(name),
    );
    expect(sounding.filter((name) => !secretVariables().includes(name))).toEqual([]);
  });

  it.each<[string, RegExp, (yaml: string) => string]>([
    [
      'a value',
      /line \d+: secrets\.REDIS_URL\.value/,
      (yaml) => yaml.replace('  REDIS_URL:\n', '  REDIS_URL:\n    value: redis://:x@y\n'),
    ],
    [
      'no owner',
      /line \d+: secrets\.REDIS_URL\.owner/,
      (yaml) => yaml.replace(/( {2}REDIS_URL:\n.*\n) {4}owner: .*\n/, '$1'),
    ],
    ['a place that is none', /livesIn/, (yaml) => yaml.replace('livesIn: vault', 'livesIn: slack')],
    ['a name that no variable has', /odoo_key/, (yaml) => `${yaml}  odoo_key: {}\n`],
    ['the same name twice', /\d+: .*unique/, (yaml) => `${yaml}  REDIS_URL: {}\n`],
  ])('with %s is refused, with the line', (_name, culprit, change) => {
    using folder = createFolder();
    const file = join(folder.path, 'registry.yaml');
    writeFileSync(file, change(text));
    expect(change(text)).not.toBe(text);
    expect(() => loadSecrets(file)).toThrow(culprit);
  });

  it('tells which are absent by name, never by value', () => {
    const env = { DATABASE_URL: 'postgres://gateway:very-secret@db/x', REDIS_URL: '' };
    const absent = findAbsent(registry, env);
    expect(absent).toContain('REDIS_URL');
    expect(absent).not.toContain('DATABASE_URL');
    expect(JSON.stringify(absent)).not.toContain('very-secret');
  });

  it('is of what `readConfig` takes: an empty secret is no secret', () => {
    const { auth } = readConfig({ SUPABASE_JWT_SECRET: '' }, () => 'x'.repeat(32));
    expect(auth.jwtSecret).toBe('x'.repeat(32));
  });
});
