/** Numbers in words of German and Spanish, and of Spanish as Tagalog writes them → digits. Words that are others too stay. */

const UNITS: Readonly<Record<string, number>> = {
  ...{ zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9 },
  ...{ tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, nueve: 9 },
  ...{ kuwatro: 4, kwatro: 4, singko: 5, siyete: 7, otso: 8, nuwebe: 9 },
};
/** Behind a word of tens alone: they are others too. */
const UNITS_BEHIND: Readonly<Record<string, number>> = { ...UNITS, uno: 1, dos: 2, sais: 6 };
const TEENS: Readonly<Record<string, number>> = {
  ...{
    zehn: 10,
    elf: 11,
    zwölf: 12,
    dreizehn: 13,
    vierzehn: 14,
    fünfzehn: 15,
    sechzehn: 16,
    siebzehn: 17,
    achtzehn: 18,
    neunzehn: 19,
  },
  ...{
    diez: 10,
    doce: 12,
    trece: 13,
    catorce: 14,
    quince: 15,
    dieciséis: 16,
    diecisiete: 17,
    dieciocho: 18,
    diecinueve: 19,
  },
  ...{ diyes: 10, onse: 11, trese: 13, katorse: 14, kinse: 15 },
};
const TENS: Readonly<Record<string, number>> = {
  ...{
    zwanzig: 20,
    dreißig: 30,
    dreissig: 30,
    vierzig: 40,
    fünfzig: 50,
    sechzig: 60,
    siebzig: 70,
    achtzig: 80,
    neunzig: 90,
  },
  ...{ veinte: 20, treinta: 30, cuarenta: 40, cincuenta: 50, sesenta: 60, setenta: 70, ochenta: 80, noventa: 90 },
  ...{ bente: 20, beinte: 20, trenta: 30, kwarenta: 40, kuwarenta: 40, singkwenta: 50, singkuwenta: 50 },
  ...{ sisenta: 60, sitenta: 70, otsenta: 80, nobenta: 90 },
};

const oneOf = (words: object) => Object.keys(words).join('|');
/** `fünfundzwanzig`, `ein` and `ci` among the units of a word. */
const GERMAN = new RegExp(
  `(?<!\\p{L})(ein|${Object.keys(UNITS).slice(0, 8).join('|')})und(${oneOf(TENS)})(?!\\p{L})`,
  'giu',
);
const JOINED = new RegExp(`(?<!\\p{L})veinti(uno?|dós|trés|séis|${oneOf(UNITS_BEHIND)})(?!\\p{L})`, 'giu');
const WORDS = new RegExp(
  `(?<!\\p{L})(?:(${oneOf(TENS)})(?:(?:\\s+y\\s+|[\\s-]+)(${oneOf(UNITS_BEHIND)}))?|(${oneOf(TEENS)})|(${oneOf(UNITS)}))(?!\\p{L})`,
  'giu',
);

/** The text with these numbers as digits: `treinta y cinco días` is `35 días`. */
export function writeLoanWords(text: string): string {
  const unitOf = (word: string) =>
    UNITS_BEHIND[
      word
        .normalize('NFD')
        .replace(/\u0301/g, '')
        .normalize('NFC')
        .toLowerCase()
    ] ?? 1;
  return text
    .replace(GERMAN, (_, unit: string, tens: string) => String((TENS[tens.toLowerCase()] ?? 0) + unitOf(unit)))
    .replace(JOINED, (_, unit: string) => String(20 + unitOf(unit)))
    .replace(WORDS, (_, tens?: string, unit?: string, teen?: string, alone?: string) => {
      if (tens) return String((TENS[tens.toLowerCase()] ?? 0) + (unit ? unitOf(unit) : 0));
      return String(teen ? TEENS[teen.toLowerCase()] : UNITS[(alone ?? '').toLowerCase()]);
    });
}
