import { configDefaults, defineConfig } from 'vitest/config';
import { isRealStack } from './test/support/stack.ts';

/** Seconds of PGlite or of processes each: with the real stack alone, so that a newcomer waits less than three minutes. */
const LONG = [
  'test/cli/odoo.test.ts',
  'test/doctrine/attacks.test.ts',
  'test/execution/paging.test.ts',
  'test/http/graphiql.test.ts',
  'test/http/health.test.ts',
  'test/live/limits.test.ts',
  'test/odoo/models.test.ts',
  'test/odoo/paging-property.test.ts',
  'test/ops/schedules/tick.test.ts',
  'test/retention/apply.test.ts',
  'test/retention/command-line.test.ts',
  'test/sdl/slips.test.ts',
  'test/work/search/embedders.test.ts',
];

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export
export default defineConfig({
  // graphql ships two builds that refuse each other's objects; node and our dependencies load this one.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(isRealStack ? [] : LONG)],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/golden.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Many tests wait for a process, a timeout or an upstream: more files at once than cores.
    maxWorkers: 4,
    // Half of the time would go into loading the same modules for each file again.
    isolate: false,
  },
});
