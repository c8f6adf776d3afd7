/**
 * `npm run example:web`: the example of a front end, built as its README says and used by a person's hand in Chromium, from
 * another origin than the gateway: signing in, a list, an edit that meets another one, a run as it goes by, an upload.
 */
import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { type Account, startAuthServer } from './auth-server.ts';
import { type StartedGateway, serveFolder, startGateway } from './serving.ts';

const APP = fileURLToPath(new URL('../../docs/examples/web', import.meta.url));
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

/** As auditors, people see the runs of all agents. */
const ANA: Account = {
  ...{ id: DEMO_USERS.ana as string, email: 'ana@example.com', password: 'a password of ana' },
  groups: ['auditors'],
};
const TITLE = 'Hotel network for Harana Hotels';

const start = performance.now();
const say = (text: string) =>
  void process.stdout.write(`${((performance.now() - start) / 1_000).toFixed(1).padStart(5)} s  ${text}\n`);

const executablePath = BROWSERS.find(existsSync);
if (!executablePath) throw new Error('There is no Chromium here: install Debian’s `chromium`');
await using auth = await startAuthServer([ANA]);
await using app = await serveFolder(`${APP}/out`);
await using gateway = await startGateway({ SUPABASE_URL: auth.url, ALLOWED_ORIGINS: app.url });
say(`the app is ${app.url}, the gateway ${gateway.url}`);
build();
say('built');
const browser = await chromium.launch({ executablePath, args: FLAGS });
try {
  await use(await browser.newPage());
} finally {
  await browser.close();
}
say('done');

/** As a user of Supabase builds it, with his own addresses. */
function build(): void {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_PUBLIC_SUPABASE_URL: auth.url,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_of_the_example',
    NEXT_PUBLIC_GATEWAY_URL: gateway.url,
  };
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: APP, env, stdio: ['ignore', 2, 'inherit'] });
  assert.equal(status, 0, 'the example does not build');
}

async function use(page: Page): Promise<void> {
  page.setDefaultTimeout(20_000);
  const problems: string[] = [];
  const compressed = new Set<string>();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('response', (response) => {
    const encoding = response.headers()['content-encoding'];
    if (encoding && response.url().startsWith(gateway.url)) compressed.add(encoding);
  });
  await page.goto(app.url);
  await signIn(page);
  await openPage(page);
  await editBesideAnother(page, gateway);
  await uploadFile(page);
  await seeRun(page, gateway);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('Password').waitFor();
  say(`signed out; the gateway's answers came as ${[...compressed].join(', ')}`);
  assert.deepEqual(problems, [], 'the page has thrown');
  assert.ok(compressed.has('gzip') || compressed.has('br'), 'no answer was compressed');
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill(ANA.email);
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Invalid login credentials').waitFor();
  await page.getByLabel('Password').fill(ANA.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText(`Signed in as ${ANA.email}`).waitFor();
  say('signed in, after a wrong password');
}

async function openPage(page: Page): Promise<void> {
  const list = page.getByRole('region', { name: 'Pages' });
  await list.getByText('Projects, about Harana Hotels & Resorts').waitFor();
  say(`listed: ${await list.getByRole('heading').textContent()}, partners of Odoo among them`);
  await list.getByRole('button', { name: TITLE }).click();
  await page.getByRole('region', { name: 'Page', exact: true }).getByLabel('Title').waitFor();
}

async function editBesideAnother(page: Page, { url, serviceToken }: StartedGateway): Promise<void> {
  const editor = page.getByRole('region', { name: 'Page', exact: true });
  const title = editor.getByLabel('Title');
  assert.equal(await title.inputValue(), TITLE);
  const theirs = 'Harana Hotels, as somebody else has it';
  const { pages } = await askService<{ pages: { nodes: { id: string }[] } }>(
    { url, serviceToken },
    `{ pages(filter: { title: { eq: "${TITLE}" } }) { nodes { id } } }`,
  );
  const id = pages.nodes[0]?.id;
  await askService(
    { url, serviceToken },
    `mutation { updatePage(input: { pageId: "${id}", title: "${theirs}" }) { userErrors { message } } }`,
  );
  await title.fill('Harana Hotels, as Ana has it');
  await editor.getByRole('button', { name: 'Save' }).click();
  const alert = editor.getByRole('alert');
  await alert.getByText(`Theirs: ${theirs}`).waitFor();
  await alert.getByText('Yours: Harana Hotels, as Ana has it').waitFor();
  say('CONFLICT: both texts are shown');
  await alert.getByRole('button', { name: 'Keep mine' }).click();
  await editor.getByText('Saved').waitFor();
  assert.equal(await title.inputValue(), 'Harana Hotels, as Ana has it');
  say('kept one of them, and saved it');
}

async function uploadFile(page: Page): Promise<void> {
  const editor = page.getByRole('region', { name: 'Page', exact: true });
  const buffer = Buffer.from('Rooms: 120\n');
  await editor.getByLabel('Add a file').setInputFiles({ name: 'rooms.txt', mimeType: 'text/plain', buffer });
  await editor.getByText('rooms.txt is there').waitFor();
  const link = editor.getByRole('list', { name: 'Files' }).getByRole('link', { name: 'rooms.txt' });
  const href = await link.getAttribute('href');
  const text = await page.evaluate(async (url) => (await fetch(url)).text(), href as string);
  assert.equal(text, buffer.toString());
  say('uploaded a file, and read it back by its signed URL');
}

async function seeRun(page: Page, started: StartedGateway): Promise<void> {
  const runs = page.getByRole('region', { name: 'Runs' });
  await runs.getByText('Live').waitFor();
  await askService(
    started,
    'mutation { enqueueRun(input: { agent: "demo-agent", kind: "demo.count", input: { to: 2, everyMs: 700 } }) { run { id } userErrors { message } } }',
  );
  for (const status of ['RUNNING', 'SUCCEEDED']) {
    await runs.getByText(`demo.count by demo-agent: ${status}`).waitFor();
    say(`a run goes by: ${status}`);
  }
}

/** Somebody else, who does not come by the browser. */
async function askService<Result>(
  { url, serviceToken }: Pick<StartedGateway, 'url' | 'serviceToken'>,
  query: string,
): Promise<Result> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${serviceToken}` },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data: Result; errors?: unknown };
  assert.equal(errors, undefined, JSON.stringify(errors));
  return data;
}
