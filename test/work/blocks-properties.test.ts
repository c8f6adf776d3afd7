/** Properties of blocks: keys between neighbours, and texts that are split and merged. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BlockPage, openBlockPage } from '../support/blocks.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { isRealStack } from '../support/stack.ts';

const RUNS = { numRuns: isRealStack ? 30 : 15 };

let gateway: TestGateway;
let page: BlockPage;

beforeAll(async () => {
  gateway = await createTestGateway();
  page = await openBlockPage(gateway);
});
afterAll(() => gateway[Symbol.asyncDispose]());

describe('the order of siblings', () => {
  /** Where to insert, or what to move where, as shares of the list's length. */
  const step = fc.record({
    isMove: fc.boolean(),
    what: fc.nat(999),
    where: fc.nat(999),
    side: fc.constantFrom('afterId', 'beforeId', 'at'),
  });
  const steps = fc.array(step, { minLength: 1, maxLength: 60 });

  it('is that of a list into which the same was put, whatever was put where', { timeout: 240_000 }, async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        runs += 1;
        const parent = `parent ${runs}`;
        const model: string[] = [];
        const operations = list.map(({ isMove, what, where, side }, n) => {
          const isInsert = !isMove || model.length < 2;
          const name = isInsert ? `${runs} ${n}` : (model.splice(what % model.length, 1)[0] as string);
          const id = page.givenId(name);
          const place = placeOf(model.map(page.givenId), where, side);
          model.splice(place.index, 0, name);
          const given = { parentId: page.givenId(parent), ...place.given };
          return isInsert ? { insert: { id, type: 'DIVIDER', ...given } } : { move: { blockId: id, ...given } };
        });
        await page.change(
          { insert: { id: page.givenId(parent), type: 'TOGGLE', content: { text: '' }, at: 'FIRST' } },
          ...operations,
        );
        expect(await orderInside(page.id(parent))).toEqual(model.map(page.id));
        await page.change({ delete: { blockId: page.id(parent) } });
      }),
      RUNS,
    );
  });

  it('holds at one gap that is filled again and again, whose keys stay short', { timeout: 240_000 }, async () => {
    const parentId = page.id('gap');
    const at = (name: string, given: object = {}) => ({
      insert: { id: page.givenId(name), type: 'DIVIDER', parentId, ...given },
    });
    await page.change(
      { insert: { id: page.givenId('gap'), type: 'TOGGLE', content: { text: '' } } },
      at('gap first'),
      at('gap last'),
    );
    const filled: string[] = [];
    for (let call = 0; call < 3; call += 1) {
      const added = Array.from({ length: 200 }, (_, n) => `gap ${call} ${n}`);
      await page.change(...added.map((name) => at(name, { beforeId: page.id('gap last') })));
      filled.push(...added);
    }
    expect(await orderInside(parentId)).toEqual(['gap first', ...filled, 'gap last'].map(page.id));
    const [{ longest } = { longest: 0 }] = (await gateway.owner((client) =>
      client.query('select max(length(rank)) as longest from work.blocks where parent_id = $1', [parentId]),
    )) as unknown as { longest: number }[];
    expect(longest).toBeLessThanOrEqual(50);
  });

  it('holds where keys were equal, or were none that is made here', async () => {
    const parentId = page.id('odd');
    const at = (name: string, given: object = {}) => ({
      insert: { id: page.givenId(name), type: 'DIVIDER', parentId, ...given },
    });
    await page.change(
      { insert: { id: page.givenId('odd'), type: 'TOGGLE', content: { text: '' } } },
      ...['a', 'b', 'c', 'd'].map((name) => at(`odd ${name}`)),
    );
    for (const rank of ['a0', '!', '~~', 'a00']) {
      await gateway.owner((client) =>
        client.query('update work.blocks set rank = $2 where parent_id = $1', [parentId, rank]),
      );
      const before = await orderInside(parentId);
      await page.change(at(`odd ${rank}`, { afterId: before[1] }));
      expect(await orderInside(parentId)).toEqual([...before.slice(0, 2), page.id(`odd ${rank}`), ...before.slice(2)]);
    }
  });
});

describe('a text', () => {
  const character = fc.constantFrom('a', ' ', 'ß', '\n', '語', '😀', '👩‍👧', '"', '\\');
  const words = fc.array(character, { minLength: 1, maxLength: 12 }).map((list) => list.join(''));

  it('that is split anywhere and merged again is the same, marks and all', { timeout: 240_000 }, async () => {
    await page.change({ insert: { id: page.givenId('text'), type: 'QUOTE', content: { text: '' } } });
    const blockId = page.id('text');
    await fc.assert(
      fc.asyncProperty(words, fc.infiniteStream(fc.nat(999)), async (text, random) => {
        const stops = boundariesOf(text);
        const next = () => random.next().value as number;
        const content = { text, ...marksOf(stops, next) };
        const offset = stops[next() % stops.length] as number;
        await page.change(
          { update: { blockId, type: 'QUOTE', content } },
          { split: { blockId, offset, id: page.givenId('tail') } },
        );
        const halves = (await page.rows()).filter(({ id }) => [blockId, page.id('tail')].includes(id));
        expect(halves.map((half) => half.content.text)).toEqual([text.slice(0, offset), text.slice(offset)]);
        await page.change({ merge: { blockId: page.id('tail'), intoId: blockId } });
        const merged = (await page.rows()).find(({ id }) => id === blockId)?.content as { marks?: object[] };
        expect({ ...merged, marks: asSet(merged.marks) }).toEqual({ ...content, marks: asSet(content.marks) });
      }),
      RUNS,
    );
  });
});

async function orderInside(parentId: string): Promise<string[]> {
  return (await page.rows()).filter((row) => row.parent_id === parentId).map(({ id }) => id);
}

function placeOf(model: readonly string[], where: number, side: string) {
  if (side === 'at' || model.length === 0) {
    const isFirst = where % 2 === 0;
    return { index: isFirst ? 0 : model.length, given: { at: isFirst ? 'FIRST' : 'LAST' } };
  }
  const index = where % model.length;
  return { index: side === 'afterId' ? index + 1 : index, given: { [side]: model[index] } };
}

/** Offsets that split no character, the ends among them. */
function boundariesOf(text: string): number[] {
  const stops = [0];
  for (const { length } of text) stops.push((stops.at(-1) ?? 0) + length);
  return stops;
}

/** Up to three marks, of different types, so that none overlaps one of its own. */
function marksOf(stops: readonly number[], next: () => number) {
  const marks = ['bold', 'link', 'code'].slice(0, next() % 4).flatMap((type) => {
    const [from = 0, to = 0] = [next(), next()].map((n) => stops[n % stops.length] as number).sort((a, b) => a - b);
    if (from === to) return [];
    return [type === 'link' ? { type, from, to, href: 'https://example.com/' } : { type, from, to }];
  });
  return marks.length > 0 ? { marks } : {};
}

/** Marks whose order a split and a merge may change. */
function asSet(marks: readonly object[] = []): Set<string> {
  return new Set(marks.map((mark) => JSON.stringify(Object.entries(mark).sort())));
}
