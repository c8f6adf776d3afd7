/** Signing in to the console: by Supabase Auth, for which a stand-in answers over HTTP, or by a token. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPages } from '../../src/http/pages.ts';
import { packagePaths } from '../../src/paths.ts';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { BROWSER, openBrowser } from '../support/pages.ts';
import { EMAIL, type SupabaseAuth, startSupabaseAuth } from '../support/supabase-auth.ts';

describe.skipIf(!BROWSER)(
  'signing in (with the real stack; skipped where no chromium is installed)',
  { timeout: 120_000 },
  () => {
    let gateway: TestGateway;
    let browser: Browser;
    let auth: SupabaseAuth;
    let served: Awaited<ReturnType<typeof serve>>;
    let context: BrowserContext;
    let page: Page;
    /** What the browser refused, and the tokens that it sent to the gateway. */
    let refused: string[];
    let sent: string[];

    beforeAll(async () => {
      gateway = await createTestGateway({ stage: 'production', trustedDocuments: { users: 'enforce' } });
      auth = await startSupabaseAuth();
      const signIn = { url: `${auth.url}/auth/v1`, key: 'publishable' };
      const folder = packagePaths().pages;
      const pages = createPages({ console: true, graphiql: true, signIn, folder, tokens: async () => [] });
      served = await serve(gateway, { pages });
      browser = await openBrowser();
    });
    beforeEach(async () => {
      Object.assign(auth, { lifetimeSeconds: 3_600, isUp: true });
      [refused, sent] = [[], []];
      context = await browser.newContext();
      page = await openTab();
    });
    afterEach(async () => {
      expect(refused.filter((text) => text.includes('Content Security Policy'))).toEqual([]);
      await context?.close();
    });
    afterAll(async () => {
      await browser?.close();
      await served?.[Symbol.asyncDispose]();
      await auth?.[Symbol.asyncDispose]();
      await gateway?.[Symbol.asyncDispose]();
    });

    async function openTab(): Promise<Page> {
      const opened = await context.newPage();
      opened.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
      opened.on('request', (request) => {
        const { authorization } = request.headers();
        if (request.url().endsWith('/graphql') && authorization) sent.push(authorization.replace('Bearer ', ''));
      });
      return opened;
    }

    /** By the provider, until the console shows whom. */
    async function signIn(): Promise<void> {
      await page.goto(served.url);
      await page.getByRole('button', { name: 'Sign in with github' }).click();
      await page.getByRole('link', { name: 'allow' }).click();
      await page.locator('.viewer-choice', { hasText: EMAIL }).waitFor();
    }

    const signInIsOffered = () => page.getByRole('button', { name: 'Send me a link' }).waitFor();
    const kept = (tab: Page) => tab.evaluate<string[]>('Object.keys(sessionStorage)');
    const latest = () => auth.given.at(-1);

    it('goes to a provider and back with a code, and shows what its person may see', async () => {
      await page.goto(`${served.url}/#/search`);
      await page.getByRole('button', { name: 'Sign in with github' }).click();
      await page.getByRole('link', { name: 'allow' }).waitFor();
      expect(new URL(page.url()).origin).toBe(auth.url);
      await page.getByRole('link', { name: 'allow' }).click();
      await page.locator('.viewer-choice', { hasText: EMAIL }).waitFor();
      expect(page.url()).toBe(`${served.url}/#/overview`);
      expect(auth.asked).toContainEqual({ path: '/token pkce', apikey: 'publishable' });
      await page.goto(`${served.url}/#/viewer`);
      await page.locator('.facts', { hasText: 'a0a00000-0000-4000-8000-000000000001' }).first().waitFor();
      expect(new Set(sent)).toEqual(new Set([latest()]));
      // A person in production, where trusted documents alone are taken: what the console asks is trusted.
      await page.goto(`${served.url}/#/search`);
      await page.getByPlaceholder('How do we file').fill('invoices');
      await page.getByRole('button', { name: 'Ask' }).click();
      await page.locator('.passages, .problem').first().waitFor();
    });

    it('keeps the session over a reload, in this tab alone', async () => {
      await signIn();
      const token = latest();
      await page.reload();
      await page.locator('.viewer-choice', { hasText: EMAIL }).waitFor();
      expect([latest(), sent.at(-1)]).toEqual([token, token]);
      const other = await openTab();
      await other.goto(served.url);
      await other.getByRole('button', { name: 'Send me a link' }).waitFor();
      expect(await kept(other)).toEqual([]);
      // Nor does a tab end, or change, the session of another.
      await other.getByRole('button', { name: 'Sign in with github' }).click();
      await other.getByRole('link', { name: 'allow' }).click();
      await other.locator('.viewer-choice', { hasText: EMAIL }).waitFor();
      const theirs = latest();
      sent.length = 0;
      await page.goto(`${served.url}/#/viewer`);
      await expect.poll(() => sent.length).toBeGreaterThan(0);
      expect(new Set(sent)).toEqual(new Set([token]));
      await page.getByRole('button', { name: 'Sign out' }).click();
      await signInIsOffered();
      await other.goto(`${served.url}/#/runs`);
      await expect.poll(() => sent.at(-1)).toBe(theirs);
      await other.locator('.viewer-choice', { hasText: EMAIL }).waitFor();
    });

    it('signs out, here and there', async () => {
      await signIn();
      auth.asked.length = 0;
      await page.getByRole('button', { name: 'Sign out' }).click();
      await signInIsOffered();
      await expect.poll(() => auth.asked.map(({ path }) => path)).toContain('/logout');
      await expect.poll(() => kept(page)).toEqual([]);
      await page.reload();
      await signInIsOffered();
    });

    it('takes another token before the present one has expired, while the page is open', async () => {
      auth.lifetimeSeconds = 45;
      const before = auth.given.length;
      await signIn();
      auth.lifetimeSeconds = 3_600;
      await expect.poll(() => auth.given.length, { timeout: 60_000 }).toBeGreaterThan(before + 1);
      await expect.poll(() => sent.at(-1), { timeout: 20_000 }).toBe(latest());
    });

    it('renews a session that has expired meanwhile, and asks nothing by the old token', async () => {
      await signIn();
      const old = latest();
      await expire(page);
      sent.length = 0;
      await page.reload();
      await page.locator('.viewer-choice', { hasText: EMAIL }).waitFor();
      await expect.poll(() => sent.length).toBeGreaterThan(0);
      expect(latest()).not.toBe(old);
      expect(new Set(sent)).toEqual(new Set([latest()]));
    });

    it('is renewed by GraphiQL too, which says where it has ended', async () => {
      await signIn();
      const old = latest();
      await expire(page);
      sent.length = 0;
      await page.goto(`${served.url}/graphiql`);
      await page.locator('.viewer-choice', { hasText: EMAIL }).waitFor();
      await expect.poll(() => sent.length).toBeGreaterThan(0);
      expect(latest()).not.toBe(old);
      expect(new Set(sent)).toEqual(new Set([latest()]));
      await expire(page);
      auth.endSessions();
      await page.reload();
      await page.getByText('Your session has ended').waitFor();
    });

    it('says that a session has ended, and offers another', async () => {
      await signIn();
      await expire(page);
      auth.endSessions();
      await page.reload();
      await page.getByText('Your session has ended').waitFor();
      await signInIsOffered();
      await signIn();
    });

    it('says that the auth server does not answer, instead of waiting for it, and goes on when it does', async () => {
      await signIn();
      await expire(page);
      auth.isUp = false;
      await page.reload();
      await page.getByText('Signing in').waitFor();
      await page.getByText('does not answer').first().waitFor();
      auth.isUp = true;
      await page.locator('.viewer-choice', { hasText: EMAIL }).waitFor({ timeout: 90_000 });
      await expect.poll(() => sent.at(-1)).toBe(latest());
    });

    it('says why a provider has refused, and takes the next try', async () => {
      await page.goto(served.url);
      await page.getByRole('button', { name: 'Sign in with github' }).click();
      await page.getByRole('link', { name: 'refuse' }).click();
      await page.getByText('The user denied the request').waitFor();
      expect(page.url()).toBe(`${served.url}/#/overview`);
      await page.reload();
      await signInIsOffered();
      expect(await page.getByText('The user denied the request').count()).toBe(0);
      await signIn();
    });

    it('says that a code is of another tab, or was taken up already', async () => {
      await page.goto(`${served.url}/?code=3f2504e0-4f89-41d3-9a0c-0305e82c3301`);
      await page.getByText('was not begun in this tab').waitFor();
      expect(page.url()).toBe(`${served.url}/#/overview`);
      await page.getByRole('button', { name: 'Sign in with github' }).click();
      await page.getByRole('link', { name: 'allow' }).waitFor();
      await page.goto(`${served.url}/?code=3f2504e0-4f89-41d3-9a0c-0305e82c3301`);
      await page.getByText('no valid flow state found').waitFor();
    });

    it('sends a link, which signs in by whatever tab it is opened in, and once', async () => {
      await page.goto(served.url);
      await page.getByLabel('E-mail address').fill(EMAIL);
      await page.getByRole('button', { name: 'Send me a link' }).click();
      await page.getByText(`A link is on its way to ${EMAIL}`).waitFor();
      expect(auth.asked).toContainEqual({ path: '/otp', apikey: 'publishable' });
      const tab = await openTab();
      await tab.goto(String(auth.links.at(-1)));
      await tab.locator('.viewer-choice', { hasText: EMAIL }).waitFor();
      expect(tab.url()).toBe(`${served.url}/#/overview`);
      await expect.poll(() => sent.at(-1)).toBe(latest());
      await page.goto(String(auth.links.at(-1)));
      await page.getByText('Email link is invalid or has expired').waitFor();
      await signInIsOffered();
    });

    it('says why no link was sent', async () => {
      await page.goto(served.url);
      await page.getByLabel('E-mail address').fill('nobody@example.com');
      await page.getByRole('button', { name: 'Send me a link' }).click();
      await page.getByText('No link was sent: Signups not allowed for otp').waitFor();
    });

    it('takes a token by hand, and says where it is not accepted', async () => {
      await page.goto(`${served.url}/#/viewer`);
      await page.getByLabel('A JWT that this gateway accepts').fill('not-a-token');
      await page.getByRole('button', { name: 'Look with it' }).click();
      await page.getByText('Sign in again').first().waitFor();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByLabel('A JWT that this gateway accepts').fill(await testToken('service'));
      await page.getByRole('button', { name: 'Look with it' }).click();
      await page.locator('.facts', { hasText: 'service' }).first().waitFor();
      await page.reload();
      await page.locator('.facts', { hasText: 'service' }).first().waitFor();
    });
  },
);

/** Lets the session that a page keeps have expired an hour ago. */
async function expire(page: Page): Promise<void> {
  await page.evaluate(`
    const name = 'tripoint.session';
    const session = JSON.parse(sessionStorage.getItem(name));
    sessionStorage.setItem(name, JSON.stringify({ ...session, expires_at: session.expires_at - 7_200 }));
  `);
}
