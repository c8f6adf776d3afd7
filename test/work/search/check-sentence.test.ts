/** What a sentence says in figures is borne out by its passage, however either writes them; what is invented is not. */
import { describe, expect, it } from 'vitest';
import { createSentenceCheck } from '../../../src/work/search/check-sentence.ts';
import { createSentenceReader } from '../../../src/work/search/sentences.ts';

const isShown = (sentence: string, passage: string, question = '') =>
  createSentenceCheck({ question, passages: [passage] })(`${sentence} [1].`) !== null;

const SAME: readonly (readonly [passage: string, ...sentences: string[]])[] = [
  [
    'Due on 2026-05-05.',
    ...[
      '5 May 2026',
      'May 5, 2026',
      'the 5th of May 2026',
      '5th May',
      '05/05/2026',
      '5.5.2026',
      'Mayo 5, 2026',
      '2026年5月5日',
    ],
    ...[
      'May 5',
      'the fifth of May, 2026',
      'May 2026',
      '5. Mai 2026',
      '5-May-2026',
      'the 5th',
      'ika-5 ng Mayo 2026',
      '令和8年5月5日',
    ],
  ],
  ['Due on 5 May 2026.', '2026-05-05', '05 May 2026', 'May 5th, 2026', '5/5/2026', '2026/05/05', 'MAY 5, 2026'],
  ['Due 05/06/2026.', '5 June 2026', 'May 6, 2026'],
  ['On 25 April, 25 July and 25 October.', 'April 25', 'the 25th of July'],
  ['On the 25th of April, July and October.', '25 July', 'July 25', '25 October'],
  ['May: the 25th. All of 2026.', '25 May 2026', 'May 25, 2026'],
  ['On 15 and 30 April 2026', 'April 30, 2026', '2026-04-15'],
  [
    'It costs 1,250.50 pesos.',
    '1250.5',
    '1250.50',
    '1,250.5',
    '1.250,50',
    '1 250,50',
    "1'250.50",
    'PHP 1,250.50',
    '₱1250.5',
  ],
  ['Es kostet 1.250,50 Euro, und 1.250 mehr.', '1,250.50', '1250.5', '1,250', '1250'],
  ['Rates: 2,5 % and 3.50', '2.5%', '3.5', '2.50'],
  ['Above 3,000,000 in sales', '3 million', 'three million', '3000000', '₱3M', '3.0 million', '300万円', '三百万円'],
  ['Some 3.5 million units, 250 thousand of them late', '3,500,000', '250,000', '250k', 'two hundred fifty thousand'],
  [
    'within twenty-five days',
    '25 days',
    'the 25th day',
    'twenty five days',
    '二十五日',
    "dalawampu't limang araw",
    '２５ days',
  ],
  ['within 25 days', 'twenty-five days', 'twenty-fifth day', '25-day', '25日以内'],
  ['the thirtieth, or one hundred and twenty days', '30th', '120 days', 'hundred twenty days'],
  ['the 1st and 2nd working day, 3rd of May', 'the first working day', 'the second working day', '3 May', 'May 3rd'],
  ['twice a year, for two and a half days', '2 times', '2.5 days', 'one year'],
  ['Half of the amount', '50%', 'half of it'],
  ['50% of it', 'one half', 'half of the amount', '1/2', '½'],
  ['a quarter of the amount, then three quarters of it', '25%', '75 %', '0.25', '3/4', 'three-quarters of it'],
  ['25% or 66.7%', 'a quarter of it', 'two thirds'],
  ['step 1/2', 'step 1 of 2', '1/2'],
  ['1,500,000 in 2026, of 1,250.50 each', 'one and a half million', 'twenty twenty-six', 'two thousand twenty-six'],
  [
    '1,250.50 each',
    'one thousand two hundred fifty pesos and fifty centavos',
    'one thousand two hundred fifty point five',
  ],
  ['At 14:30 on 2026-05-05', '14.30 Uhr', '14h30', '1430 hrs', '5-May-26', '05/May/26'],
  ['within 35 days', 'fünfunddreißig Tage', 'treinta y cinco días', 'trenta y singko araw', '35 Tage'],
  ['treinta días, kwarenta araw, vierzehn Tage', '30 days', '40 days', 'fourteen days'],
  ['It closes at 17:00.', '5 p.m.', '5 pm', '5:00 PM', '17:00', '午後5時', '17時'],
  ['Opens at 8:30 am', '08:30', '8:30', '8.30 a.m.', '午前8時30分'],
  ['二〇二六年五月五日までに三万五千円', '2026-05-05', '5 May 2026', '35,000', '3万5千円', '35000 yen'],
  ['٢٥ يوم', '25 days'],
  ['limang araw, sampung libong piso', '5 days', 'five days', '10,000', 'ten thousand pesos'],
  ['Form 2550Q, section 3.10, version 19.0.1, box 0619-E', '2550Q', 'section 3.10', '19.0.1', '0619-E'],
  [
    'Lock the period.',
    'First, lock the period',
    'One of you locks it',
    'In a second step lock it',
    'A third party locks it',
    'No one may',
  ],
  ['第25条は二十日間', '25', '20日'],
];

