/** GraphiQL as a person meets it: in a browser, on the gateway that `tripoint start` starts. */
import { get } from 'node:http';
import { networkInterfaces } from 'node:os';
import { text as streamText } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, openBrowser, type StartedGateway, startGateway } from '../support/pages.ts';

/** An address of this machine that is not loopback, by which a request comes as from another one; absent in a sandbox. */
const ELSEWHERE = Object.values(networkInterfaces())
  .flat()
  .find((address) => address?.family === 'IPv4' && !address.internal)?.address;

/** An environment that names real systems, none of which answers. */
const UNREACHABLE = {
  DATABASE_URL: 'postgres://gateway@127.0.0.1:1/gateway',
  ODOO_URL: 'http://127.0.0.1:1',
  ODOO_DB: 'odoo',
  ODOO_API_KEY: 'key',
  SUPABASE_JWT_SECRET: 'a-secret-of-this-test-that-is-long-enough',
};

describe('GraphiQL', { timeout: 60_000 }, () => {
  let gateway: StartedGateway;
  let browser: Browser | undefined;
  let page: Page;
  const requested: string[] = [];
  const problems: string[] = [];

  beforeAll(async () => {
    gateway = await startGateway({});
    if (!BROWSER) return;
    browser = await openBrowser();
    page = await browser.newPage();
    page.on('request', (request) => requested.push(request.url()));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(`${gateway.url}/graphiql`);
    await page.locator('.graphiql-execute-button').waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await gateway?.[Symbol.asyncDispose]();
  });

  it('offers tokens in development, to this machine', async () => {
    expect(await readTokens(gateway.url)).toHaveLength(5);
    const { port } = new URL(gateway.url);
    for (const host of [`localhost:${port}`, 'LOCALHOST', `127.0.0.1:${port}`, `[::1]:${port}`])
      expect(await readTokens(gateway.url, { host }), host).toHaveLength(5);
  });

  it.each([
    ['another name for this machine', { host: 'evil.example' }],
    ['another name, and the port', { host: 'evil.example:4000' }],
    ['a name that begins so', { host: 'localhost.evil.example' }],
    ['a name that only ends so', { host: 'evil.localhost' }],
    ['a name in front', { host: 'localhost@evil.example' }],
    ['the address of an interface', { host: '192.168.1.7:4000' }],
    ['every address', { host: '0.0.0.0:4000' }],
    ['a proxy', { 'x-forwarded-for': '127.0.0.1' }],
    ['a proxy of the standard', { forwarded: 'for=127.0.0.1' }],
    ['a proxy that says its host', { 'x-forwarded-host': 'localhost' }],
    ['a proxy that names itself', { via: '1.1 proxy' }],
    ['a proxy that says who asks', { 'x-real-ip': '127.0.0.1' }],
  ])('offers none by %s', async (_name, headers) => {
    expect(await readTokens(gateway.url, headers)).toEqual([]);
  });

  it.skipIf(!ELSEWHERE)('offers none to another machine, whatever name it gives this one', async () => {
    await using open = await startGateway({ ...UNREACHABLE, ODOO_STAGE: 'development', HOST: '0.0.0.0' });
    const { port } = new URL(open.url);
    expect(await readTokens(`http://${ELSEWHERE}:${port}`, { host: 'localhost' })).toEqual([]);
    // Nor to this one, where others are let in; and the banner shows none.
    expect(await readTokens(`http://127.0.0.1:${port}`)).toEqual([]);
    expect(open.printed.join('\n')).toContain('Warning: HOST is not loopback');
    expect(open.printed.join('\n')).not.toMatch(/eyJ/);
  });

  it('is a switch: off in production unless it is turned on, and then without tokens', async () => {
    await using production = await startGateway({ ...UNREACHABLE, ODOO_STAGE: 'production' });
    for (const path of ['/graphiql', '/', '/console/assets/index.js'])
      expect([path, (await fetch(production.url + path)).status]).toEqual([path, 404]);
    await using on = await startGateway({ ...UNREACHABLE, ODOO_STAGE: 'production', GRAPHIQL: 'on' });
    expect(await readTokens(on.url)).toEqual([]);
    await using off = await startGateway({ ...UNREACHABLE, ODOO_STAGE: 'development', GRAPHIQL: 'off' });
    expect((await fetch(`${off.url}/graphiql`)).status).toBe(404);
    expect(off.printed.join('\n')).not.toContain('GraphiQL');
    await using alone = await startGateway({ ...UNREACHABLE, ODOO_STAGE: 'development', CONSOLE: 'off' });
    expect(await (await fetch(alone.url)).text()).toContain('<title>GraphiQL');
    expect(alone.printed.join('\n')).not.toContain('console');
  });

  it('serves every asset that its page names, and allows no other host', async () => {
    const html = await fetch(`${gateway.url}/graphiql`);
    const policy = html.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*/);
    const assets = [...(await html.text()).matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path);
    expect(assets.length).toBeGreaterThan(2);
    for (const path of assets) {
      const asset = await fetch(gateway.url + path);
      expect([path, asset.status, asset.headers.get('x-content-type-options')]).toEqual([path, 200, 'nosniff']);
      expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
  });

  describe.skipIf(!BROWSER)('in a browser (with the real stack; skipped where no chromium is installed)', () => {
    it('begins with a query that the chosen viewer may ask whole, whoever is chosen next', async () => {
      const fresh = await openFresh(browser as Browser, `${gateway.url}/graphiql`);
      const viewers = await fresh.locator('#viewer option').allTextContents();
      expect(viewers).toEqual(['ana', 'ben', 'carla', 'service', 'sync-odoo-agent', 'anonymous']);
      expect(await run(fresh)).toEqual({ answered: ['viewer', 'moves', 'spaces'], errors: [] });
      for (const viewer of [...viewers, ...viewers.toReversed()]) {
        await fresh.locator('#viewer').selectOption({ label: viewer });
        const { answered, errors } = await run(fresh);
        expect([viewer, errors, answered.length > 1]).toEqual([viewer, [], true]);
      }
      await fresh.close();
    });

    it('keeps the viewer over a reload, and begins with what that one may ask', async () => {
      const fresh = await openFresh(browser as Browser, `${gateway.url}/graphiql`);
      for (const viewer of ['service', 'ana', 'anonymous']) {
        await fresh.locator('#viewer').selectOption({ label: viewer });
        await fresh.reload();
        expect(await fresh.locator('#viewer').inputValue()).toBe(viewer);
        const { answered, errors } = await run(fresh);
        expect([viewer, errors, answered.includes('runs')]).toEqual([viewer, [], viewer === 'service']);
      }
      await fresh.close();
    });

    it('follows the viewer in each tab, and leaves a query alone that somebody has changed', async () => {
      const fresh = await openFresh(browser as Browser, `${gateway.url}/graphiql`);
      const text = () => textOf(fresh);
      await fresh.locator('.graphiql-query-editor .CodeMirror').click();
      await fresh.keyboard.press('Control+End');
      await fresh.keyboard.insertText('# mine');
      const mine = await text();
      expect(mine).toMatch(/# mine$/);
      // GraphiQL notes a moment late what a tab has.
      const noted = () => fresh.evaluate<string>(`localStorage.getItem('graphiql:tabState') ?? ''`);
      await expect.poll(noted).toContain('# mine');
      await fresh.getByLabel('New tab').click();
      await expect.poll(text).toContain('moves(');
      await fresh.locator('#viewer').selectOption({ label: 'anonymous' });
      expect(await text()).toContain('surfaces {');
      await expect.poll(noted).toContain('surfaces {');
      await fresh.locator('.graphiql-tab-button').first().click();
      await expect.poll(text).toBe(mine);
      await fresh.locator('#viewer').selectOption({ label: 'service' });
      expect(await text()).toBe(mine);
      await fresh.locator('.graphiql-tab-button').last().click();
      await expect.poll(text).toContain('runs(');
      await fresh.close();
    });

    it('draws the plan of an answer in a plug-in, and says its sum beside the response', async () => {
      await page.locator('#viewer').selectOption({ label: 'ana' });
      await ask(page, 'query Planned { pages(first: 2) { nodes { title partner { name } } } }');
      await expect.poll(() => page.locator('.plan-line').textContent()).toMatch(/2 calls/);
      await page.getByLabel('Show Plan').click();
      const plan = page.locator('.plan-pane');
      await expect.poll(() => plan.textContent()).toMatch(/work.*1 call.*odoo.*1 call/s);
      expect(await plan.textContent()).toContain('res.partner web_search_read');
      await page.getByLabel('Hide Plan').click();
    });

    it('runs a query and shows its answer', async () => {
      const query = 'query Partners { partners(first: 1) { totalCount } }';
      expect(await ask(page, query)).toMatch(/"totalCount": \d+/);
    });

    it('answers as the viewer that is chosen', async () => {
      const query = 'query Runs { runs(first: 1) { nodes { agent } } }';
      await page.locator('#viewer').selectOption({ label: 'ana' });
      expect(await ask(page, query)).toContain('"FORBIDDEN"');
      await page.locator('#viewer').selectOption({ label: 'service' });
      const asService = await ask(page, query);
      expect(asService).toContain('"agent"');
      expect(asService).not.toContain('"FORBIDDEN"');
      await page.locator('#viewer').selectOption({ label: 'anonymous' });
      expect(await ask(page, query)).toContain('send a token');
    });

    it('shows what a subscription sends, until it is stopped', async () => {
      await page.locator('#viewer').selectOption({ label: 'service' });
      await page.locator('.graphiql-query-editor .CodeMirror').click();
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText('subscription Live { runs { cursor run { id } } }');
      await page.locator('.graphiql-tab-button').getByText('Live', { exact: true }).waitFor();
      await page.locator('.graphiql-execute-button').click();
      await expect.poll(() => page.locator('.result-window').textContent()).toContain('"cursor"');
      await expect.poll(() => page.locator('.result-window').textContent()).toContain('"events": 1');
      const ended = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/graphql'));
      await page.locator('.graphiql-execute-button').click();
      await ended;
    });

    it('shows the documentation of the schema', async () => {
      await page.getByLabel('Show Documentation Explorer').click();
      const types = page
        .locator('.graphiql-doc-explorer-section-content')
        .last()
        .locator('.graphiql-doc-explorer-type-name');
      const names = await types.allTextContents();
      // What the company has, before pages of it and groups.
      expect(names.indexOf('Partner')).toBeLessThan(names.indexOf('Viewer'));
      expect(names.indexOf('Task')).toBeLessThan(names.indexOf('AccountConnection'));
      await page.locator('.graphiql-doc-explorer').getByText('Partner', { exact: true }).click();
      await expect.poll(() => page.locator('.graphiql-doc-explorer').textContent()).toContain('Owner: Odoo');
    });

    it('asks no other host, and breaks none of its own rules', () => {
      expect(requested.filter((url) => !url.startsWith(gateway.url) && !url.startsWith('data:'))).toEqual([]);
      expect(problems).toEqual([]);
    });
  });
});

/** GraphiQL in a window that has seen nothing yet. */
async function openFresh(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  await page.locator('.graphiql-query-editor .CodeMirror').waitFor();
  return page;
}

/** What stands in the editor; nothing before it is there. Asked by a text, for what runs in the page has types that a test has not. */
function textOf(page: Page): Promise<string> {
  return page.evaluate<string>(
    `document.querySelector('.graphiql-query-editor .CodeMirror')?.CodeMirror.getValue() ?? ''`,
  );
}

/** Runs what stands in the editor. */
async function run(page: Page): Promise<{ readonly answered: readonly string[]; readonly errors: readonly object[] }> {
  // The button is there before the editor has its text, and asks nothing then.
  await expect.poll(() => textOf(page)).toContain('query Overview');
  const waited = page.waitForResponse((response) => response.request().postData()?.includes('query Overview') ?? false);
  await page.locator('.graphiql-execute-button').click();
  const { data, errors = [] } = (await (await waited).json()) as { data: object | null; errors?: object[] };
  return { answered: Object.keys(data ?? {}), errors };
}

/** Puts a query with a name in the editor, runs it, and reads what the page then shows. */
async function ask(page: Page, query: string): Promise<string> {
  await page.locator('.graphiql-query-editor .CodeMirror').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(query);
  // GraphiQL reads the operation's name a moment after the typing, and shows it on the tab.
  const [, name = ''] = query.split(' ');
  await page.locator('.graphiql-tab-button').getByText(name, { exact: true }).waitFor();
  const answered = page.waitForResponse((response) => response.request().postData()?.includes(query) ?? false);
  await page.locator('.graphiql-execute-button').click();
  const { data, errors } = (await (await answered).json()) as { data: unknown; errors?: { message: string }[] };
  // The page shows what came, a moment later.
  const shown = page.locator('.result-window');
  const first = errors?.[0]?.message ?? Object.keys(data as object)[0] ?? '';
  await expect.poll(async () => ((await shown.textContent()) ?? '').replaceAll(/\s+/g, ' ')).toContain(first);
  return (await shown.textContent()) ?? '';
}

/** By `node:http`, for `fetch` sends no Host but its own. */
async function readTokens(url: string, headers: Record<string, string> = {}): Promise<unknown> {
  const text = await new Promise<string>((resolve, reject) => {
    get(`${url}/graphiql`, { headers }, (response) => streamText(response).then(resolve, reject)).on('error', reject);
  });
  const start = /<script id="start" type="application\/json">(.*?)<\/script>/s.exec(text)?.[1] ?? '{}';
  return (JSON.parse(start) as { tokens?: unknown }).tokens;
}
