import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export
export default defineConfig({
  // graphql ships two builds that refuse each other's objects; node and our dependencies load this one.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
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
