/** How a page is cut for the index. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText } from '../../../src/work/search/block-text.ts';
import { chunkPage, type IndexedBlock, MAX_CHUNKS } from '../../../src/work/search/chunk.ts';

type Line = readonly [id: string, type: string, text: string, parentId?: string];

/** The chunks of a page whose blocks all have a text. */
const cut = (title: string, ...lines: readonly Line[]) => {
  const blocks = lines.map(
    ([id, type, text, parentId]): IndexedBlock => ({ id, type, parentId: parentId ?? null, content: { text } }),
  );
  return chunkPage({ title, blocks });
};

describe('a page', () => {
  it('is cut at its headings, and each chunk knows those that it stands under', () => {
    const chunks = cut(
      'Taxes',
      ['a', 'PARAGRAPH', 'What we file.'],
      ['b', 'HEADING_1', 'Filing'],
      ['c', 'PARAGRAPH', 'Every quarter.'],
      ['d', 'HEADING_2', '2550Q'],
      ['e', 'BULLETED_LIST_ITEM', 'By the 25th.'],
      ['f', 'HEADING_1', 'Paying'],
      ['g', 'PARAGRAPH', 'At the bank.'],
    );
    expect(chunks.map(({ chunk, heading, content, blockIds }) => [chunk, heading, content, blockIds])).toEqual([
      [0, null, 'What we file.', ['a']],
      [1, 'Filing', 'Every quarter.', ['b', 'c']],
      [2, 'Filing › 2550Q', 'By the 25th.', ['d', 'e']],
      [3, 'Paying', 'At the bank.', ['f', 'g']],
    ]);
    expect(chunks[2]?.text).toBe('Taxes\nFiling › 2550Q\n\nBy the 25th.');
  });

  it('without text is one chunk: its title', () => {
    expect(cut('Empty')).toMatchObject([{ chunk: 0, heading: null, content: 'Empty', blockIds: [] }]);
    expect(cut('Blank', ['a', 'PARAGRAPH', '  '])).toMatchObject([{ content: 'Blank', blockIds: [] }]);
  });

  it('keeps a heading that nothing follows, and leaves out one that only stands above lower ones', () => {
    const chunks = cut('T', ['a', 'HEADING_1', 'Above'], ['b', 'HEADING_2', 'Alone'], ['c', 'HEADING_1', 'Last']);
    expect(chunks.map(({ heading, content }) => [heading, content])).toEqual([
      ['Above › Alone', 'Alone'],
      ['Last', 'Last'],
    ]);
  });

  it('is read in the order of its tree, whatever the order of the rows', () => {
    const chunks = cut(
      'T',
      ['x', 'TOGGLE', 'first'],
      ['z', 'PARAGRAPH', 'third'],
      ['y', 'PARAGRAPH', 'second', 'x'],
      ['w', 'PARAGRAPH', 'deeper', 'y'],
    );
    expect(chunks).toMatchObject([{ content: 'first\nsecond\ndeeper\nthird', blockIds: ['x', 'y', 'w', 'z'] }]);
  });

  it('has a hash for each chunk that changes with the title, the heading and the content, and with nothing else', () => {
    const hash = (title: string, heading: string, text: string, id = 'b') =>
      cut(title, ['a', 'HEADING_1', heading], [id, 'PARAGRAPH', text])[0]?.contentHash;
    expect(hash('T', 'H', 'x', 'another')).toBe(hash('T', 'H', 'x'));
    expect(new Set([hash('T', 'H', 'x'), hash('U', 'H', 'x'), hash('T', 'I', 'x'), hash('T', 'H', 'y')]).size).toBe(4);
  });

  it('of great length is indexed by its beginning', () => {
    const lines = Array.from({ length: MAX_CHUNKS + 50 }, (_, n) => [`h${n}`, 'HEADING_1', `Heading ${n}`] as const);
    expect(cut('Long', ...lines)).toHaveLength(MAX_CHUNKS);
  });

  it('of any text is cut into chunks of a size, none of whose words is lost or torn', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => /^[^\s›]+$/.test(text));
    const text = fc.array(word, { minLength: 1, maxLength: 900 }).map((words) => words.join(' '));
    const type = fc.constantFrom('PARAGRAPH', 'HEADING_1', 'HEADING_2', 'HEADING_3', 'TO_DO');
    fc.assert(
      fc.property(fc.array(fc.tuple(type, text), { minLength: 1, maxLength: 8 }), (given) => {
        const lines = given.map(([kind, said], n) => [`id${n}`, kind, said] as const satisfies Line);
        const chunks = cut('Title', ...lines);
        const found = chunks.map(({ heading, content }) => `${heading ?? ''}\n${content}`).join('\n');
        const words = new Set(found.split(/[\s›]+/u));
        for (const [, said] of given) for (const each of said.split(' ')) expect(words).toContain(each);
        for (const { content } of chunks) expect(content.length).toBeLessThanOrEqual(1_600);
        expect(chunks.map(({ chunk }) => chunk)).toEqual(chunks.map((_, index) => index));
      }),
      { numRuns: 25 },
    );
  });

  it('with one word of any length is cut between characters', () => {
    const chunks = cut('T', ['a', 'CODE', '𝕏'.repeat(2_001)]);
    expect(chunks.map(({ content }) => content).join('')).toBe('𝕏'.repeat(2_001));
    for (const { content } of chunks) expect(Buffer.from(content).toString()).toBe(content);
  });
});

