/** The console as a person meets it: in a browser, on a desktop and on a phone, with data, empty, refused, live and with a surface down. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GatewayError } from '../../src/errors.ts';
import { createPages } from '../../src/http/pages.ts';
import { packagePaths } from '../../src/paths.ts';
import { createTestGateway, type TestGateway, type TestGatewayOptions, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { BROWSER, openBrowser, type StartedGateway, startGateway } from '../support/pages.ts';

const SIZES = [
  ['a desktop', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 844 }],
] as const;

/** A view, and what only its data has. */
const VIEWS = [
  ['overview', 'approvals to decide'],
  ['runs', 'sync-odoo-agent'],
  ['doctrine', 'Who reads how much of what'],
  ['borders', 'Page.partner'],
  ['search', 'Every page is indexed'],
  ['delivery', 'production'],
  ['operations', 'By operation'],
  ['plan', 'What this page has asked'],
  ['viewer', 'Who you are'],
] as const;

/** Kilobytes of a page's first view, compressed. GraphiQL itself is the larger part of its page. */
const MOST_KB = { '/#/overview': 300, '/graphiql': 400 } as const;
/** In the page: bytes of its assets as they came over the wire. */
const BYTES = `performance.getEntriesByType('resource')
  .filter(({ name }) => name.includes('/console/assets/'))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`;

describe.skipIf(!BROWSER)(
  'the console (with the real stack; skipped where no chromium is installed)',
  { timeout: 120_000 },
  () => {
    let gateway: StartedGateway;
    let browser: Browser;

    beforeAll(async () => {
      gateway = await startGateway({});
      browser = await openBrowser();
    });
    afterAll(async () => {
      await browser?.close();
      await gateway?.[Symbol.asyncDispose]();
    });

    it.each(SIZES)('shows each view with data on %s, within its width, in light and dark', async (_name, viewport) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await using looking = await look(browser, gateway.url, { viewport, colorScheme });
        for (const [view, text] of VIEWS) {
          await looking.page.goto(`${gateway.url}/#/${view}`);
          await seen(looking.page, text);
          expect([view, await overflow(looking.page)]).toEqual([view, 0]);
        }
        expect(looking.problems).toEqual([]);
      }
    });

    it.each(SIZES)(
      'shows a run go by on %s, from its enqueueing to its end, and its whole story',
      async (_name, viewport) => {
        await using looking = await look(browser, gateway.url, { viewport });
        const { page } = looking;
        await page.goto(`${gateway.url}/#/runs`);
        await page.locator('.badge', { hasText: /^live$/ }).waitFor();
        const before = await page.locator('main tbody tr').count();
        await enqueue(page);
        await page.locator('main tbody tr').nth(before).waitFor();
        await page.locator('main tbody tr').first().locator('a').click();
        await page.locator('.story', { hasText: 'run.succeeded' }).waitFor({ timeout: 30_000 });
        await seen(page, 'Unbroken');
        expect(await page.locator('.story li').count()).toBeGreaterThanOrEqual(4);
        expect(looking.problems).toEqual([]);
      },
    );

    it.each(SIZES)('says what is not the viewer’s on %s, and blanks nothing else', async (_name, viewport) => {
      await using looking = await look(browser, gateway.url, { viewport });
      await looking.page.goto(`${gateway.url}/#/overview`);
      await looking.page.locator('#viewer').selectOption({ label: 'ana' });
      await seen(looking.page, 'Not yours to see');
      await seen(looking.page, 'No fault since the start');
      await looking.page.goto(`${gateway.url}/#/operations`);
      await seen(looking.page, 'Not yours to see');
      await looking.page.reload();
      expect(await looking.page.locator('#viewer').inputValue()).toBe('ana');
    });

    it.each(SIZES)('says where there is nothing on %s', async (_name, viewport) => {
      await using looking = await look(browser, gateway.url, { viewport });
      await looking.page.goto(`${gateway.url}/#/borders`);
      await seen(looking.page, 'No Odoo has told anything yet');
      await seen(looking.page, 'Odoo is as it was seeded');
      await looking.page.goto(`${gateway.url}/#/search`);
      await seen(looking.page, 'The indexer has given up no page');
    });

    it('answers a cell of the doctrine with its line, by the mouse and by the keyboard', async () => {
      await using looking = await look(browser, gateway.url, {});
      const { page } = looking;
      await page.goto(`${gateway.url}/#/doctrine`);
      await page.getByLabel('service reads ops.runs', { exact: true }).click();
      await seen(page, 'ssot/doctrine.yaml:');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.explanation h3').textContent()).toBe('ops.run_events');
    });

    it('answers a question with passages that open', async () => {
      await using looking = await look(browser, gateway.url, {});
      const { page } = looking;
      await page.goto(`${gateway.url}/#/search`);
      await page.getByPlaceholder('How do we file').fill('How do we file 2550Q?');
      await page.getByRole('button', { name: 'Ask' }).click();
      await page.locator('.passages summary').first().click();
      await page.locator('.passages details[open] p').first().waitFor();
    });

    it('draws the plan of a query', async () => {
      await using looking = await look(browser, gateway.url, {});
      const { page } = looking;
      await page.goto(`${gateway.url}/#/plan`);
      await page.getByRole('button', { name: 'Draw its plan' }).click();
      await expect.poll(() => page.locator('.plan-sums').first().textContent()).toMatch(/work1 call.*odoo1 call/);
    });

    it('decides an approval, once', async () => {
      await using looking = await look(browser, gateway.url, {});
      const { page } = looking;
      await page.goto(`${gateway.url}/#/delivery`);
      await page.locator('.approvals li').first().waitFor();
      const waiting = await page.locator('.approvals li').count();
      await page.getByPlaceholder('Why, for the record').first().fill('Looked at');
      await page.getByPlaceholder('Who decides').first().fill('Carla Cruz');
      await page.getByRole('button', { name: 'Approve' }).first().click();
      await seen(page, ': approved.');
      await expect.poll(() => page.locator('.approvals li').count()).toBe(waiting - 1);
    });

    it('loads its first view in 300 kB, and GraphiQL in 400', async () => {
      for (const [path, mostKb] of Object.entries(MOST_KB)) {
        await using looking = await look(browser, gateway.url, {});
        await looking.page.goto(gateway.url + path);
        await looking.page.locator(path === '/graphiql' ? '.graphiql-execute-button' : '.tiles').waitFor();
        await looking.page.waitForTimeout(1_000);
        const bytes = await looking.page.evaluate<number>(BYTES);
        process.stdout.write(`${path}: ${Math.round(bytes / 1_000)} kB, compressed\n`);
        expect(bytes / 1_000).toBeGreaterThan(20);
        expect(bytes / 1_000).toBeLessThanOrEqual(mostKb);
      }
    });

    describe('where a surface is down', () => {
      const down = (surface: 'odoo' | 'ops') => async () => {
        throw new GatewayError('UPSTREAM_UNAVAILABLE', 'It does not answer', { surface });
      };

      it.each(SIZES)('says so on %s: Odoo', async (_name, viewport) => {
        await using broken = await open({ odoo: down('odoo') });
        await using looking = await look(browser, broken.url, { viewport });
        const { page } = looking;
        await page.goto(`${broken.url}/#/overview`);
        await expect.poll(() => page.locator('.light.DOWN').textContent()).toContain('Odoo');
        await seen(page, 'sync-odoo-agent');
        await page.goto(`${broken.url}/#/plan`);
        await page
          .getByRole('textbox', { name: 'Query' })
          .fill('query Partners { partners(first: 1) { nodes { id } } }');
        await page.getByRole('button', { name: 'Draw its plan' }).click();
        await seen(page, 'Odoo does not answer');
      });

      it.each(SIZES)('says so on %s: the database', async (_name, viewport) => {
        const fail = down('ops');
        await using broken = await open({}, (sources) => ({
          ...sources,
          render: fail,
          repeatable: fail,
          transact: fail,
          ping: fail,
        }));
        await using looking = await look(browser, broken.url, { viewport });
        for (const view of ['runs', 'borders', 'delivery', 'search']) {
          await looking.page.goto(`${broken.url}/#/${view}`);
          await seen(looking.page, 'does not answer');
          expect([view, await overflow(looking.page)]).toEqual([view, 0]);
        }
        await expect.poll(() => looking.page.locator('.light.DOWN').count()).toBe(2);
        // What needs no database is there.
        await looking.page.goto(`${broken.url}/#/doctrine`);
        await seen(looking.page, 'Cell by cell');
      });
    });
  },
);

