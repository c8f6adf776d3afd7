/** Service and agents where tokens are signed by keys alone: `tripoint token --key`, and a gateway that takes what it made. */
import { createPublicKey, generateKeyPairSync, KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CryptoKey, decodeProtectedHeader, exportJWK, exportPKCS8, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAuthConfig } from '../../src/auth/config.ts';
import { createVerify } from '../../src/auth/verify.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { createFolder, runHere } from '../support/command.ts';
import { createIdentityProvider, type IdentityProvider } from '../support/jwks-server.ts';

let provider: IdentityProvider;
let folder: ReturnType<typeof createFolder>;
const keys = new Map<string, CryptoKey>();

beforeAll(async () => {
  provider = await createIdentityProvider();
  folder = createFolder();
  for (const [kid, alg] of [
    ['standby', 'ES256'],
    ['rsa', 'RS256'],
  ] as const) {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    keys.set(kid, privateKey);
    provider.publish({ ...(await exportJWK(publicKey)), kid, alg, use: 'sig' });
  }
});

afterAll(async () => {
  folder[Symbol.dispose]();
  await provider[Symbol.asyncDispose]();
});

const keyOf = (kid: string) => keys.get(kid) as CryptoKey;
/** As `supabase gen signing-key` prints it. */
const jwkOf = async (kid: string, alg: string) => ({
  ...(await exportJWK(keyOf(kid))),
  ...{ kid, alg, use: 'sig', key_ops: ['sign', 'verify'], ext: true },
});

/** As OpenSSL writes keys of one type. */
const pemOf = (kid: string, options: object) =>
  String(KeyObject.from(keyOf(kid) as Parameters<typeof KeyObject.from>[0]).export(options as never));
const publicPem = (kid: string) =>
  String(createPublicKey(pemOf(kid, { type: 'pkcs8', format: 'pem' })).export({ type: 'spki', format: 'pem' }));
const ENCRYPTED = { format: 'pem', cipher: 'aes-256-cbc', passphrase: 'c2VjcmV0' } as const;

function keep(text: string): string {
  writeFileSync(join(folder.path, 'key'), text, { mode: 0o600 });
  return 'key';
}
const token = (...args: string[]) =>
  runHere(['token', ...args, '--key', 'key'], { cwd: folder.path, env: { SUPABASE_URL: provider.url } });

/** A gateway of the same project, which has no private key. */
const verify = (bearer: string) =>
  createVerify(readAuthConfig({ SUPABASE_URL: provider.url }), loadDoctrine(packagePaths()))(`Bearer ${bearer}`);