describe('a block', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['PARAGRAPH', { text: ' Said ', marks: [] }, 'Said'],
    ['IMAGE', { url: 'https://x.example/a.png', alt: 'A chart', caption: { text: 'Of sales' } }, 'A chart\nOf sales'],
    ['FILE', { attachmentId: 'x', name: 'receipt.pdf' }, 'receipt.pdf'],
    ['BOOKMARK', { url: 'https://bir.gov.ph', title: 'BIR' }, 'BIR\nhttps://bir.gov.ph'],
    ['TABLE', { header: ['Form', { text: 'Due' }], rows: [['2550Q', '25th']] }, 'Form | Due\n2550Q | 25th'],
    ['DATABASE_VIEW', { databaseId: 'x', title: 'Filings' }, 'Filings'],
    ['ODOO_RECORD', { model: 'res.partner', id: 7, label: 'Azure Interior' }, 'Azure Interior'],
    ['PAGE_EMBED', { pageId: 'x' }, ''],
    ['DIVIDER', {}, ''],
    ['TABLE', { rows: 'none' }, ''],
    ['PARAGRAPH', { text: 7 }, ''],
  ])('of type %s says its words', (type, content, words) => {
    expect(blockText(type, content)).toBe(words);
  });
});

describe('a long block', () => {
  const cutBlock = (type: string, content: Record<string, unknown>) =>
    chunkPage({ title: 'T', blocks: [{ id: 'a', parentId: null, type, content }] }).map(({ content: piece }) => piece);

  it('of a table says its header in each piece, and every row once', () => {
    const rows = Array.from({ length: 300 }, (_, n) => [`account ${n}`, { text: `balance ${n}` }]);
    const pieces = cutBlock('TABLE', { header: ['Account', { text: 'Balance' }], rows });
    expect(pieces.length).toBeGreaterThan(2);
    for (const piece of pieces) {
      expect(piece.startsWith('Account | Balance\naccount ')).toBe(true);
      expect(piece.length).toBeLessThanOrEqual(1_600);
    }
    const lines = pieces.flatMap((piece) => piece.split('\n').slice(1));
    expect(lines).toEqual(rows.map((_, n) => `account ${n} | balance ${n}`));
  });

  it('of code says its language in each piece', () => {
    const text = Array.from({ length: 200 }, (_, n) => `select ${n} from work.pages;`).join('\n');
    const pieces = cutBlock('CODE', { text, language: 'sql' });
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.every((piece) => piece.startsWith('sql\nselect '))).toBe(true);
    expect(cutBlock('CODE', { text }).some((piece) => piece.startsWith('sql'))).toBe(false);
  });

  it('of a table with a header of many words says the beginning of it, and comes to an end', () => {
    const header = Array.from({ length: 50 }, (_, n) => `column ${n} of many words`);
    const pieces = cutBlock('TABLE', { header, rows: [header, header, header] });
    for (const piece of pieces) expect(piece.startsWith('column 0 of many words | ')).toBe(true);
    expect(pieces.join('').length).toBeLessThan(3 * JSON.stringify([header, header, header]).length);
  });
});
