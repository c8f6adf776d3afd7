/** The variables of the Odoo client: what each protocol needs, and messages that never hold a value. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { ConfigError } from '../../src/variables.ts';

const BASE = {
  ODOO_STAGE: 'development',
  ODOO_URL: 'https://odoo.example.com',
  ODOO_DB: 'odoo',
  SUPABASE_JWT_SECRET: 'a-secret-that-is-long-enough-to-be-one-of-hs256',
};

const read = (env: Record<string, string>) => readConfig({ ...BASE, ...env }, () => '');

function problemsOf(env: Record<string, string>): string {
  try {
    read(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('the credentials of a protocol', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['json2 without a key', { ODOO_USERNAME: 'reader', ODOO_PASSWORD: 'p' }, /ODOO_API_KEY is not set/],
    ['jsonrpc without a login', { ODOO_PROTOCOL: 'jsonrpc', ODOO_API_KEY: 'k' }, /ODOO_USERNAME is not set/],
    [
      'an identity that is none',
      { ODOO_IDENTITY: 'nobody', ODOO_API_KEY: 'k' },
      /ODOO_IDENTITY must be mapped, reader or both/,
    ],
    ['xmlrpc without a secret', { ODOO_PROTOCOL: 'xmlrpc', ODOO_USERNAME: 'reader' }, /ODOO_API_KEY is not set/],
    ['auto without anything', { ODOO_PROTOCOL: 'auto' }, /ODOO_API_KEY is not set/],
    [
      'a protocol that is none',
      { ODOO_PROTOCOL: 'soap', ODOO_API_KEY: 'k' },
      /ODOO_PROTOCOL must be json2, jsonrpc, xmlrpc or auto/,
    ],
  ])('%s is refused by name', (_name, env, problem) => {
    expect(problemsOf(env)).toMatch(problem);
  });

  it.each<[string, Record<string, string>]>([
    ['json2 with a key', { ODOO_API_KEY: 'k' }],
    ['jsonrpc with a key', { ODOO_PROTOCOL: 'jsonrpc', ODOO_USERNAME: 'reader', ODOO_API_KEY: 'k' }],
    ['xmlrpc with a password', { ODOO_PROTOCOL: 'xmlrpc', ODOO_USERNAME: 'reader', ODOO_PASSWORD: 'p' }],
    ['auto with a key alone', { ODOO_PROTOCOL: 'auto', ODOO_API_KEY: 'k' }],
    ['auto with a password', { ODOO_PROTOCOL: 'auto', ODOO_USERNAME: 'reader', ODOO_PASSWORD: 'p' }],
  ])('%s is enough', (_name, env) => {
    expect(problemsOf(env)).toBe('');
  });
});

describe('limits', () => {
  it('have defaults, with the cache off', () => {
    const config = read({ ODOO_API_KEY: 'k' });
    expect(config.odoo).toMatchObject({
      protocol: 'json2',
      timeoutMs: 5_000,
      maxConcurrency: 4,
      maxQueue: 100,
      cache: null,
    });
    expect(config).toMatchObject({ operation: { timeoutMs: 30_000 }, redisUrl: null });
  });

  it('switch the cache on by its age', () => {
    const env = { ODOO_API_KEY: 'k', ODOO_CACHE_MAX_AGE_SECONDS: '30', ODOO_CACHE_STALE_IF_ERROR_SECONDS: '600' };
    expect(read(env).odoo?.cache).toEqual({ maxAgeSeconds: 30, staleIfErrorSeconds: 600 });
  });

  it.each([
    ['ODOO_API_KEY', 'se cret\n'],
    ['ODOO_TIMEOUT_MS', 'soon'],
    ['ODOO_MAX_QUEUE', '-17'],
    ['ODOO_CACHE_MAX_AGE_SECONDS', '1e9'],
    ['ODOO_CACHE_STALE_IF_ERROR_SECONDS', '99999999'],
    ['REDIS_URL', 'http://user:hunter2@cache'],
    ['OPERATION_TIMEOUT_MS', '3'],
  ])('%s is checked, and its value not repeated', (name, value) => {
    const problems = problemsOf({ ODOO_API_KEY: 'k', [name]: value });
    expect(problems).toContain(`${name} must be`);
    if (value.length > 2) expect(problems).not.toContain(value.trim());
  });
});
