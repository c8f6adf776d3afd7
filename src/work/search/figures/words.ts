/** Numbers in words → digits: English and Tagalog, and what stands for them in Japanese and Chinese. */
import { writeFractions } from './fractions.ts';
import { writeLoanWords } from './loan-words.ts';
import { MONTH } from './months.ts';
import { readDecimal, shift } from './numbers.ts';

const SMALL: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, index) => [word, index]),
);
const TENS: Readonly<Record<string, number>> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, 20 + 10 * index]),
);
/** Powers of ten. */
const SCALES: Readonly<Record<string, number>> = {
  ...{ hundred: 2, thousand: 3, million: 6, billion: 9, trillion: 12, lakh: 5, crore: 7 },
  ...{ libo: 3, libong: 3, milyon: 6, milyong: 6, bilyon: 9, bilyong: 9 },
};
const ORDINALS: Readonly<Record<string, string>> = {
  ...{ first: 'one', second: 'two', third: 'three', fifth: 'five', eighth: 'eight', ninth: 'nine', twelfth: 'twelve' },
  ...Object.fromEntries(Object.keys(TENS).map((word) => [word.replace(/y$/, 'ieth'), word])),
  ...Object.fromEntries(
    ['four', 'six', 'seven', 'ten', 'eleven', 'hundred', 'thousand', 'million', ...Object.keys(SMALL).slice(13)].map(
      (word) => [`${word}th`, word],
    ),
  ),
};

const WORD = `(?:${[...Object.keys(ORDINALS), ...Object.keys(TENS), ...Object.keys(SMALL).reverse(), 'hundred', 'thousand', 'million', 'billion', 'trillion'].join('|')})`;
const RUN = new RegExp(
  `(?<![\\p{L}\\d'-])(?:an?\\s+(?=hundred|thousand|million|billion))?${WORD}(?:(?:\\s+and\\s+|[\\s-]+)${WORD})*(?!\\p{L}|')`,
  'giu',
);
const UNIT =
  '(?:(?:working|business|calendar|banking|full|whole|fiscal)\\s+)?(?:second|minute|hour|day|week|fortnight|month|quarter|half|year|semester|per\\s?cent|%|peso|dollar|euro|yen|instal?lment|copy|copies|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?';
/** `one`, `first` and `second` are mostly no numbers; they are where they count something. */
const COUNTING = new RegExp(
  `^[\\s-]*(?:${UNIT}|(?:day\\s+)?of\\s+${MONTH}|of\\s+(?:the|each|every)\\s+month)(?!\\p{L})`,
  'iu',
);
const AFTER_MONTH = new RegExp(`${MONTH}\\s+(?:the\\s+)?$`, 'u');
const SCALED = new RegExp(
  `(?<![\\d.,])(\\d+(?:[.,]\\d+)*)(?:\\s+(?:na\\s+)?|-)(${Object.keys(SCALES).join('|')})(?!\\p{L})`,
  'giu',
);
const HALF_SCALED = new RegExp(
  `(?<![\\p{L}\\d.,-])(\\d+|${Object.keys(SMALL).slice(1, 10).join('|')})\\s+and\\s+a\\s+half\\s+(hundred|thousand|million|billion|trillion|lakh|crore)(?!\\p{L})`,
  'giu',
);
const SUFFIXED = /(?<![\d.,\p{L}])(\d+(?:[.,]\d+)*)(k|K|M|mn|bn)(?![\p{L}\d])/gu;
const SUFFIXES: Readonly<Record<string, number>> = { k: 3, K: 3, M: 6, mn: 6, bn: 9 };

const CENTS =
  /(?<![\d.,])(\d+)\s+(pesos?|dollars?|euros?)\s+and\s+(\d{1,2})(?:\/100|\s+(?:centavos?|cents?))(?!\p{L})/giu;
const AFTER_POINT: Readonly<Record<string, string>> = { '½': '.5', '¼': '.25', '¾': '.75' };

/** The text with its numbers as digits: `twenty-fifth` is `25th`, `3.5 million` is `3500000`. */
export function writeDigits(text: string): string {
  return writeScales(writeScales(writeLoanWords(writeTagalog(writeFractions(text)))))
    .replace(/\b(?:a\s+)?dozen(?!s)\b/giu, '12')
    .replace(/\ba\s+couple\s+of\b/giu, '2')
    .replace(/\btwice\b/giu, '2')
    .replace(/\bthrice\b/giu, '3')
    .replace(RUN, (run, at: number, whole: string) => {
      const isLoose = /^(one|first|second)$/i.test(run);
      const [before, after] = [
        whole.slice(Math.max(0, at - 14), at),
        whole.slice(at + run.length, at + run.length + 40),
      ];
      if (isLoose && !COUNTING.test(after) && !(AFTER_MONTH.test(before) && /st|nd/i.test(run))) return run;
      if (/^third$/i.test(run) && /^[\s-]part(y|ies)\b/i.test(after)) return run;
      return readRun(run.toLowerCase());
    })
    .replace(SUFFIXED, (raw, number: string, suffix: string) => scaleUp(raw, number, SUFFIXES[suffix] ?? 0))
    .replace(
      /(\d)\s+point\s+(\d(?:\s+and\s+\d)*)(?!\d)/giu,
      (_, one: string, digits: string) => `${one}.${digits.replace(/\D/g, '')}`,
    )
    .replace(CENTS, (_, whole: string, unit: string, cents: string) => `${whole}.${cents.padStart(2, '0')} ${unit}`)
    .replace(/(\d)\s+and\s+a\s+half\b/giu, '$1.5')
    .replace(/(\d)\s?([½¼¾])/gu, (_, one: string, sign: string) => one + AFTER_POINT[sign]);
}

