/** `toMatchGolden`: the answer equals the committed file beside the operation; `vitest -u` writes it anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** @param name File below `test/operations/`, with its extension. */
    toMatchGolden(name: string): R;
  }
}

const FOLDER = join(import.meta.dirname, '..', 'operations');

expect.extend({
  toMatchGolden(received: unknown, name: string) {
    const file = join(FOLDER, name);
    const text = typeof received === 'string' ? received : `${JSON.stringify(received, null, 2)}\n`;
    const { snapshotState } = expect.getState() as unknown as { snapshotState: { _updateSnapshot: string } };
    const isUpdate = snapshotState._updateSnapshot === 'all';
    if (isUpdate) writeFileSync(file, text);
    const known = existsSync(file) ? readFileSync(file, 'utf8') : null;
    return {
      pass: known === text,
      message: () =>
        known === null
          ? `there is no golden ${name}: run vitest -u, and read what it wrote`
          : `the answer differs from ${name}`,
      actual: text,
      expected: known,
    };
  },
});
