/** What a block of each type may hold, and what is refused where. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { SPACES } from '../../src/demo/seed/workspace.ts';
import { BLOCK_TYPES, type BlockType, checkContent } from '../../src/work/block-content.ts';
import { readOwnSdl } from '../support/own-sdl.ts';

const UUID = 'a0a00000-0000-4000-8000-000000000001';
const URL = 'https://example.com/a?b=c#d';
const bold = { type: 'bold', from: 0, to: 2 };
const link = (href: string) => ({ text: 'word', marks: [{ type: 'link', from: 0, to: 4, href }] });
const SCRIPTS = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
];

/** Contents that each type takes, and contents that it does not, with the path at fault. */
const TABLE: Readonly<Record<BlockType, { good: readonly unknown[]; bad: readonly (readonly [unknown, string])[] }>> = {
  PARAGRAPH: {
    good: [
      { text: '' },
      { text: 'two\nlines, "quoted" \\ and 😀' },
      { text: 'word', marks: [] },
      { text: 'word', marks: [bold, { type: 'italic', from: 1, to: 4 }, { type: 'bold', from: 2, to: 4 }] },
      ...['https://example.com', 'http://example.com', 'mailto:a@example.com', 'tel:+63281234567'].map(link),
      { text: 'x'.repeat(20_000) },
    ],
    bad: [
      [{}, 'text'],
      [{ text: 1 }, 'text'],
      ['text', ''],
      [null, ''],
      [[], ''],
      [undefined, ''],
      [{ text: 'a', html: '<b>' }, ''],
      [{ text: 'x'.repeat(20_001) }, 'text'],
      [{ text: 'a\0b' }, 'text'],
      [{ text: 'half \uD83D' }, 'text'],
      [{ text: 'word', marks: [{ ...bold, type: 'blink' }] }, 'marks.0.type'],
      [{ text: 'word', marks: [{ ...bold, to: 5 }] }, 'marks.0'],
      [{ text: 'word', marks: [{ ...bold, to: 0 }] }, 'marks.0'],
      [{ text: 'word', marks: [{ ...bold, from: -1 }] }, 'marks.0.from'],
      [{ text: 'word', marks: [{ ...bold, from: 0.5 }] }, 'marks.0.from'],
      [{ text: 'a😀', marks: [{ ...bold, from: 0, to: 2 }] }, 'marks.0'],
      [{ text: 'word', marks: [bold, { ...bold, from: 1, to: 3 }] }, 'marks.1'],
      [{ text: 'word', marks: [{ ...bold, href: URL }] }, 'marks.0'],
      [{ text: 'word', marks: [{ type: 'link', from: 0, to: 2 }] }, 'marks.0.href'],
      ...SCRIPTS.map((href) => [link(href), 'marks.0.href'] as const),
      [
        {
          text: 'x'.repeat(3_000),
          marks: Array.from({ length: 1_001 }, (_, n) => ({ type: 'bold', from: 2 * n, to: 2 * n + 1 })),
        },
        'marks',
      ],
    ],
  },
  HEADING_1: { good: [{ text: 'h', marks: [{ ...bold, to: 1 }] }], bad: [[{ text: 'h', level: 1 }, '']] },
  HEADING_2: { good: [{ text: 'h' }], bad: [[{}, 'text']] },
  HEADING_3: { good: [{ text: 'h' }], bad: [[{}, 'text']] },
  BULLETED_LIST_ITEM: { good: [{ text: 'b' }], bad: [[{ text: 'b', checked: true }, '']] },
  NUMBERED_LIST_ITEM: { good: [{ text: 'n' }], bad: [[{ text: 'n', number: 1 }, '']] },
  TO_DO: {
    good: [
      { text: 't', checked: false },
      { text: '', checked: true, marks: [] },
    ],
    bad: [
      [{ text: 't' }, 'checked'],
      [{ text: 't', checked: 'yes' }, 'checked'],
    ],
  },
  TOGGLE: { good: [{ text: 't' }], bad: [[{ text: 't', open: true }, '']] },
  QUOTE: { good: [{ text: 'q' }], bad: [[{ text: 'q', by: 'x' }, '']] },
  CALLOUT: {
    good: [{ text: 'c' }, { text: 'c', icon: '⚠️' }],
    bad: [
      [{ text: 'c', icon: '' }, 'icon'],
      [{ text: 'c', icon: 'x'.repeat(33) }, 'icon'],
    ],
  },
  CODE: {
    good: [{ text: '<script>javascript:x</script>' }, { text: '', language: 'sql' }],
    bad: [
      [{ text: 'c', marks: [bold] }, ''],
      [{ text: 'c', language: '' }, 'language'],
    ],
  },
  DIVIDER: { good: [{}], bad: [[{ text: '' }, '']] },
  IMAGE: {
    good: [{ attachmentId: UUID }, { url: URL, alt: 'A chart', caption: { text: 'Q3', marks: [bold] } }],
    bad: [
      [{}, ''],
      [{ attachmentId: UUID, url: URL }, ''],
      [{ attachmentId: 'x' }, 'attachmentId'],
      [{ url: 'http://example.com/a.png' }, 'url'],
      [{ url: '//example.com/a.png' }, 'url'],
      [{ url: URL, caption: link('javascript:x') }, 'caption.marks.0.href'],
      ...SCRIPTS.map((url) => [{ url }, 'url'] as const),
    ],
  },
  FILE: {
    good: [{ attachmentId: UUID }, { attachmentId: UUID, name: 'a.pdf', caption: { text: 'c' } }],
    bad: [
      [{}, 'attachmentId'],
      [{ url: URL }, 'attachmentId'],
      [{ attachmentId: UUID, name: ' ' }, 'name'],
    ],
  },
  BOOKMARK: {
    good: [{ url: URL }, { url: 'http://example.com', title: 't', description: 'd' }],
    bad: [
      [{}, 'url'],
      [{ url: 'mailto:a@example.com' }, 'url'],
      [{ url: `${URL}${'x'.repeat(2_048)}` }, 'url'],
      ...SCRIPTS.map((url) => [{ url }, 'url'] as const),
    ],
  },
  TABLE: {
    good: [
      { rows: [] },
      {
        header: ['a', { text: 'word', marks: [bold] }],
        rows: [
          ['1', '2'],
          ['', { text: '' }],
        ],
      },
    ],
    bad: [
      [{}, 'rows'],
      [{ rows: [['a'], ['b', 'c']] }, ''],
      [{ header: ['a'], rows: [['b', 'c']] }, ''],
      [{ rows: [[1]] }, 'rows.0.0'],
      [{ rows: [[link('javascript:x')]] }, 'rows.0.0.marks.0.href'],
      [{ rows: [Array.from({ length: 51 }, () => '')] }, 'rows.0'],
      [{ rows: Array.from({ length: 501 }, () => ['']) }, 'rows'],
      [{ rows: Array.from({ length: 40 }, () => ['x'.repeat(4_000)]) }, ''],
    ],
  },
  PAGE_EMBED: {
    good: [{ pageId: UUID }],
    bad: [
      [{}, 'pageId'],
      [{ pageId: '1' }, 'pageId'],
    ],
  },
  DATABASE_VIEW: {
    good: [{ databaseId: UUID }, { databaseId: UUID, title: 't', view: 'board' }],
    bad: [
      [{}, 'databaseId'],
      [{ databaseId: UUID, view: 'pie' }, 'view'],
    ],
  },
  ODOO_RECORD: {
    good: [
      { model: 'res.partner', id: 7 },
      { model: 'account.move', id: 1, label: 'INV/1' },
    ],
    bad: [
      [{ model: 'res.partner' }, 'id'],
      [{ model: 'res.partner', id: 0 }, 'id'],
      [{ model: 'partner', id: 1 }, 'model'],
      [{ model: 'res.partner; drop', id: 1 }, 'model'],
      [{ model: 'res.partner', id: 1, values: {} }, ''],
    ],
  },
};