type Postgres = NonNullable<TestGateway['sources']['postgres']>;

/** A gateway whose surfaces can be broken, with the pages before it. */
async function open(options: TestGatewayOptions, breaking?: (postgres: Postgres) => Postgres) {
  const whole = await createTestGateway({ stage: 'development' });
  const { postgres } = whole.sources;
  const broken = { ...options, ...(breaking && postgres && { postgres: breaking(postgres) }) };
  const gateway = await createTestGateway({ stage: 'development', beside: whole, ...broken });
  const tokens = async () => [{ name: 'service', token: await testToken('service') }];
  const pages = createPages({ console: true, graphiql: false, signIn: null, folder: packagePaths().pages, tokens });
  const served = await serve(gateway, { pages });
  return {
    url: served.url,
    [Symbol.asyncDispose]: async () => {
      await served[Symbol.asyncDispose]();
      await gateway[Symbol.asyncDispose]();
      await whole[Symbol.asyncDispose]();
    },
  };
}

interface Looking extends AsyncDisposable {
  readonly page: Page;
  /** What the page has complained of, and whom it has asked besides its gateway. */
  readonly problems: readonly string[];
}

async function look(browser: Browser, url: string, options: Parameters<Browser['newContext']>[0]): Promise<Looking> {
  const context: BrowserContext = await browser.newContext({ viewport: SIZES[0][1], ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) problems.push(request.url());
  });
  return { page, problems, [Symbol.asyncDispose]: () => context.close() };
}

/** Waits until the page shows it. */
async function seen(page: Page, text: string): Promise<void> {
  await page.locator('main').getByText(text).first().waitFor({ timeout: 20_000 });
}

/** Pixels by which the page is broader than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
}

/** As the page's own viewer. */
async function enqueue(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { token } = JSON.parse(sessionStorage.getItem('tripoint.viewer') ?? '{}') as { token: string };
    const query = 'mutation Enqueue { enqueueRun(input: { agent: "demo-agent", kind: "demo.count" }) { run { id } } }';
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) });
  });
}
