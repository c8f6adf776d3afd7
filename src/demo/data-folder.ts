/** Where the recording lies: `src/demo/data` of the package, from the sources and from the build alike. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The recording's folder, found by walking up from this module to the package's root. @throws Error when absent. */
export function findDataFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (folder !== dirname(folder)) {
    const candidate = join(folder, 'src', 'demo', 'data');
    if (existsSync(join(candidate, 'manifest.json'))) return candidate;
    folder = dirname(folder);
  }
  throw new Error('the demo recording (src/demo/data) is missing from this package');
}
