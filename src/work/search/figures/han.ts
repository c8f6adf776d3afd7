/** Numbers of Chinese characters, alone or behind digits, where they count something → digits: `二十五日`, `3万5千円`. */
const DIGITS = '〇一二三四五六七八九';
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 億: 1e8, 亿: 1e8, 兆: 1e12, 만: 1e4, 억: 1e8 };
/** What is counted. `一般`, `三菱` and `四半期` are words. */
const COUNTER =
  '年|月|日|号|時|时|分|秒|週|周|か月|ヶ月|ケ月|カ月|箇月|个月|期|円|元|人|名|回|件|個|个|枚|部|社|条|項|章|割|倍|歳|天|％|%|パーセント|つの|営業';
const HAN = new RegExp(
  `(?:\\d+(?:[.,]\\d+)*)?[${DIGITS}十百千万萬億亿兆만억両两]+(?:\\d[\\d,]*[万千百]?)*(?=${COUNTER})`,
  'gu',
);
const SCALED = /\d+(?:[.,]\d+)*(?:[十百千万萬億亿兆만억]+(?:\d[\d,]*)?)+/gu;
/** `十分` is enough, and `一部` a part. */
const WORDS = /十分|一部|一人|一つ|万一|一件|一回|一時|一期|一名/gu;

/** Also digits of other scripts, wide ones among them. */
export function writeHanDigits(text: string): string {
  const kept = text.replace(WORDS, (word) => [...word].join('\u0002'));
  return kept
    .replace(SCALED, (run) => readHan(run) ?? run)
    .replace(HAN, (run) => readHan(run) ?? run)
    .replaceAll('\u0002', '');
}

function readHan(run: string): string | null {
  const text = run.replace(/[両两]/gu, '二').replaceAll(',', '');
  // Digit by digit, as years are written.
  if (/^[〇一二三四五六七八九]{2,}$/u.test(text)) return [...text].map((char) => DIGITS.indexOf(char)).join('');
  let [total, group, digits] = [0, 0, ''];
  for (const char of text) {
    const at = DIGITS.indexOf(char);
    if (at >= 0) digits += String(at);
    else if (/[\d.]/.test(char)) digits += char;
    else if (SMALL[char]) [group, digits] = [group + Number(digits || 1) * SMALL[char], ''];
    else [total, group, digits] = [total + (group + Number(digits || (group ? 0 : 1))) * (LARGE[char] ?? 1), 0, ''];
  }
  const value = total + group + Number(digits || 0);
  return Number.isSafeInteger(value) ? String(value) : null;
}