describe.each(BLOCK_TYPES)('a block of type %s', (type) => {
  it.each(TABLE[type].good.map((content) => [short(content), content]))('takes %s', (_short, content) => {
    expect(checkContent(type, content)).toEqual({ success: true, data: content });
  });

  it.each(TABLE[type].bad.map(([content, path]) => [short(content), path, content] as const))(
    'refuses %s at "%s"',
    (_short, path, content) => {
      const issues = checkContent(type, content).error?.issues ?? [];
      expect(issues.map((issue) => issue.path.join('.'))).toContain(path);
    },
  );
});

describe('the types of block', () => {
  it('are those of the SDL and of the database', () => {
    const type = readOwnSdl().schema.getType('BlockType');
    expect(isEnumType(type) && type.getValues().map(({ name }) => name)).toEqual(BLOCK_TYPES);
    const sql = readFileSync(join(import.meta.dirname, '../../migrations/20261121000003_work.sql'), 'utf8');
    for (const name of BLOCK_TYPES) expect(sql).toContain(`'${name}'`);
  });

  it('take what the demo is seeded with', () => {
    const seeded = SPACES.flatMap(({ pages }) => pages.flatMap(({ blocks }) => blocks));
    expect(seeded.length).toBeGreaterThan(30);
    for (const [type, content] of seeded) {
      const { error } = checkContent(type as BlockType, typeof content === 'string' ? { text: content } : content);
      expect(error?.issues ?? []).toEqual([]);
    }
  });
});

function short(content: unknown): string {
  return (JSON.stringify(content) ?? 'nothing').slice(0, 80);
}
