/**
 * How many tokens a text is to a model, estimated from above. A tokenizer's tables would take 80 MB of each process, to
 * tell the same of long results alone; `test/mcp/budget.test.ts` compares the two.
 */

type Kind = 'lower' | 'upper' | 'digit' | 'blank' | 'sign' | 'foreign';

/** What is counted together: a word, a number, signs in a row. */
interface Piece {
  kind: Kind;
  length: number;
  capitals: number;
}

/** Small letters of a word to a token; of what is too long for a word fewer. */
const WORD_LETTERS = 4;
const LONGEST_WORD = 14;
const NO_WORD_LETTERS = 1.7;
/** Capitals in a row, of which the first of a word is none. */
const CAPITALS = 1.5;
const DIGITS = 3;
const SIGNS = 1.5;
const SPACES = 4;
/** For hexadecimal numbers and base64, where the rest would tell some too few. */
const RESERVE = 1.1;

/** @returns Tokens, rounded up; for JSON and prose a quarter to a half more than o200k counts. */
export function estimateTokens(text: string): number {
  let tokens = 0;
  let piece: Piece = { kind: 'blank', length: 0, capitals: 0 };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === 'foreign') tokens += tokensOfForeign(code);
    if (kind !== piece.kind && !(piece.kind === 'upper' && kind === 'lower')) {
      tokens += tokensOf(piece);
      piece = { kind, length: 0, capitals: 0 };
    }
    piece.kind = kind;
    piece.length += 1;
    if (kind === 'upper') piece.capitals += 1;
  }
  return Math.ceil((tokens + tokensOf(piece)) * RESERVE);
}

function tokensOf({ kind, length, capitals }: Piece): number {
  switch (kind) {
    case 'lower':
    case 'upper': {
      const letters = length > LONGEST_WORD ? NO_WORD_LETTERS : WORD_LETTERS;
      return capitals > 1
        ? capitals / CAPITALS + Math.ceil((length - capitals) / letters)
        : Math.ceil(length / letters);
    }
    case 'digit':
      return Math.ceil(length / DIGITS);
    case 'sign':
      return Math.ceil(length / SIGNS);
    case 'blank':
      // One before a word is part of its token.
      return length > 1 ? Math.ceil(length / SPACES) : 0;
    case 'foreign':
      return 0;
  }
}

/** Tokens to a UTF-16 unit, of the scripts where it has most. */
function tokensOfForeign(code: number): number {
  if (code < 0x10_00) return 0.6;
  const isCjk = (code >= 0x30_00 && code < 0xa0_00) || (code >= 0xac_00 && code < 0xd8_00);
  return isCjk ? 1 : 2;
}

function kindOf(code: number): Kind {
  if (code >= 0x61 && code <= 0x7a) return 'lower';
  if (code >= 0x30 && code <= 0x39) return 'digit';
  if (code >= 0x41 && code <= 0x5a) return 'upper';
  if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) return 'blank';
  return code < 0x80 ? 'sign' : 'foreign';
}
