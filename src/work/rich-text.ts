/**
 * Rich text as blocks keep it: `{ text, marks: [{ type, from, to, href }] }`.
 *
 * `from` and `to` count UTF-16 code units, as strings of JavaScript do; `marks` is absent where nothing is marked.
 */
import { z } from 'zod';

/** Code units of a text at most; `work.check_content` holds merged ones to the same. */
const MAX_TEXT = 20_000;
/** Marks of a text at most. */
const MAX_MARKS = 1_000;
/** Code units of an address at most. */
const MAX_URL = 2_048;
/** Schemes of a mark's link: a browser executes none of them. */
const LINK_SCHEMES = ['https:', 'http:', 'mailto:', 'tel:'];

/** A text that Postgres stores: no zero character, no half of a surrogate pair. */
export const plainText = (longest: number) =>
  z
    .string()
    .max(longest, `must have at most ${longest} characters`)
    .refine((text) => !/[\0\p{Surrogate}]/u.test(text), 'must not hold U+0000 or half a character');

/** An address with one of the schemes, and no white space that a browser would skip. */
export const address = (schemes: readonly string[]) =>
  plainText(MAX_URL).refine(
    (text) => isAddress(text, schemes),
    `must be an address that begins with ${schemes.join(' or ')}`,
  );

const span = { from: z.int().min(0, 'must be 0 or more'), to: z.int() };
const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['bold', 'italic', 'underline', 'strike', 'code']), ...span }),
  z.strictObject({ type: z.literal('link'), ...span, href: address(LINK_SCHEMES) }),
]);
type Mark = z.output<typeof mark>;

/** The fields of a text with marks; spread into an object and passed through `checkMarks`. */
export const richTextFields = {
  text: plainText(MAX_TEXT),
  marks: z.array(mark).max(MAX_MARKS, `must have at most ${MAX_MARKS} marks`).optional(),
};

/** Refuses marks past the end of the text, empty ones, and two of one type over the same characters. */
export function checkMarks(
  { text, marks }: { readonly text: string; readonly marks?: readonly Mark[] | undefined },
  context: z.RefinementCtx,
): void {
  const ends = new Map<string, number>();
  const inOrder = (marks ?? []).map((given, index) => ({ given, index })).sort((a, b) => a.given.from - b.given.from);
  for (const { given, index } of inOrder) {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message, path: ['marks', index] });
    if (given.from >= given.to || given.to > text.length) refuse('must lie within the text and span a character');
    else if (splitsCharacter(text, given.from) || splitsCharacter(text, given.to)) refuse('must not split a character');
    else if (given.from < (ends.get(given.type) ?? 0)) refuse(`must not overlap another mark of type ${given.type}`);
    ends.set(given.type, Math.max(given.to, ends.get(given.type) ?? 0));
  }
}

function splitsCharacter(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1)) && at > 0;
}

function isAddress(text: string, schemes: readonly string[]): boolean {
  if (/[\s\p{Cc}]/u.test(text) || !URL.canParse(text)) return false;
  return schemes.includes(new URL(text).protocol);
}
