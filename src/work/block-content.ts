/** What each type of block may hold: the schemas of `Block.content`. */
import { z } from 'zod';
import { uuid } from '../input.ts';
import { address, checkMarks, plainText, richTextFields } from './rich-text.ts';

/** Bytes of a content at most, as JSON. */
const MAX_CONTENT_BYTES = 131_072;
const MAX_TABLE_ROWS = 500;
const MAX_TABLE_COLUMNS = 50;

const name = (longest = 200) => plainText(longest).refine((text) => text.trim() !== '', 'must not be empty');
const https = address(['https:']);

/** A text, and what else the type keeps beside it. */
const rich = <Fields extends z.ZodRawShape>(fields: Fields) =>
  z.strictObject({ ...richTextFields, ...fields }).superRefine(
    // The generic shape hides that the fields of a text are in it.
    (given, context) => checkMarks(given as unknown as z.output<typeof richText>, context),
  );
const richText = z.strictObject(richTextFields);
const caption = rich({}).optional();

const cell = z.union([plainText(5_000), rich({})]);
const row = z.array(cell).max(MAX_TABLE_COLUMNS, `must have at most ${MAX_TABLE_COLUMNS} cells`);

/** A file of the space, or a picture somewhere else. */
const picture = z
  .strictObject({ attachmentId: uuid.optional(), url: https.optional(), alt: plainText(1_000).optional(), caption })
  .refine(
    ({ attachmentId, url }) => (attachmentId === undefined) !== (url === undefined),
    'must give "attachmentId" or "url", and not both',
  );

const table = z
  .strictObject({
    header: row.optional(),
    rows: z.array(row).max(MAX_TABLE_ROWS, `must have at most ${MAX_TABLE_ROWS} rows`),
  })
  .refine(
    ({ header, rows }) => new Set([...(header ? [header] : []), ...rows].map((cells) => cells.length)).size <= 1,
    'must have as many cells in every row',
  );

const CONTENT = {
  PARAGRAPH: rich({}),
  HEADING_1: rich({}),
  HEADING_2: rich({}),
  HEADING_3: rich({}),
  BULLETED_LIST_ITEM: rich({}),
  NUMBERED_LIST_ITEM: rich({}),
  TO_DO: rich({ checked: z.boolean() }),
  TOGGLE: rich({}),
  QUOTE: rich({}),
  CALLOUT: rich({ icon: name(32).optional() }),
  CODE: z.strictObject({ text: richTextFields.text, language: name(50).optional() }),
  DIVIDER: z.strictObject({}),
  IMAGE: picture,
  FILE: z.strictObject({ attachmentId: uuid, name: name(255).optional(), caption }),
  BOOKMARK: z.strictObject({
    url: address(['https:', 'http:']),
    title: plainText(500).optional(),
    description: plainText(2_000).optional(),
  }),
  TABLE: table,
  PAGE_EMBED: z.strictObject({ pageId: uuid }),
  DATABASE_VIEW: z.strictObject({
    databaseId: uuid,
    title: plainText(500).optional(),
    view: z.enum(['table', 'board', 'list', 'calendar']).optional(),
  }),
  // A reference for display: the record is read when it is shown, and never written.
  ODOO_RECORD: z.strictObject({
    model: z.string().regex(/^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$/, "must be the technical name of one of Odoo's models"),
    id: z.int().min(1, 'must be an id of Odoo'),
    label: plainText(500).optional(),
  }),
} as const satisfies Record<string, z.ZodType>;

/** The types of block, as the SDL's `BlockType` names them. */
export type BlockType = keyof typeof CONTENT;

/** Every type of block. */
export const BLOCK_TYPES = Object.keys(CONTENT) as [BlockType, ...BlockType[]];

/** Checks a content for a type of block; issues are those of the content, at their paths within it. */
export function checkContent(type: BlockType, content: unknown): z.ZodSafeParseResult<unknown> {
  return sized.pipe(CONTENT[type]).safeParse(content);
}

/** First of all: a schema below would name each of a million cells. */
const sized = z
  .unknown()
  .refine(
    (content) => Buffer.byteLength(JSON.stringify(content) ?? '') <= MAX_CONTENT_BYTES,
    `must have at most ${MAX_CONTENT_BYTES} bytes as JSON`,
  );
