import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readKeyRing } from '../../src/auth/key-ring.ts';
import { readConfig } from '../../src/config.ts';
import { ConfigError } from '../../src/variables.ts';

const key = () => randomBytes(32).toString('base64');
const OWNER = ['a-user', 'an-odoo', '9'];

describe('a key ring', () => {
  it('opens what it sealed, also once another key seals', () => {
    const [old, young] = [`old:${key()}`, `young:${key()}`];
    const sealed = readKeyRing(old).seal('a key of Odoo', OWNER);
    expect(sealed.sealedBy).toBe('old');
    expect(sealed.sealed).not.toContain('key');
    const both = readKeyRing(`${young},${old}`);
    expect(both.open(sealed, OWNER)).toBe('a key of Odoo');
    expect(both.seal('a key of Odoo', OWNER).sealedBy).toBe('young');
    expect(readKeyRing(young).open(sealed, OWNER)).toBeNull();
  });

  it.each([
    ['another person', ['another', 'an-odoo', '9']],
    ['another Odoo', ['a-user', 'another', '9']],
    ['another user of Odoo', ['a-user', 'an-odoo', '10']],
    ['parts cut elsewhere', ['a-user","an-odoo', '9']],
  ])('opens nothing that was sealed for somebody else: %s', (_what, owner) => {
    const ring = readKeyRing(`one:${key()}`);
    expect(ring.open(ring.seal('a key of Odoo', OWNER), owner)).toBeNull();
  });

  it('opens nothing that was changed or cut, nor what another id claims', () => {
    const same = key();
    const ring = readKeyRing(`one:${same},two:${same}`);
    const { sealed } = ring.seal('a key of Odoo', OWNER);
    expect(ring.open({ sealedBy: 'two', sealed }, OWNER)).toBeNull();
    const bytes = Buffer.from(sealed, 'base64url');
    for (const place of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(ring.open({ sealedBy: 'one', sealed: changed.toString('base64url') }, OWNER)).toBeNull();
      const cut = bytes.subarray(0, place).toString('base64url');
      expect(ring.open({ sealedBy: 'one', sealed: cut }, OWNER)).toBeNull();
    }
  });

  it('seals the same text differently each time', () => {
    const ring = readKeyRing(`one:${key()}`);
    expect(ring.seal('same', OWNER).sealed).not.toBe(ring.seal('same', OWNER).sealed);
  });
});

describe('ODOO_KEYS_SECRET', () => {
  const embedded = (ring: string) => readConfig({ ODOO_KEYS_SECRET: ring }, () => 'a secret of the embedded gateway');

  it.each([
    ['a bare key', key()],
    ['a short one', `one:${randomBytes(31).toString('base64')}`],
    ['an id twice', `one:${key()},one:${key()}`],
    ['nothing after a comma', `one:${key()},`],
  ])('is refused without its value being told: %s', (_what, ring) => {
    expect(() => embedded(ring)).toThrow(ConfigError);
    expect(() => embedded(ring)).toThrow('ODOO_KEYS_SECRET must be keys such as');
    try {
      embedded(ring);
    } catch (error) {
      expect(String(error)).not.toContain(ring);
    }
  });
});
