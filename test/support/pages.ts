/** The built pages, a browser that looks at them, and the gateway that `tripoint start` starts. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { runCommand } from '../../src/cli/run.ts';
import { isRealStack } from './stack.ts';

/** With the real stack alone: a browser takes more time than all else here. Undefined where none is installed. */
export const BROWSER = isRealStack
  ? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
  : undefined;

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser. @throws Error where none is installed. */
export function openBrowser(): Promise<Browser> {
  if (BROWSER === undefined) throw new Error('No chromium is installed');
  return chromium.launch({ executablePath: BROWSER, args: FLAGS });
}

/** Builds the pages where what they are made of has changed: once, before the suite. */
export function buildPages(): void {
  const root = join(import.meta.dirname, '..', '..');
  execFileSync(process.execPath, [join(root, '.ci', 'build.mjs'), 'console'], { cwd: root, stdio: 'pipe' });
}

/** A gateway that was started by its command. */
export interface StartedGateway extends AsyncDisposable {
  readonly url: string;
  /** What it printed. */
  readonly printed: readonly string[];
}

/** `tripoint start` in a folder of its own, on a free port. */
export async function startGateway(env: Record<string, string>): Promise<StartedGateway> {
  const cwd = mkdtempSync(join(tmpdir(), 'tripoint-pages-'));
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve());
  });
  let ended: Promise<unknown> = stopped;
  const lines: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    const print = (line: string) => {
      lines.push(line);
      const printed = /GraphQL (\S+)\/graphql/.exec(line)?.[1];
      if (printed) resolve(printed);
    };
    const io = { env: { PORT: '0', LOG_LEVEL: 'silent', ...env }, cwd, print, untilStopped: () => stopped };
    ended = runCommand(['start'], io, (line) => reject(new Error(line)));
  });
  return {
    url,
    printed: lines,
    [Symbol.asyncDispose]: async () => {
      stopping.abort();
      await ended;
      rmSync(cwd, { recursive: true, force: true });
    },
  };
}