describe('tripoint token --key', () => {
  it.each<[string, () => Promise<string>, string[]]>([
    ['a JWK', async () => JSON.stringify(await jwkOf('standby', 'ES256')), []],
    ['an RSA key', async () => JSON.stringify(await jwkOf('rsa', 'RS256')), []],
    [
      'one of a list',
      async () => JSON.stringify([await jwkOf('standby', 'ES256'), await jwkOf('rsa', 'RS256')]),
      ['--kid', 'rsa'],
    ],
    ['a key set', async () => JSON.stringify({ keys: [await jwkOf('standby', 'ES256')] }), []],
    ['PEM', () => exportPKCS8(keyOf('standby')), ['--kid', 'standby']],
    ['PEM of RSA', () => exportPKCS8(keyOf('rsa')), ['--kid', 'rsa']],
    ['PEM of an older form', async () => pemOf('standby', { type: 'sec1', format: 'pem' }), ['--kid', 'standby']],
    ['PEM of RSA of an older form', async () => pemOf('rsa', { type: 'pkcs1', format: 'pem' }), ['--kid', 'rsa']],
  ])('of %s makes service, agents and users that the gateway takes', async (_name, text, more) => {
    keep(await text());
    const service = await token('--service', ...more);
    expect({ code: service.code, stderr: service.stderr }).toEqual({ code: 0, stderr: '' });
    expect(await verify(service.stdout.trim())).toMatchObject({ kind: 'service', role: 'service_role' });
    const agent = await token('--agent', 'workspace-ask-docs', '--act', 'ana', ...more);
    expect(await verify(agent.stdout.trim())).toMatchObject({ kind: 'agent', agent: 'workspace-ask-docs' });
    const user = await token('--user', 'ana', '--group', 'hr', '--group', 'accounting', ...more);
    expect(await verify(user.stdout.trim())).toMatchObject({ kind: 'user', groups: ['accounting', 'hr'] });
    for (const { stdout } of [service, agent, user]) {
      const kid = more[1] ?? JSON.parse(await text()).kid ?? 'standby';
      expect(decodeProtectedHeader(stdout.trim())).toEqual({ typ: 'JWT', alg: kid === 'rsa' ? 'RS256' : 'ES256', kid });
    }
  });

  it('makes nothing that a gateway of another project takes, nor once the key is withdrawn', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    keep(JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'withdrawn', alg: 'ES256' }));
    const { stdout } = await token('--service');
    await expect(verify(stdout.trim())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    keep(JSON.stringify(await jwkOf('standby', 'ES256')));
    const elsewhere = await runHere(['token', '--service', '--key', 'key'], {
      cwd: folder.path,
      env: { SUPABASE_JWT_ISSUER: 'https://other.supabase.co/auth/v1' },
    });
    await expect(verify(elsewhere.stdout.trim())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  const es256 = () => jwkOf('standby', 'ES256');
  it.each<[string, () => Promise<string>, string[], RegExp]>([
    ['a public key', async () => JSON.stringify({ ...(await es256()), d: undefined }), [], /public one/],
    ['a shared secret', async () => '{"kty":"oct","k":"c2VjcmV0LXZhbHVl","kid":"a"}', [], /SUPABASE_JWT_SECRET/],
    ['no kid', async () => JSON.stringify({ ...(await es256()), kid: undefined }), [], /--kid/],
    ['PEM and no kid', () => exportPKCS8(keyOf('standby')), [], /--kid/],
    ['several keys', async () => JSON.stringify([await es256(), await jwkOf('rsa', 'RS256')]), [], /standby, rsa/],
    [
      'another kid',
      async () => JSON.stringify(await es256()),
      ['--kid', 'x'],
      /no key of that "kid": there are standby/,
    ],
    ['another algorithm', async () => JSON.stringify({ ...(await es256()), alg: 'ES384' }), [], /for ES256/],
    [
      'another curve',
      async () => exportPKCS8((await generateKeyPair('ES384', { extractable: true })).privateKey),
      ['--kid', 'x'],
      /P-256/,
    ],
    [
      'another curve in a JWK',
      async () =>
        JSON.stringify({
          ...(await exportJWK((await generateKeyPair('ES384', { extractable: true })).privateKey)),
          kid: 'x',
        }),
      [],
      /P-256/,
    ],
    [
      'an RSA key that is too short',
      async () =>
        String(
          generateKeyPairSync('rsa', { modulusLength: 1_024 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
        ),
      ['--kid', 'x'],
      /2048 bits/,
    ],
    [
      'a key of another type',
      async () => String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })),
      ['--kid', 'x'],
      /must be of the curve P-256 \(ES256\), or RSA/,
    ],
    ['PEM of a public key', async () => publicPem('standby'), ['--kid', 'standby'], /public one/],
    ['encrypted PEM', async () => pemOf('standby', { type: 'pkcs8', ...ENCRYPTED }), ['--kid', 'x'], /passphrase/],
    [
      'encrypted PEM of an older form',
      async () => pemOf('rsa', { type: 'pkcs1', ...ENCRYPTED }),
      ['--kid', 'x'],
      /passphrase/,
    ],
    ['a broken key', async () => JSON.stringify({ ...(await es256()), d: 'c2VjcmV0LXZhbHVl' }), [], /cannot be read/],
    ['no key at all', async () => 'c2VjcmV0LXZhbHVl', [], /neither a JWK nor PEM/],
  ])('refuses %s, and quotes nothing of it', async (_name, text, more, message) => {
    keep(await text());
    const { code, stdout, stderr } = await token('--service', ...more);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('c2VjcmV0');
  });

  it('makes nothing for a gateway whose key set names the key otherwise, and nothing of another key of that name', async () => {
    keep(await exportPKCS8(keyOf('standby')));
    const misnamed = await token('--service', '--kid', 'standby-of-yesterday');
    const refused = { code: 'UNAUTHENTICATED', message: expect.stringContaining('lists no such key') };
    await expect(verify(misnamed.stdout.trim())).rejects.toMatchObject(refused);
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    keep(await exportPKCS8(privateKey));
    const forged = await token('--service', '--kid', 'standby');
    await expect(verify(forged.stdout.trim())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('names groups of users alone, and those of the doctrine', async () => {
    keep(JSON.stringify(await es256()));
    const service = await token('--service', '--group', 'hr');
    expect(service).toMatchObject({ code: 2, stderr: expect.stringContaining('--group goes with --user') });
    const unknown = await token('--user', 'ana', '--group', 'everything');
    const known = 'no group "everything": it has accounting, hr, auditors';
    expect(unknown).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(known) });
  });

  it('asks whose tokens they are to be, and takes --kid with it alone', async () => {
    keep(JSON.stringify(await es256()));
    const alone = await runHere(['token', '--service', '--key', 'key'], { cwd: folder.path });
    expect(alone).toMatchObject({ code: 2, stderr: expect.stringContaining('SUPABASE_URL or SUPABASE_JWT_ISSUER') });
    const kid = await runHere(['token', '--service', '--kid', 'a'], { cwd: folder.path });
    expect(kid).toMatchObject({ code: 2, stderr: expect.stringContaining('--kid goes with --key') });
  });
});
