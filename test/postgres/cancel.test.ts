/** What becomes of a statement that nobody waits for any more: one that takes long is cancelled, one that ends by itself is not. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ANONYMOUS } from '../../src/auth/viewer.ts';
import { createLog } from '../../src/log.ts';
import { createPostgresPool } from '../../src/postgres/pool.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { isRealStack, sessionUrl } from '../support/stack.ts';
import { createTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';

// PGlite cannot cancel.
describe.runIf(isRealStack)('a statement that its viewer leaves', () => {
  let proxy: TcpProxy;
  let source: PostgresSource;

  beforeAll(async () => {
    const url = new URL(sessionUrl());
    proxy = await createTcpProxy({ host: url.hostname, port: Number(url.port || 5432) });
    url.hostname = '127.0.0.1';
    url.port = String(proxy.port);
    source = createPostgresPool({ databaseUrl: url.href, poolSize: 1 }, createLog('silent'));
    await source.ping();
  });

  afterAll(async () => {
    await source.close();
    await proxy[Symbol.asyncDispose]();
  });

  /** Leaves a statement as soon as it is sent, and waits until the connection serves another. */
  async function leave(text: string): Promise<number> {
    const before = proxy.connections;
    const controller = new AbortController();
    const left = source.render(ANONYMOUS, { text, values: [] }, { signal: controller.signal, refuse: () => null });
    await new Promise((resolve) => setTimeout(resolve, 0));
    controller.abort();
    await expect(left).rejects.toMatchObject({ message: 'The client is gone' });
    await source.ping();
    return proxy.connections - before;
  }

  it('is cancelled over a connection of its own where it goes on', async () => {
    expect(await leave('select pg_sleep(3)::text')).toBe(1);
  });

  it('is not where it ends right then: a request to cancel costs the server a process', async () => {
    // On a machine that is busy one of them may take longer.
    await vi.waitFor(async () => expect(await leave("select 'at once'")).toBe(0), { timeout: 5_000 });
  });
});
