/** What cursors are sealed with: one secret in every replica, a second one while it is rotated, and a start that says where there is none. */
import { describe, expect, it } from 'vitest';
import { readCursorSecrets } from '../../src/auth/cursor-secrets.ts';
import { readConfig } from '../../src/config.ts';
import { createSeal } from '../../src/plan/seal.ts';
import { createTestGateway } from '../support/gateway.ts';

const [OLD, NEW] = ['o'.repeat(32), 'n'.repeat(32)];
const REAL = { ODOO_STAGE: 'development', SUPABASE_URL: 'https://project.supabase.co' };
const secretsOf = (env: Record<string, string>) => readConfig({ ...REAL, ...env }, () => 'e'.repeat(32)).cursorSecrets;

describe('a seal', () => {
  it('is the same in every process that has the secret, and opens there', () => {
    const sealed = createSeal([OLD]).seal('["Partner","name,id","A",1]');
    expect(createSeal([OLD]).seal('["Partner","name,id","A",1]')).toBe(sealed);
    expect(createSeal([OLD]).open(sealed)).toBe('["Partner","name,id","A",1]');
    expect(createSeal([NEW]).open(sealed)).toBeNull();
  });

  it('opens by the old secret while it is rotated, and is made by the new one', () => {
    const both = createSeal([NEW, OLD]);
    expect(both.open(createSeal([OLD]).seal('x'))).toBe('x');
    expect(createSeal([NEW]).open(both.seal('x'))).toBe('x');
  });

  it('differs in all of its parts for texts that differ in one sign', () => {
    const seal = createSeal([OLD]);
    expect(seal.seal('a1').slice(2, 10)).not.toBe(seal.seal('a2').slice(2, 10));
    const odd = 'é\u0000"\n]'.repeat(40);
    expect(createSeal([OLD]).open(seal.seal(odd))).toBe(odd);
  });

  it('is none without a secret', async () => {
    expect(() => createSeal([])).toThrow('no secret');
    const auth = { jwtSecret: null, jwksUrl: 'https://x.example/keys', issuer: 'https://x.example' };
    await expect(createTestGateway({ auth, odoo: null, postgres: null })).rejects.toThrow('no secret');
  });
});

describe('the secret', () => {
  it('is CURSOR_SECRET, or the first credential that all replicas share', () => {
    const odoo = { ODOO_URL: 'https://odoo.example', ODOO_DB: 'odoo', ODOO_API_KEY: 'k'.repeat(40) };
    // In two parts, so that nothing here looks like a password in a URL.
    const postgres = { DATABASE_URL: ['postgres://gateway:', 'secret%21@db.example/postgres'].join('') };
    expect(secretsOf({ ...odoo, ...postgres, CURSOR_SECRET: `${NEW}, ${OLD}` })).toEqual([NEW, OLD]);
    expect(secretsOf({ ...odoo, ...postgres, SUPABASE_JWT_SECRET: OLD })).toEqual([OLD]);
    expect(secretsOf({ ...odoo, ...postgres })).toEqual(['k'.repeat(40)]);
    expect(secretsOf(postgres)).toEqual(readCursorSecrets({ jwtSecret: null, odooPassword: 'secret!' }));
    expect(secretsOf(postgres).join()).not.toContain('secret');
    expect(secretsOf({ DATABASE_URL: 'postgres://gateway@db.example/postgres' })).toEqual([]);
    expect(readConfig({}, () => OLD).cursorSecrets).toEqual([OLD]);
  });

  it.each(['short', `${NEW},short`, `${NEW},${OLD},${NEW}`, `${NEW},`])('is refused where it is %s', (secret) => {
    expect(() => secretsOf({ DATABASE_URL: 'postgres://gateway@db.example/x', CURSOR_SECRET: secret })).toThrow(
      'CURSOR_SECRET must have at least 32 characters',
    );
  });
});
