/** What the environment says of live connections. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';

const BASE = {
  ODOO_STAGE: 'development',
  DATABASE_URL: 'postgres://gateway@127.0.0.1:6543/postgres',
  SUPABASE_JWT_SECRET: 'x'.repeat(32),
};
const read = (env: Record<string, string>) => readConfig({ ...BASE, ...env }, () => '');

describe('the configuration of live connections', () => {
  it('has a connection to listen on beside the transaction pooler, and limits', () => {
    const listenUrl = 'postgres://gateway@127.0.0.1:5432/postgres';
    const config = read({
      DATABASE_LISTEN_URL: listenUrl,
      LIVE_POLL_MS: '250',
    });
    expect(config.postgres?.listenUrl).toBe(listenUrl);
    expect(config.live).toMatchObject({
      pollMs: 250,
      maxConnections: 2_000,
    });
  });

  it.each([
    ['DATABASE_LISTEN_URL', 'postgres://gateway@127.0.0.1:6543/postgres', 'must not be a transaction pooler'],
    ['DATABASE_LISTEN_URL', 'http://127.0.0.1', 'must be a URL'],
    ['LIVE_POLL_MS', '5', 'must be a whole number from 100 to 60000'],
  ])('names %s=%s as bad', (name, value, problem) => {
    expect(() => read({ [name]: value })).toThrow(`${name} ${problem}`);
  });
});
