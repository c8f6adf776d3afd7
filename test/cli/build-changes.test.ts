/** `npm start` builds what has changed since the last build, whatever changed it, and nothing where nothing did. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'tripoint-build-'));
const path = (file: string) => join(folder, file);
const read = (file: string) => readFileSync(path(file), 'utf8');
const write = (file: string, text: string) => writeFileSync(path(file), text);

/** A compiler that copies, fails where it is told to, and says that it ran. */
const COMPILER = `
const { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync } = require('node:fs');
appendFileSync('ran', 'x');
if (existsSync('broken')) process.exit(3);
mkdirSync('dist', { recursive: true });
for (const name of readdirSync('src')) cpSync('src/' + name, 'dist/' + name.replace('.ts', '.js'));
`;

/** Builds. @returns How often the compiler ran, and the exit code. */
function build(): { readonly ran: number; readonly code: number | null } {
  rmSync(path('ran'), { force: true });
  const { status } = spawnSync(process.execPath, ['.ci/build.mjs', 'gateway'], { cwd: folder });
  return { ran: existsSync(path('ran')) ? read('ran').length : 0, code: status };
}

beforeAll(() => {
  for (const name of ['.ci', 'src', 'node_modules']) mkdirSync(path(name));
  copyFileSync('.ci/build.mjs', path('.ci/build.mjs'));
  write('compile.cjs', COMPILER);
  write('package.json', JSON.stringify({ scripts: { 'build:gateway': 'node compile.cjs' } }));
  write('node_modules/.package-lock.json', '{"packages":{}}');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  write('src/a.ts', 'one');
  write('src/b.ts', 'two');
  rmSync(path('broken'), { force: true });
  build();
});

describe('a build', () => {
  const BUILT = { ran: 1, code: 0 };
  const NOT_BUILT = { ran: 0, code: 0 };

  it('is not done again where nothing has changed, nor where times have changed alone', () => {
    expect(build()).toEqual(NOT_BUILT);
    utimesSync(path('src/a.ts'), 1, 1);
    expect(build()).toEqual(NOT_BUILT);
  });

  it('is done where a source is edited, also where its length and its time stay', () => {
    const { atime, mtime } = statSync(path('src/a.ts'));
    write('src/a.ts', 'two');
    utimesSync(path('src/a.ts'), atime, mtime);
    expect(build()).toEqual(BUILT);
    expect(read('dist/a.js')).toBe('two');
  });

  it('is done where a source comes, and takes along what was made of one that went', () => {
    write('src/c.ts', 'three');
    expect(build()).toEqual(BUILT);
    expect(read('dist/c.js')).toBe('three');
    rmSync(path('src/c.ts'));
    expect(build()).toEqual(BUILT);
    expect(existsSync(path('dist/c.js'))).toBe(false);
  });

  it('is done where an output is gone, or was written by something else', () => {
    rmSync(path('dist/a.js'));
    expect(build()).toEqual(BUILT);
    write('dist/b.js', 'edited');
    expect(build()).toEqual(BUILT);
    expect([read('dist/a.js'), read('dist/b.js')]).toEqual(['one', 'two']);
  });

  it('is done where the installed packages are others', () => {
    write('node_modules/.package-lock.json', `{"packages":{"at":"${Date.now()}"}}`);
    expect(build()).toEqual(BUILT);
  });

  it('that fails says so, and is done again', () => {
    write('src/a.ts', 'changed');
    write('broken', '');
    expect(build()).toEqual({ ran: 1, code: 3 });
    expect(build()).toEqual({ ran: 1, code: 3 });
    rmSync(path('broken'));
    expect(build()).toEqual(BUILT);
  });
});
