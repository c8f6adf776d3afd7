/** What a command prints of secrets: nothing, however its output is cut into chunks; and no more is kept than is needed. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor, redactText } from '../../src/delivery/evidence/redact.ts';
import { readSecrets } from '../../src/delivery/evidence/secrets.ts';
import { keepStream } from '../../src/delivery/evidence/stream.ts';
import { createFolder } from '../support/command.ts';

const needle = (text: string) => ({ bytes: Buffer.from(text), mark: Buffer.from('[x]') });

/** Each byte that belongs to any occurrence of any needle goes; what touches or overlaps within one leaves one mark. */
function expected(text: string, secrets: readonly string[]): string {
  const hidden = new Set<number>();
  const starts = new Set<number>();
  let end = 0;
  for (let at = 0; at < text.length; at += 1) {
    const longest = Math.max(0, ...secrets.filter((secret) => text.startsWith(secret, at)).map(({ length }) => length));
    if (longest === 0) continue;
    if (at >= end) starts.add(at);
    end = Math.max(end, at + longest);
    for (let each = at; each < at + longest; each += 1) hidden.add(each);
  }
  return [...text].map((character, at) => (starts.has(at) ? '[x]' : hidden.has(at) ? '' : character)).join('');
}

describe('a stream', () => {
  it('is the same however it is cut, with overlapping and repeated secrets', () => {
    const letters = fc.stringMatching(/^[ab]{1,5}$/);
    fc.assert(
      fc.property(
        fc.stringMatching(/^[abc]{0,60}$/),
        fc.uniqueArray(letters, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(7), { maxLength: 30 }),
        (text, secrets, cuts) => {
          const redactor = createRedactor(secrets.map(needle));
          const bytes = Buffer.from(text);
          const shown: Buffer[] = [];
          let at = 0;
          for (const cut of cuts) {
            shown.push(redactor.push(bytes.subarray(at, at + cut)));
            at += cut;
          }
          shown.push(redactor.push(bytes.subarray(at)), redactor.end());
          expect(Buffer.concat(shown).toString()).toBe(expected(text, secrets));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is passed on at once where its end begins no secret', () => {
    const redactor = createRedactor([needle('secret-value')]);
    expect(redactor.push(Buffer.from('Continue? ')).toString()).toBe('Continue? ');
    expect(redactor.push(Buffer.from('a sec')).toString()).toBe('a ');
    expect(redactor.push(Buffer.from('ond')).toString()).toBe('second');
  });

  it('keeps bytes that are no text', async () => {
    using folder = createFolder();
    const bytes = randomBytes(200_000);
    const file = join(folder.path, 'out');
    const written = await keepStream(Readable.from([bytes]), { file, shown: undefined, needles: [needle('absent')] });
    expect(readFileSync(file)).toEqual(bytes);
    expect(written.size).toBe(bytes.length);
  });

  it('waits for whoever looks on, and reads no further meanwhile', async () => {
    using folder = createFolder();
    let made = 0;
    const source = new Readable({
      highWaterMark: 65_536,
      read() {
        made += 65_536;
        this.push(made > 64 * 1_048_576 ? null : Buffer.alloc(65_536));
      },
    });
    let release: () => void = () => {};
    const slow = new Writable({
      highWaterMark: 65_536,
      write: (_chunk, _encoding, done) => {
        release = done;
      },
    });
    const kept = keepStream(source, { file: join(folder.path, 'out'), shown: slow, needles: [] });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(made).toBeLessThan(1_048_576);
    slow.destroy(new Error('gone'));
    release();
    expect((await kept).size).toBe(64 * 1_048_576);
  });
});

describe('the secrets of an environment', () => {
  const env = {
    SUPABASE_JWT_SECRET: 'jwt+secret/of "this" test, long',
    DATABASE_URL: ['postgres://gateway:p%40ss', 'word-1@db.example.com:5432/postgres'].join(''),
    ODOO_WEBHOOK_SECRETS: 'prod:one-of-prod,staging:two-of-staging',
    HANDLER_SECRET_REPORT_AGENT: 'whsec_handlers-own',
    MY_API_TOKEN: 'unregistered-token',
    PROXY: ['http://me:proxy', '-password@proxy.example.com'].join(''),
    PATH: '/usr/bin',
    NOTE: 'said unregistered-token aloud',
  };
  const registered = ['SUPABASE_JWT_SECRET', 'DATABASE_URL', 'ODOO_WEBHOOK_SECRETS'];
  const { redact, environment } = readSecrets(env, registered);

  it.each([
    env.SUPABASE_JWT_SECRET,
    JSON.stringify({ given: env.SUPABASE_JWT_SECRET }),
    encodeURIComponent(env.SUPABASE_JWT_SECRET),
    Buffer.from(env.SUPABASE_JWT_SECRET).toString('base64'),
    Buffer.from(env.SUPABASE_JWT_SECRET).toString('base64url'),
    env.DATABASE_URL,
    'password authentication failed for p@ssword-1',
    'p%40ssword-1',
    'two-of-staging',
    'whsec_handlers-own',
    'unregistered-token',
    'proxy-password',
  ])('are found in: %s', (text) => {
    const shown = redact(`before ${text} after`);
    expect(shown).toMatch(/^before .*\[redacted \w+\].* after$/);
    for (const secret of ['ssword-1', 'jwt', 'two-of', 'whsec', 'unregistered', 'proxy-pass'])
      expect(shown).not.toContain(secret);
  });

  it('stand as names alone in the environment that is kept', () => {
    expect(environment).toEqual({
      DATABASE_URL: '[redacted DATABASE_URL]',
      HANDLER_SECRET_REPORT_AGENT: '[redacted HANDLER_SECRET_REPORT_AGENT]',
      MY_API_TOKEN: '[redacted MY_API_TOKEN]',
      NOTE: 'said [redacted MY_API_TOKEN] aloud',
      ODOO_WEBHOOK_SECRETS: '[redacted ODOO_WEBHOOK_SECRETS]',
      PATH: '/usr/bin',
      PROXY: 'http://me:[redacted PROXY]@proxy.example.com',
      SUPABASE_JWT_SECRET: '[redacted SUPABASE_JWT_SECRET]',
    });
  });

  it('are refused where one is too short to be found', () => {
    expect(() => readSecrets({ DATABASE_URL: 'abc' }, ['DATABASE_URL'])).toThrow(/DATABASE_URL: .*Unset it/);
  });

  it('leave a text without them as it is', () => {
    expect(redactText('nothing of it', [])).toBe('nothing of it');
  });
});
