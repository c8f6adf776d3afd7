/** A repository of git with one commit, and `tripoint build` in it. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFolder, runHere } from './command.ts';

const { PATH = '', HOME = '' } = process.env;
/** Nothing but where programs and settings are. */
export const ENV = { PATH, HOME };
const AUTHOR = {
  GIT_AUTHOR_NAME: 'Ana Álvarez',
  GIT_AUTHOR_EMAIL: 'ana@example.com',
  GIT_AUTHOR_DATE: '1796041860 +0530',
  GIT_COMMITTER_NAME: 'Ben',
  GIT_COMMITTER_EMAIL: 'ben@example.com',
  GIT_COMMITTER_DATE: '1796041900 +0000',
};

/** Asks git, as one author at one time. */
export function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd, env: { ...ENV, ...AUTHOR }, encoding: 'utf8' });
}

/** A repository with one commit: text, a program, a link, line ends, odd names. */
export function createRepository() {
  const folder = createFolder();
  const at = (path: string) => join(folder.path, path);
  git(folder.path, 'init', '--quiet', '--initial-branch', 'feature/one');
  mkdirSync(at('addons/one'), { recursive: true });
  writeFileSync(
    at('package.json'),
    JSON.stringify({ name: 'x', version: '1.0.0', files: ['lib'], engines: { node: '>=22' } }),
  );
  writeFileSync(
    at('package-lock.json'),
    JSON.stringify({ lockfileVersion: 3, packages: { 'node_modules/typescript': { version: '6.0.3' } } }),
  );
  writeFileSync(at('addons/one/requirements.txt'), 'odoo==19\n');
  writeFileSync(
    at('Dockerfile'),
    'FROM node:24 AS build\nFROM build AS other\nFROM --platform=linux/amd64 debian:12\n',
  );
  writeFileSync(at('odoo.conf'), '[options]\naddons_path = /mnt/second,\n  /mnt/first\nworkers = 4\n');
  mkdirSync(at('lib'));
  writeFileSync(at('lib/text.txt'), 'one\r\ntwo\n');
  writeFileSync(at('lib/Ünïcode "name".txt'), '');
  writeFileSync(at('run.sh'), '#!/bin/sh\n');
  chmodSync(at('run.sh'), 0o755);
  symlinkSync('lib/text.txt', at('link'));
  writeFileSync(at('.gitignore'), 'dist/\n');
  git(folder.path, 'add', '--all');
  git(folder.path, 'commit', '--quiet', '--message', 'Say it\n\nWith a body');
  return { path: folder.path, at, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

/** `tripoint build` within this process. */
export const runBuild = (cwd: string, args: string[], env: Record<string, string> = {}) =>
  runHere(['build', ...args], { cwd, env: { ...ENV, ...env } });
