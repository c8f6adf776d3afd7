/**
 * The console at `/` and GraphiQL at `/graphiql`, as `npm run build:console` has built them: their assets are ours, named by
 * their content, compressed beforehand, and a policy lets the pages load and ask nothing else.
 */
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { PagesConfig } from '../config/pages.ts';
import { UNCOMPRESSED } from '../report.ts';
import { isFromHere } from './loopback.ts';
import { sendBytes } from './send.ts';

/** A token to choose on a page, in development. */
export interface DemoToken {
  readonly name: string;
  readonly token: string;
}

/** Answers a path of a page or of its assets; false for every other path. */
export type ServePages = (path: string, request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** What the pages are served from. */
export interface PagesOptions extends PagesConfig {
  /** Folder of the built pages. */
  readonly folder: string;
  /** Makes the tokens to choose from, anew for each page that this machine itself asks for; no other has any. */
  readonly tokens: () => Promise<readonly DemoToken[]>;
}

/** Where the assets of both pages are. */
const ASSETS_PATH = '/console/assets/';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Null where both are off. */
export function createPages(options: PagesOptions): ServePages | null {
  if (!options.console && !options.graphiql) return null;
  let names: ReadonlySet<string> = new Set();
  return async (path, request, response) => {
    const page = pageOf(path, options);
    if (page) {
      await sendPage(page, { options, request, response });
      return true;
    }
    if (!path.startsWith(ASSETS_PATH)) return false;
    const name = path.slice(ASSETS_PATH.length);
    // Only what was built, a name of the folder's own list, which is read anew after another build.
    if (!TYPES[extname(name)]) return false;
    if (!names.has(name)) names = listAssets(options.folder);
    if (!names.has(name)) return false;
    await sendAsset(join(options.folder, 'assets'), { name, names, request, response });
    return true;
  };
}

type Page = 'index' | 'graphiql';

function pageOf(path: string, { console, graphiql }: PagesConfig): Page | null {
  if (path === '/') return console ? 'index' : 'graphiql';
  return graphiql && (path === '/graphiql' || path === '/graphiql/') ? 'graphiql' : null;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function sendPage(page: Page, { options, request, response }: Exchange & { readonly options: PagesOptions }) {
  const { folder, tokens, signIn, console, graphiql } = options;
  const built = await readFile(join(folder, `${page}.html`), 'utf8').catch(() => null);
  if (built === null) {
    const text = 'The pages are not built: npm run build:console\n';
    return sendBytes(response, 503, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }, text);
  }
  const start = { tokens: isFromHere(request) ? await tokens() : [], signIn, console, graphiql };
  // `<` is escaped so that no text can end the script element; a function, since `$&` in a text would be a pattern.
  const json = JSON.stringify(start).replaceAll('<', '\\u003c');
  const html = built.replace('{"start":null}', () => json);
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    // It may hold tokens.
    'cache-control': UNCOMPRESSED,
    'content-security-policy': policyOf(page, signIn && new URL(signIn.url).origin),
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
  sendBytes(response, 200, headers, html);
}

/**
 * What a page may load and where it may send: this gateway, and where people sign in.
 *
 * GraphiQL's dialogs add style elements; the console has nothing inline.
 */
function policyOf(page: Page, signIn: string | null): string {
  const isGraphiql = page === 'graphiql';
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${isGraphiql ? " 'unsafe-inline'" : ''}`,
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self'${signIn === null ? '' : ` ${signIn}`}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function listAssets(folder: string): ReadonlySet<string> {
  const assets = join(folder, 'assets');
  return new Set(existsSync(assets) ? readdirSync(assets) : []);
}

async function sendAsset(
  folder: string,
  { name, names, request, response }: Exchange & { readonly name: string; readonly names: ReadonlySet<string> },
): Promise<void> {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = ENCODINGS.find(({ token, suffix }) => token.test(accepted) && names.has(name + suffix));
  const headers = {
    'content-type': TYPES[extname(name)] as string,
    // The name changes with the content.
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
    ...(encoding && { 'content-encoding': encoding.name }),
  };
  sendBytes(response, 200, headers, await readFile(join(folder, name + (encoding?.suffix ?? ''))));
}

/** The shorter one first; who says `q=0` wants it not. */
const ENCODINGS = [
  { name: 'br', suffix: '.br', token: /(^|[\s,])br(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i },
  { name: 'gzip', suffix: '.gz', token: /(^|[\s,])gzip(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i },
] as const;
