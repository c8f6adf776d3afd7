/** A page → the chunks of it that are indexed: along its headings, each small enough to be about one thing. Pure. */
import { createHash } from 'node:crypto';
import { blockLead, blockText } from './block-text.ts';

/** A block as the index reads it. */
export interface IndexedBlock {
  readonly id: string;
  /** The block that it stands inside; null on the page itself. */
  readonly parentId: string | null;
  readonly type: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** What is chunked. */
export interface ChunkedPage {
  readonly title: string;
  /** Siblings in their order; `parentId` says where each stands. */
  readonly blocks: readonly IndexedBlock[];
}

/** A piece of a page. */
export interface Chunk {
  /** From 0. */
  readonly chunk: number;
  /** The headings that it stands under, the highest first, e.g. `Filing › 2550Q`; null before the first one. */
  readonly heading: string | null;
  readonly content: string;
  /** Uuids of the blocks that it is made of, in their order; a page without text has none. */
  readonly blockIds: readonly string[];
  /** What is embedded: title, heading and content. */
  readonly text: string;
  /** SHA-256 of `text`, hex: while it stays, so does the vector. */
  readonly contentHash: string;
}

/** Characters of a chunk's content: about 400 tokens of English. */
const MAX_CHARACTERS = 1_600;
/** Characters of a header that are said again in each piece. */
const MAX_LEAD = 400;
/** Chunks of one page that are indexed: some 100,000 words. What comes after is left out. */
export const MAX_CHUNKS = 500;

/** At least one: a page without text is found by its title. */
export function chunkPage({ title, blocks }: ChunkedPage): Chunk[] {
  const pieces = readSections(blocks).flatMap(splitSection);
  const whole = pieces.length > 0 ? pieces : [{ heading: null, content: title, blockIds: [] }];
  return whole.slice(0, MAX_CHUNKS).map((piece, chunk) => {
    const text = [title, ...(piece.heading === null ? [] : [piece.heading]), '', piece.content].join('\n');
    return { ...piece, chunk, text, contentHash: createHash('sha256').update(text).digest('hex') };
  });
}

interface Line {
  readonly blockId: string;
  readonly text: string;
  /** What its later pieces begin with. */
  readonly lead: string | null;
}

/** What stands under one heading, up to the next. */
interface Section {
  readonly headings: readonly string[];
  readonly lines: Line[];
  /** Whether nothing but the heading itself is in it. */
  isBare: boolean;
}

type Piece = Pick<Chunk, 'heading' | 'content' | 'blockIds'>;

function readSections(blocks: readonly IndexedBlock[]): Section[] {
  const sections: Section[] = [{ headings: [], lines: [], isBare: false }];
  let path: readonly { level: number; text: string }[] = [];
  for (const { id, type, content } of inOrder(blocks)) {
    const text = blockText(type, content);
    if (text === '') continue;
    const level = headingLevel(type);
    if (level === null) {
      const section = sections.at(-1) as Section;
      section.lines.push({ blockId: id, text, lead: blockLead(type, content) });
      section.isBare = false;
      continue;
    }
    path = [...path.filter((above) => above.level < level), { level, text }];
    sections.push({
      headings: path.map((each) => each.text),
      lines: [{ blockId: id, text, lead: null }],
      isBare: true,
    });
  }
  return sections.filter((section, index) => isWorthKeeping(section, sections[index + 1]));
}

/** A heading straight above a lower one is in that one's path; one that nothing follows is found by itself. */
function isWorthKeeping({ isBare, headings, lines }: Section, next: Section | undefined): boolean {
  if (!isBare) return lines.length > 0;
  return !next || headings.some((heading, index) => next.headings[index] !== heading);
}

/** Depth first, as a reader sees them. */
function inOrder(blocks: readonly IndexedBlock[]): IndexedBlock[] {
  const inside = new Map<string | null, IndexedBlock[]>();
  for (const block of blocks) {
    const siblings = inside.get(block.parentId);
    if (siblings) siblings.push(block);
    else inside.set(block.parentId, [block]);
  }
  const walk = (parentId: string | null): IndexedBlock[] =>
    (inside.get(parentId) ?? []).flatMap((block) => [block, ...walk(block.id)]);
  return walk(null);
}

function headingLevel(type: string): number | null {
  const level = /^HEADING_([123])$/.exec(type)?.[1];
  return level === undefined ? null : Number(level);
}

/** Along the borders of blocks where it can be. The heading's own line is not repeated: the path says it. */
function splitSection({ headings, lines, isBare }: Section): Piece[] {
  const heading = headings.length > 0 ? headings.join(' › ') : null;
  const [first, ...rest] = lines;
  const isHeaded = heading !== null && !isBare && first !== undefined;
  const pieces: { content: string; blockIds: string[] }[] = [];
  for (const { blockId, text, lead } of isHeaded ? rest : lines) {
    for (const part of splitText(text, lead)) {
      const last = pieces.at(-1);
      if (!last || last.content.length + 1 + part.length > MAX_CHARACTERS)
        pieces.push({ content: part, blockIds: [blockId] });
      else {
        last.content += `\n${part}`;
        if (last.blockIds.at(-1) !== blockId) last.blockIds.push(blockId);
      }
    }
  }
  if (isHeaded) pieces[0]?.blockIds.unshift(first.blockId);
  return pieces.map((piece) => ({ heading, ...piece }));
}

/** A text that is too long for one chunk, at the last end of a line, a sentence or a word before the limit. */
function splitText(text: string, lead: string | null): string[] {
  const parts: string[] = [];
  const again = lead === null ? '' : `${shorten(lead)}\n`;
  let rest = text;
  while (rest.length > MAX_CHARACTERS) {
    const end = findEnd(rest.slice(0, MAX_CHARACTERS));
    parts.push(rest.slice(0, end).trimEnd());
    const after = rest.slice(end).trimStart();
    rest = after === '' ? '' : again + after;
  }
  return [...parts, rest].filter((part) => part !== '');
}

/** The beginning of a header that would fill the pieces. */
function shorten(lead: string): string {
  const cut = lead.slice(0, MAX_LEAD);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

function findEnd(head: string): number {
  for (const border of ['\n', '. ', '? ', '! ', '。', ' ']) {
    const at = head.lastIndexOf(border);
    // Not so early that the parts become crumbs.
    if (at > MAX_CHARACTERS / 2) return at + border.length;
  }
  // Never between the two halves of a character.
  return /[\uD800-\uDBFF]$/.test(head) ? head.length - 1 : head.length;
}
