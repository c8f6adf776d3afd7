/** What `TRUSTED_DOCUMENTS` says. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';

const BASE = {
  DATABASE_URL: 'postgres://gateway@127.0.0.1:5432/postgres',
  SUPABASE_JWT_SECRET: 'x'.repeat(32),
  ODOO_URL: 'https://odoo.example.com',
  ODOO_DB: 'odoo',
  ODOO_API_KEY: 'key',
};
const read = (stage: string, given?: string) =>
  readConfig({ ...BASE, ODOO_STAGE: stage, ...(given !== undefined && { TRUSTED_DOCUMENTS: given }) }, () => '')
    .trustedDocuments;
const ALL_OFF = { anonymous: 'off', users: 'off', clients: 'off', service: 'off', agents: 'off' };

describe('TRUSTED_DOCUMENTS', () => {
  it('holds agents to trusted documents in production, and nobody elsewhere, where it is not set', () => {
    expect(read('production')).toEqual({ ...ALL_OFF, agents: 'enforce' });
    expect(read('staging')).toEqual(ALL_OFF);
    expect(read('development')).toEqual(ALL_OFF);
  });

  it('is one mode for all, or modes by kind of viewer; what is not named stays as it would be', () => {
    expect(read('production', 'off')).toEqual(ALL_OFF);
    expect(new Set(Object.values(read('development', 'enforce')))).toEqual(new Set(['enforce']));
    expect(read('production', 'users=log')).toEqual({ ...ALL_OFF, users: 'log', agents: 'enforce' });
    expect(read('development', 'log, agents = enforce')).toMatchObject({ users: 'log', agents: 'enforce' });
  });

  it.each(['on', 'agents', 'agents=on', 'agent=enforce', 'agents=log,agents=off', 'off,log', ''.padEnd(3)])(
    'is refused as %j, with what it may be',
    (given) => {
      expect(() => read('production', given)).toThrow(/TRUSTED_DOCUMENTS must be off, log or enforce.*agents=enforce/);
    },
  );
});
