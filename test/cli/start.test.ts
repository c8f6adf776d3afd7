/** A newcomer's first minute: `tripoint start` as a process, with nothing configured. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFolder, type RunningCommand, runHere, runProcess, startProcess } from '../support/command.ts';
import { pick } from '../support/gateway.ts';
import { OVERVIEW } from '../support/overview.ts';

const TRY = 'Try:';
const folder = createFolder();
const cwd = folder.path;

let running: RunningCommand;
let banner: string;
let url: string;

beforeAll(async () => {
  running = startProcess(['start'], { cwd, env: { PORT: '0' } });
  banner = await running.untilPrinted(TRY);
  url = readUrl(banner);
});

afterAll(async () => {
  await running[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const readUrl = (text: string) => /GraphQL (http:\S+)\/graphql/.exec(text)?.[1] ?? '';
const readToken = (text: string, name: string) => new RegExp(`^ +${name} +(\\S+)$`, 'm').exec(text)?.[1] ?? '';

async function ask(at: string, token: string, query: string): Promise<unknown> {
  const response = await fetch(`${at}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

describe('tripoint start', () => {
  it('says where GraphQL, GraphiQL and the health page are', async () => {
    expect(banner).toContain(`GraphiQL ${url}/graphiql`);
    expect(banner).toContain(`health ${url}/readyz`);
    const ready = await fetch(`${url}/readyz`);
    expect(await ready.json()).toMatchObject({ ready: true, surfaces: { odoo: 'up', ops: 'up', work: 'up' } });
    expect((await fetch(`${url}/graphiql`)).status).toBe(200);
  });

  it.each(['ana', 'ben', 'carla', 'service', 'sync-odoo-agent'])('prints a token of %s that works', async (name) => {
    const token = readToken(banner, name);
    const answer = await ask(url, token, '{ viewer { kind } }');
    expect(pick(answer, 'data.viewer.kind')).toBe({ service: 'SERVICE', 'sync-odoo-agent': 'AGENT' }[name] ?? 'USER');
  });

  it('answers the Overview on all three surfaces', async () => {
    const answer = await ask(url, readToken(banner, 'service'), OVERVIEW);
    expect(pick(answer, 'errors')).toBeUndefined();
    expect(pick(answer, 'data.moves.nodes')).toHaveLength(5);
    expect(JSON.stringify(pick(answer, 'data.spaces'))).toMatch(/"partner":\{"name":"[^"]+"\}/);
    expect(pick(answer, 'extensions.tripoint.calls')).toHaveLength(5);
  });

  it('indexes what people wrote by itself, once it is up', async () => {
    const token = readToken(banner, 'service');
    const waiting = async () =>
      pick(await ask(url, token, '{ indexQueue { totalCount } }'), 'data.indexQueue.totalCount');
    while ((await waiting()) !== 0) await new Promise((resolve) => setTimeout(resolve, 50));
  });

  it('takes the tokens that `tripoint token` prints in the same folder', async () => {
    const { stdout } = await runHere(['token', '--user', 'ana'], { cwd });
    expect(pick(await ask(url, stdout.trim(), '{ viewer { kind } }'), 'data.viewer.kind')).toBe('USER');
  });

  it.each(['migrate', 'start', 'start --fresh'])('keeps `tripoint %s` from its folder meanwhile', async (line) => {
    const { code, stdout, stderr } = await runHere(line.split(' '), { cwd, env: { PORT: '0' } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`.tripoint/ is held by the gateway with process id ${running.child.pid}: stop it first`);
    expect(existsSync(join(cwd, '.tripoint', 'secret'))).toBe(true);
  });

  it('stops with 0 at SIGTERM, lets its folder go, and starts again with what it kept', async () => {
    const secret = readFileSync(join(cwd, '.tripoint', 'secret'), 'utf8');
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(join(cwd, '.tripoint', 'lock'))).toBe(false);
    expect(await runHere(['migrate'], { cwd })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('up to date'),
    });
    await using again = startProcess(['start'], { cwd, env: { PORT: '0' } });
    const at = readUrl(await again.untilPrinted(TRY));
    // A token of the first start is good still.
    const spaces = pick(
      await ask(at, readToken(banner, 'service'), '{ spaces { totalCount } }'),
      'data.spaces.totalCount',
    );
    expect(spaces).toBe(4);
    expect(readFileSync(join(cwd, '.tripoint', 'secret'), 'utf8')).toBe(secret);
    again.child.kill('SIGINT');
    expect(await again.ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('--fresh forgets database and secret, and takes the folder over from a process that was killed', async () => {
    const secret = readFileSync(join(cwd, '.tripoint', 'secret'), 'utf8');
    const relic = join(cwd, '.tripoint', 'database', 'relic');
    writeFileSync(relic, '');
    // The process id of one that ended long ago.
    writeFileSync(join(cwd, '.tripoint', 'lock'), String(running.child.pid));
    const fresh = await runHere(['start', '--fresh'], { cwd, env: { PORT: '0' } });
    expect(fresh).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(relic)).toBe(false);
    expect(readFileSync(join(cwd, '.tripoint', 'secret'), 'utf8')).not.toBe(secret);
    expect(existsSync(join(cwd, '.tripoint', 'lock'))).toBe(false);
  });

  it('says that the port is in use, ends with 1, and lets its folder go', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const PORT = String((taken.address() as AddressInfo).port);
    const { code, stdout, stderr } = await runProcess(['start'], { cwd, env: { PORT } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^tripoint start: the port is in use: set PORT to another$/m);
    expect(existsSync(join(cwd, '.tripoint', 'lock'))).toBe(false);
    await new Promise((resolve) => taken.close(resolve));
  });
});
