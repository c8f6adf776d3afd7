/** The version of this package. */
import { readFileSync } from 'node:fs';

/** @param file The package's own `package.json`. */
export function readVersion(file: string): string {
  return String((JSON.parse(readFileSync(file, 'utf8')) as { readonly version?: unknown }).version ?? '0');
}
