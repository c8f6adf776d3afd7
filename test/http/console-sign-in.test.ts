/** Signing in to the console: by a link of Supabase Auth, whose server a small one stands for, or by a token. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPages } from '../../src/http/pages.ts';
import { packagePaths } from '../../src/paths.ts';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { BROWSER, openBrowser } from '../support/pages.ts';

const EMAIL = 'ana@example.com';

describe.skipIf(!BROWSER)(
  'signing in (with the real stack; skipped where no chromium is installed)',
  { timeout: 120_000 },
  () => {
    let gateway: TestGateway;
    let browser: Browser;
    let auth: Awaited<ReturnType<typeof openAuthServer>>;
    let served: Awaited<ReturnType<typeof serve>>;

    beforeAll(async () => {
      gateway = await createTestGateway({ stage: 'production', trustedDocuments: { users: 'enforce' } });
      auth = await openAuthServer();
      const signIn = { url: `${auth.url}/auth/v1`, key: 'publishable' };
      const folder = packagePaths().pages;
      const pages = createPages({ console: true, graphiql: false, signIn, folder, tokens: async () => [] });
      served = await serve(gateway, { pages });
      browser = await openBrowser();
    });
    afterAll(async () => {
      await browser?.close();
      await served?.[Symbol.asyncDispose]();
      await auth?.[Symbol.asyncDispose]();
      await gateway?.[Symbol.asyncDispose]();
    });

    it('asks for a link, takes up the session that it brings back, keeps it over a reload, and ends it', async () => {
      const page = await browser.newPage();
      const refused: string[] = [];
      page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
      await page.goto(served.url);
      await page.getByLabel('E-mail address').fill(EMAIL);
      await page.getByRole('button', { name: 'Sign in with github' }).waitFor();
      await page.getByRole('button', { name: 'Send me a link' }).click();
      await page.getByText(`A link is on its way to ${EMAIL}`).waitFor();
      expect(auth.asked).toContainEqual({ path: '/auth/v1/otp', key: 'publishable' });

      const session = new URLSearchParams({
        ...{ access_token: await testToken('ana'), refresh_token: 'refresh', token_type: 'bearer' },
        ...{ expires_in: '600', expires_at: String(Math.floor(Date.now() / 1_000) + 600), type: 'magiclink' },
      });
      // Another page, as another tab is that a link opens in.
      await page.goto('about:blank');
      await page.goto(`${served.url}/#${session}`);
      await page.locator('.viewer-choice', { hasText: EMAIL }).waitFor();
      expect(page.url()).not.toContain('access_token');
      await page.goto(`${served.url}/#/viewer`);
      await page.reload();
      await page.locator('.facts', { hasText: 'user' }).first().waitFor();
      // A person in production, where trusted documents alone are taken: what the console asks is trusted.
      await page.goto(`${served.url}/#/search`);
      await page.getByPlaceholder('How do we file').fill('invoices');
      await page.getByRole('button', { name: 'Ask' }).click();
      await page.locator('.passages, .problem').first().waitFor();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('button', { name: 'Send me a link' }).waitFor();
      expect(await page.evaluate(() => sessionStorage.getItem('tripoint.viewer'))).toBeNull();
      expect(refused.filter((text) => text.includes('Content Security Policy'))).toEqual([]);
      await page.close();
    });

    it('takes a token by hand, and says where it is not accepted', async () => {
      const page = await browser.newPage();
      await page.goto(`${served.url}/#/viewer`);
      await page.getByLabel('A JWT that this gateway accepts').fill('not-a-token');
      await page.getByRole('button', { name: 'Look with it' }).click();
      await page.getByText('Sign in again').first().waitFor();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByLabel('A JWT that this gateway accepts').fill(await testToken('service'));
      await page.getByRole('button', { name: 'Look with it' }).click();
      await page.locator('.facts', { hasText: 'service' }).first().waitFor();
      await page.close();
    });
  },
);

/** The part of Supabase Auth that a page asks. */
async function openAuthServer() {
  const asked: { readonly path: string; readonly key: string | undefined }[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '').split('?')[0] as string;
    const key = request.headers.apikey;
    if (request.method !== 'OPTIONS') asked.push({ path, key: typeof key === 'string' ? key : undefined });
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*, authorization');
    response.setHeader('content-type', 'application/json');
    const bodies: Record<string, object> = {
      '/auth/v1/settings': { external: { github: true, google: false, email: true } },
      '/auth/v1/user': { id: 'a7a00000-0000-4000-8000-000000000001', email: EMAIL, aud: 'authenticated' },
    };
    response.end(JSON.stringify(bodies[path] ?? {}));
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