const OTHER: readonly (readonly [passage: string, ...sentences: string[]])[] = [
  [
    'Due on 2026-05-05.',
    '6 May 2026',
    '5 June 2026',
    'May 5, 2025',
    '05/06/2026',
    '5 days',
    'the 6th',
    'May 2025',
    '2026年6月5日',
  ],
  ['Due on 5 May 2026 and 12 June 2026.', '12 May 2026', 'June 5', '5 June 2026'],
  ['Due on 5 May 2025. Since 2026 online.', '5 May 2026'],
  ['It costs 1,250.50 pesos.', '1250', '1,250.05', '12,505', '125.05', '1,250,500', '1.25'],
  ['Rates: 2.5 %', '25%', '2.05', '0.25'],
  ['Above 3,000,000 in sales', '3 thousand', '30 million', 'thirty million', '3 billion', '300 million', '3億円'],
  ['Some 3 thousand', '3 million', '3M', 'three hundred thousand'],
  [
    'within twenty-five days',
    '26 days',
    'twenty-six days',
    'the twenty-sixth day',
    'fifty days',
    '二十六日',
    'tatlumpung araw',
    'two weeks',
  ],
  ['within 30 days', 'vierzig Tage', 'cuarenta días', 'kwarenta araw', 'fünfundzwanzig Tage', 'a couple of days'],
  ['50% of it', 'a quarter of it', 'two thirds', 'three quarters of it', '3/4', '1/3'],
  ['half of it', '1 day', 'two days', '5%'],
  ['At 14:30 in 2026', '14.40 Uhr', '15h30', '1530 hrs', 'twenty twenty-five', '5-May-26'],
  [
    '1,250.50 each',
    'one thousand two hundred fifty pesos and sixty centavos',
    'one thousand two hundred fifty point six',
  ],
  ['within two days', 'three days', 'one day', 'a dozen days', 'two hundred days', 'tatlong araw'],
  [
    'on the 1st working day',
    'the second working day',
    'the tenth working day',
    'the first of May and the third of June',
  ],
  ['section 3.1 of version 2.1', 'section 3.10', 'version 2.10'],
  ['Lock the period.', 'Half of the period', 'twice', 'one hundred days', 'thirty'],
  ['It closes at 17:00.', '5 a.m.', '6 pm', '17:30', '午前5時', '午後6時'],
  ['The account 1234567890123456789', '1234567890123456788'],
  ['四半期の一部', '4日', '一日'],
];

describe('a sentence is shown', () => {
  it.each(SAME)('where the passage says "%s"', (passage, ...sentences) => {
    expect(sentences.filter((sentence) => !isShown(`It says ${sentence}`, passage))).toEqual([]);
  });

  it('where the question and the passage say it together', () => {
    expect(isShown('It is due on 5 May 2026', 'On the 5th of each month.', 'What is due in May 2026?')).toBe(true);
    expect(isShown('It is due on 6 May 2026', 'On the 5th of each month.', 'What is due in May 2026?')).toBe(false);
  });
});

describe('a sentence is left out that invents a figure', () => {
  it.each(OTHER)('where the passage says "%s"', (passage, ...sentences) => {
    expect(sentences.filter((sentence) => isShown(`It says ${sentence}`, passage))).toEqual([]);
  });
});

it('is not cut off within a date or a time', () => {
  const text =
    'It is due on Sept. 5, 2026 [1]. Fällig am 5. Mai 2026 [2]. Come at 5 p.m. on Friday [1]. It closes at 6 p.m. Bring it [2].';
  for (const size of [1, 3, 1_000]) {
    const reader = createSentenceReader();
    const pieces = text.match(new RegExp(`.{1,${size}}`, 'gsu')) ?? [];
    const sentences = [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()].map((each) => each.trim());
    expect(sentences).toEqual([
      'It is due on Sept. 5, 2026 [1].',
      'Fällig am 5. Mai 2026 [2].',
      'Come at 5 p.m. on Friday [1].',
      'It closes at 6 p.m.',
      'Bring it [2].',
    ]);
  }
});

it('is read in a moment, however long its numbers are', () => {
  const long = [
    `${'1,'.repeat(900)}x`,
    '1 250'.repeat(400),
    'twenty '.repeat(280),
    '五'.repeat(1_900),
    `${'5, '.repeat(600)}May`,
    '.5'.repeat(900),
  ];
  const before = performance.now();
  for (const text of long) isShown(text, text);
  expect(performance.now() - before).toBeLessThan(1_500);
});
