/** A client that edits a page: what it has read, and random operations on what it knows. */
import type { Operation } from './blocks.ts';

/** A block as the client has read it. */
interface KnownBlock {
  readonly id: string;
  readonly type: string;
  readonly parentId: string | null;
  readonly content: { readonly text?: string };
}

/** A page as the client has read it: of a large one, only a part. */
export interface KnownPage {
  readonly version: number;
  readonly blocks: ReadonlyMap<string, KnownBlock>;
}

/** What the random operations are made with. */
export interface Dice {
  /** A whole number below. */
  readonly choose: (below: number) => number;
  /** Gives a uuid that nobody else has. */
  readonly newId: () => string;
}

const CONTAINERS = ['PARAGRAPH', 'TOGGLE', 'QUOTE', 'BULLETED_LIST_ITEM'];
const TEXTS = [...CONTAINERS, 'HEADING_2'];
const OTHERS = ['DIVIDER'];
/** Above so many known blocks more is deleted than inserted. */
const ENOUGH = 250;

/** One consistent reading: the types side by side, because a list shows 100 at most. */
export const READ_PAGE = `query ($id: ID!) { page(id: $id) { version ${[...TEXTS, ...OTHERS]
  .map(
    (type) => `${type}: blocks(first: 100, filter: { type: { eq: ${type} } }) { nodes { id type parentId content } }`,
  )
  .join(' ')} } }`;

/** Reads the answer of `READ_PAGE`. */
export function knownPageOf(answer: unknown): KnownPage {
  const { version, ...lists } = answer as { version: number } & Record<string, { nodes: KnownBlock[] }>;
  const blocks = Object.values(lists as Record<string, { nodes: KnownBlock[] }>).flatMap(({ nodes }) => nodes);
  return { version, blocks: new Map(blocks.map((block) => [block.id, block])) };
}

/** One to five operations of all kinds; at least one of them changes the page, whatever it looks like by then. */
export function randomOperations(page: KnownPage, dice: Dice): Operation[] {
  const known = new Map(page.blocks);
  const operations: Operation[] = [];
  const wanted = 1 + dice.choose(5);
  for (let tries = 0; operations.length < wanted && tries < 40; tries += 1) {
    const made = randomOperation(known, dice);
    if (made) operations.push(made);
  }
  // A move may lead to where the block was.
  if (operations.every(({ move }) => move)) operations.push(insert(known, dice));
  return operations;
}

/** Notes in `known` what it does, as far as later operations of the list must know; null where it does not fit. */
function randomOperation(known: Map<string, KnownBlock>, dice: Dice): Operation | null {
  const { choose } = dice;
  const kind = choose(100);
  if (kind < (known.size > ENOUGH ? 15 : 40) || known.size < 5) return insert(known, dice);
  const block = pickFrom([...known.values()], choose);
  if (!block) return null;
  const blockId = block.id;
  if (kind < 60) {
    const type =
      pickFrom(block.type === 'DIVIDER' || !CONTAINERS.includes(block.type) ? TEXTS : CONTAINERS, choose) ??
      'PARAGRAPH';
    const content = randomContent(type, dice);
    known.set(blockId, { ...block, type, content });
    return { update: { blockId, type, content } };
  }
  if (kind < 75) {
    const { parentId, given } = randomPlace(known, dice, (id) => !isInside(known, id, blockId));
    known.set(blockId, { ...block, parentId });
    return { move: { blockId, ...given } };
  }
  if (kind < 82) return split(known, block, dice);
  if (kind < 88) return merge(known, block, dice);
  forget(known, blockId);
  return { delete: { blockId } };
}

function insert(known: Map<string, KnownBlock>, dice: Dice): Operation {
  const type = pickFrom([...TEXTS, ...CONTAINERS, ...OTHERS], dice.choose) ?? 'PARAGRAPH';
  const { parentId, given } = randomPlace(known, dice, () => true);
  const block = { id: dice.newId(), type, content: randomContent(type, dice) };
  known.set(block.id, { ...block, parentId });
  return { insert: { ...block, ...given } };
}

function split(known: Map<string, KnownBlock>, block: KnownBlock, dice: Dice): Operation | null {
  const characters = [...(block.content.text ?? '')];
  if (!TEXTS.includes(block.type)) return null;
  const offset = characters.slice(0, dice.choose(characters.length + 1)).join('').length;
  const id = dice.newId();
  // What is left of the text is not known: neither half is split again in this list.
  known.delete(block.id);
  return { split: { blockId: block.id, offset, id } };
}

function merge(known: Map<string, KnownBlock>, { id, type }: KnownBlock, { choose }: Dice): Operation | null {
  const into = pickFrom(
    [...known.values()].filter((other) => CONTAINERS.includes(other.type)),
    choose,
  );
  if (!into || !TEXTS.includes(type) || isInside(known, into.id, id)) return null;
  for (const child of known.values()) if (child.parentId === id) known.set(child.id, { ...child, parentId: into.id });
  known.delete(id);
  known.delete(into.id);
  return { merge: choose(3) === 0 ? { blockId: id } : { blockId: id, intoId: into.id } };
}

/** Where the client thinks that the block then stands, and what says so in the operation. */
interface Place {
  readonly parentId: string | null;
  readonly given: Readonly<Record<string, unknown>>;
}

function randomPlace(known: ReadonlyMap<string, KnownBlock>, { choose }: Dice, isFree: (id: string) => boolean): Place {
  const beside = pickFrom(
    [...known.values()].filter(({ id }) => isFree(id)),
    choose,
  );
  const side = choose(4);
  if (beside && side < 2)
    return { parentId: beside.parentId, given: { [side === 0 ? 'afterId' : 'beforeId']: beside.id } };
  const isInto = beside !== undefined && CONTAINERS.includes(beside.type) && choose(3) > 0;
  const parentId = isInto ? beside.id : null;
  return { parentId, given: { parentId, at: side === 2 ? 'FIRST' : 'LAST' } };
}

/** Whether a block is another, or stands inside it, as far as is known. */
function isInside(known: ReadonlyMap<string, KnownBlock>, id: string, other: string): boolean {
  for (let at: string | null = id; at !== null; at = known.get(at)?.parentId ?? null) if (at === other) return true;
  return false;
}

function forget(known: Map<string, KnownBlock>, id: string): void {
  known.delete(id);
  for (const child of [...known.values()]) if (child.parentId === id) forget(known, child.id);
}

/** Differs from every other. */
function randomContent(type: string, { choose, newId }: Dice) {
  if (type === 'DIVIDER') return {};
  const text = `${pickFrom(['plan', 'naïve 😀 café', '語', 'a "b" \\'], choose)} ${newId().slice(0, 8)}`;
  const marks = [{ type: 'bold', from: 0, to: 1 + choose(3) }];
  // Not within the pair that is one character.
  return choose(3) === 0 ? { text, marks } : { text };
}

function pickFrom<T>(list: readonly T[], choose: (below: number) => number): T | undefined {
  return list[choose(list.length)];
}