/** `3 million`; twice, for `3 hundred thousand`. */
function writeScales(text: string): string {
  const halved = text.replace(
    HALF_SCALED,
    (_, one: string, scale: string) => `${SMALL[one.toLowerCase()] ?? one}.5 ${scale}`,
  );
  return halved.replace(SCALED, (raw, number: string, scale: string) =>
    scaleUp(raw, number, SCALES[scale.toLowerCase()] ?? 0),
  );
}

function scaleUp(raw: string, number: string, places: number): string {
  const decimal = readDecimal(number);
  return decimal === null ? raw : shift(decimal, places);
}

/** Words of one number or, where they make no one number, of several. */
function readRun(run: string): string {
  const written: string[] = [];
  let number: Amount | null = null;
  for (const word of run.split(/[\s-]+/)) {
    if (word === 'and' || word === 'a' || word === 'an') continue;
    const plain = ORDINALS[word] ?? word;
    const longer = addWord(number, plain);
    if (number && !longer) written.push(String(number.total + number.group));
    number = longer ?? addWord(null, plain);
    if (plain === word || !number) continue;
    // Behind `twentieth` another number begins.
    written.push(`${number.total + number.group}th`);
    number = null;
  }
  const [one = '', other = '', ...more] = [...written, ...(number ? [String(number.total + number.group)] : [])];
  // A year: `twenty twenty-six`.
  if (more.length === 0 && /^(?:19|20)$/.test(one) && /^[1-9]\d$/.test(other)) return one + other;
  return [one, other, ...more].filter(Boolean).join(' and ');
}

/** A number that is being read; `group` is what stands before the next thousand. */
interface Amount {
  readonly total: number;
  readonly group: number;
}

/** Null where the word begins another number. */
function addWord(number: Amount | null, word: string): Amount | null {
  const { total, group } = number ?? { total: 0, group: 0 };
  const scale = SCALES[word];
  if (scale === 2) return group >= 100 ? null : { total, group: (group || 1) * 100 };
  if (scale !== undefined) return { total: total + (group || 1) * 10 ** scale, group: 0 };
  const ten = TENS[word];
  if (ten !== undefined) return group % 100 === 0 ? { total, group: group + ten } : null;
  const small = SMALL[word] ?? 0;
  if (number === null) return { total, group: small };
  if (small === 0) return null;
  const fits = group % 100 === 0 || (group % 100 >= 20 && group % 10 === 0 && small < 10);
  return fits ? { total, group: group + small } : null;
}

const TAGALOG = 'isa dalawa tatlo apat lima anim pito walo siyam'.split(' ');
const STEM = '(isa|dalawa|tatlo|apat|lima|anim|pito|walo|siyam)';
const TEEN = new RegExp(`(?<!\\p{L})lab(?:ing-?\\s?|in-?|im-?)${STEM}(?:ng)?(?!\\p{L})`, 'giu');
const TAGALOG_TENS =
  /(?<!\p{L})(dalawa|tatlu|apatna|lima|animna|pitu|walu|siyamna)m?pu(?:ng)?(?:['’]t[\s-]+(isa|dalawa|tatlo|apat|lima|anim|pito|walo|siyam)(?:ng)?)?(?!\p{L})/giu;
const HUNDREDS = new RegExp(`(?<!\\p{L})(?:${STEM}(?:ng| na)\\s+|isan?|san)[dr]aan(?:g)?(?!\\p{L})`, 'giu');
/** `isa` alone is no number as often as `one` is. */
const UNITS =
  /(?<!\p{L})(?:(ika-?|pang-?)?(dalawa|tatlo|apat|lima|anim|pito|walo|siyam|sampu)|(ikalawa|ikatlo|pangalawa|pangatlo|panlima))(?:ng)?(?!\p{L})/giu;

function writeTagalog(text: string): string {
  const unitOf = (stem = '') => TAGALOG.findIndex((word) => word.slice(0, 3) === stem.toLowerCase().slice(0, 3)) + 1;
  return text
    .replace(TEEN, (_, stem: string) => String(10 + unitOf(stem)))
    .replace(TAGALOG_TENS, (_, tens: string, unit?: string) => String(10 * unitOf(tens) + (unit ? unitOf(unit) : 0)))
    .replace(HUNDREDS, (_, stem?: string) => `${stem ? unitOf(stem) : 1}00`)
    .replace(UNITS, (_, place?: string, stem?: string, ordinal?: string) => {
      if (ordinal)
        return `ika-${unitOf(
          ordinal
            .replace(/^ika|^panga?/i, '')
            .replace(/^(lawa)/i, 'da$1')
            .replace(/^tlo/i, 'tatlo'),
        )}`;
      return (place ? 'ika-' : '') + (/^sampu/i.test(stem ?? '') ? '10' : unitOf(stem));
    });
}
