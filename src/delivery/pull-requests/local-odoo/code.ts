/** The code of a pull request: its commit in a folder of the environment's own, as addons of Odoo. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openGit } from '../../git.ts';
import { DeliveryError } from '../../problem.ts';
import type { LocalEnvironment, LocalOdooSettings } from './settings.ts';

/** @returns The argument by which Odoo finds it, none where the settings name no code. @throws DeliveryError */
export async function checkOutCode(
  { code, root }: Pick<LocalOdooSettings, 'code' | 'root'>,
  { sha, number }: Pick<LocalEnvironment, 'sha' | 'number'>,
  { folder, env }: { readonly folder: string; readonly env: Readonly<Record<string, string | undefined>> },
): Promise<readonly string[]> {
  if (!code) return [];
  mkdirSync(folder, { recursive: true });
  // No program of a repository, whoever wrote it, runs by a checkout.
  const git = openGit(folder, { PATH: env.PATH, HOME: folder, GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_NOSYSTEM: '1' });
  await git('init', '--quiet');
  const ref = code.ref.replace('{number}', String(number));
  await git('fetch', '--quiet', '--depth', '1', '--end-of-options', code.repository, ref);
  const fetched = (await git('rev-parse', 'FETCH_HEAD')).trim();
  if (fetched !== sha)
    throw new DeliveryError(`${ref} is at ${fetched} by now, and not at ${sha}: the next delivery brings that`);
  await git('-c', 'core.symlinks=false', '-c', 'core.hooksPath=/dev/null', 'checkout', '--quiet', '--detach', sha);
  return ['--addons-path', addonsPath({ code, root }, folder)];
}

/** As programs see the folders: those of the pull request go before those that are installed. */
export function addonsPath({ code, root }: Pick<LocalOdooSettings, 'code' | 'root'>, folder: string): string {
  const seen = root === '/' ? folder : folder.slice(root.replace(/\/+$/, '').length);
  return [...(code?.addons ?? []).map((addons) => join(seen, addons)), ...(code?.beside ?? [])].join(',');
}
