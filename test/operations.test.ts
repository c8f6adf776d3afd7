/** Every operation of `test/operations`: its answer and its upstream calls, and the same bytes from both lanes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from './support/gateway.ts';
import { maskCalls, maskIds } from './support/mask.ts';

const FOLDER = join(import.meta.dirname, 'operations');
const operations = readdirSync(FOLDER).filter((name) => name.endsWith('.graphql'));

describe('operations', () => {
  let both: TestGateway;
  let ordinary: TestGateway;

  beforeAll(async () => {
    both = await createTestGateway();
    ordinary = await createTestGateway({ lanes: 'ordinary' });
  });

  afterAll(async () => {
    await both[Symbol.asyncDispose]();
    await ordinary[Symbol.asyncDispose]();
  });

  it.each(operations)('%s answers its golden with its upstream calls, the same bytes in both lanes', async (file) => {
    const query = readFileSync(join(FOLDER, file), 'utf8');
    const as = /^# as: (\S+)/.exec(query)?.[1] ?? null;
    const answer = await both.execute(query, { as });
    const { data, errors } = answer;
    const calls = maskCalls(both.calls);
    expect(errors).toBeUndefined();
    expect((await ordinary.execute(query, { as })).text).toBe(answer.text);
    expect(maskIds(data)).toMatchGolden(file.replace('.graphql', '.json'));
    expect(`${calls.join('\n')}\n`).toMatchGolden(file.replace('.graphql', '.calls'));
  });
});
