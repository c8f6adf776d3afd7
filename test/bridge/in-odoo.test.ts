/** The examples for Odoo's side, run in the shell of the real Odoo: what a module of one's own signs, and what rules hint at. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createTestGateway, pick } from '../support/gateway.ts';
import { NATIVE_SECRET, openDoors, readEvents, startBridge, untilEnded } from '../support/odoo-events.ts';
import { isRealStack } from '../support/stack.ts';

const HERE = import.meta.dirname;
const COPY = join(HERE, '..', 'stack', 'odoo-example');

describe.runIf(isRealStack)('in the real Odoo', { timeout: 600_000 }, () => {
  it('a module signs what is created, written and removed, once and after the commit, and a rule hints at the rest', async () => {
    await using gateway = await createTestGateway();
    await using doors = await openDoors(gateway);
    const { stdout } = await promisify(execFile)(COPY, [
      join(HERE, 'in-odoo.py'),
      `TRIPOINT_EVENTS_URL=${doors.url}/webhooks/odoo`,
      'TRIPOINT_EVENTS_SECRET=two',
      `NATIVE_URL=${doors.url}/webhooks/odoo/native/${NATIVE_SECRET}`,
    ]);
    const said = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
    // What the door was down for waited in Odoo, and arrived; what was rolled back never left.
    expect(said).toMatchObject({ after_create: 0, kept: 1, left: 0 });
    const events = await readEvents(gateway, String(said.project));
    const types = events.map(({ eventType }) => eventType);
    expect(new Set(types)).toEqual(new Set(['project_created', 'project_written', 'hint']));
    expect(types.filter((type) => type === 'project_created')).toHaveLength(1);
    // A rule with trigger fields: one call for one write.
    expect(types.filter((type) => type === 'hint')).toHaveLength(1);
    expect((await readEvents(gateway, String(said.task))).map(({ eventType }) => eventType)).toEqual(
      expect.arrayContaining(['task_created', 'task_removed']),
    );
    const all = await gateway.owner((client) =>
      client.query("select count(*)::int as n from odoo.webhook_events where event_type = 'project_created'"),
    );
    expect(all).toEqual([{ n: 1 }]);
    // The copy is gone by now: the gateway's Odoo has no such project, and says so.
    await using _worker = startBridge(gateway);
    const ended = await untilEnded(gateway, String(said.task));
    expect(new Set(ended.map(({ status }) => status))).toEqual(new Set(['completed']));
    const { data } = await gateway.execute(
      '{ webhookEvents(first: 100, filter: { status: { eq: failed } }) { nodes { id } } }',
      {
        as: 'service',
      },
    );
    expect(pick(data, 'webhookEvents.nodes')).toEqual([]);
  });
});
