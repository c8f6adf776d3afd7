/** A file of settings in YAML, such as `ssot/environments.yaml` or the one in its place. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ToldError } from './told-error.ts';

/** A file of settings that cannot be used: which one, and why. */
export class SettingsError extends ToldError {
  override readonly name = 'SettingsError';
}

/** @returns What the YAML says, of any shape. @throws SettingsError that names the file, where it is not there or is no YAML. */
export function readSettingsFile(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string };
    if (code === 'ENOENT') throw new SettingsError(`${file}: there is no such file of settings`);
    throw new SettingsError(`${file} is no YAML: ${message.split('\n')[0]?.replace(/:$/, '')}`);
  }
}
