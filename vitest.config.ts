import { configDefaults, defineConfig } from 'vitest/config';
import { isRealStack } from './test/support/stack.ts';

/** Seconds of PGlite or of processes each: with the real stack alone, so that a newcomer waits less than three minutes. */
const LONG = [
  'test/agents/cancelled.test.ts',
  'test/agents/sync-odoo.test.ts',
  'test/agents/worker.test.ts',
  'test/auth/jwks.test.ts',
  'test/cli/command-line.test.ts',
  'test/cli/database-problems.test.ts',
  'test/cli/odoo.test.ts',
  'test/cli/start.test.ts',
  'test/contract/contract.test.ts',
  'test/demo/random-domains.test.ts',
  'test/doctrine/attacks.test.ts',
  'test/doctrine/start.test.ts',
  'test/execution/paging.test.ts',
  'test/execution/surface-down.test.ts',
  'test/guard/line-endings.test.ts',
  'test/guard/migrations.test.ts',
  'test/guard/schema.test.ts',
  'test/http/graphiql.test.ts',
  'test/http/health.test.ts',
  'test/live/failover.test.ts',
  'test/live/limits.test.ts',
  'test/live/page-changed.test.ts',
  'test/odoo/decimals.test.ts',
  'test/odoo/faults.test.ts',
  'test/odoo/groups.test.ts',
  'test/odoo/models.test.ts',
  'test/odoo/paging-property.test.ts',
  'test/odoo/transports.test.ts',
  'test/ops/schedules/tick.test.ts',
  'test/postgres/migrate.test.ts',
  'test/retention/apply.test.ts',
  'test/retention/command-line.test.ts',
  'test/retention/supabase.test.ts',
  'test/sdl/slips.test.ts',
  'test/work/attachments.test.ts',
  'test/work/blocks-properties.test.ts',
  'test/work/blocks-versions.test.ts',
  'test/work/copies.test.ts',
  'test/work/database-rows.test.ts',
  'test/work/databases.test.ts',
  'test/work/direct-upgrade.test.ts',
  'test/work/history-databases.test.ts',
  'test/work/pages.test.ts',
  'test/work/search/answer.test.ts',
  'test/work/search/deadline.test.ts',
  'test/work/search/embedders.test.ts',
  'test/work/search/index-queue.test.ts',
  'test/work/search/indexer.test.ts',
  'test/work/search/relevance.test.ts',
  'test/work/taken-back.test.ts',
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
    // The real Odoo has two workers, and the machine two cores.
    testTimeout: isRealStack ? 120_000 : 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Many tests wait for a process, a timeout or an upstream: more files at once than cores.
    maxWorkers: 4,
    // Half of the time would go into loading the same modules for each file again.
    isolate: false,
  },
});
