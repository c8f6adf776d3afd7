/** A file of settings in YAML, such as `ssot/environments.yaml` or the one in its place. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { fileProblem } from './file-problem.ts';
import { messageOf, ToldError } from './told-error.ts';

/** A file of settings that cannot be used: which one, and why. */
export class SettingsError extends ToldError {
  override readonly name = 'SettingsError';
}

/** @returns What the YAML says, of any shape. @throws SettingsError that names the file, where it is not there or is no YAML. */
export function readSettingsFile(file: string): unknown {
  const text = readSettingsText(file);
  try {
    return parse(text);
  } catch (error) {
    throw new SettingsError(`${file} is no YAML: ${messageOf(error).split('\n')[0]?.replace(/:$/, '')}`);
  }
}

/** @throws SettingsError that names the file and says why it cannot be read. */
export function readSettingsText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new SettingsError(`${file}: ${fileProblem(error) ?? messageOf(error)}`);
  }
}
