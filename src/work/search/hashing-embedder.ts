/** Lexical embeddings without a model: words, pairs of words and parts of words, each hashed to a place of the vector. */
import { type Embedder, INDEX_DIMENSIONS } from './embedder.ts';

/** Changes with what the vectors mean. */
const MODEL = 'tripoint-lexical-hashing-1';

/** What each kind of feature counts. Parts of words find what is spelt or inflected otherwise. Measured on the judged set. */
const WEIGHTS = { word: 1, pair: 0.4, part: 0.3 } as const;
/** Characters of a part. */
const PART_LENGTHS = [3, 4, 5];

/** Words that say nothing of what a text is about. */
const STOP_WORDS = new Set(
  (
    'a about above after again all also am an and any are as at be because been before being below between both but by ' +
    'can cannot could did do does doing done down during each either else ever every few for from further get gets got ' +
    'had has have having he her here hers him his how i if in into is it its itself just let like many may me might ' +
    'more most much must my need needs no nor not now of off on once one only onto or other others our ours out over own ' +
    'per same shall she should so some such than that the their theirs them then there these they this those through to ' +
    'too under until up upon us use used uses using very via want was we were what when where whether which while who ' +
    'whom whose why will with within without would yet you your yours'
  ).split(' '),
);

/** It knows no synonyms: two texts are near where they share words, or parts of them. */
export function createHashingEmbedder(): Embedder {
  return {
    model: MODEL,
    isLexical: true,
    embed: async (texts) => texts.map((text) => hashText(text, INDEX_DIMENSIONS)),
  };
}

/** A vector of length 1, of so many numbers: the fewer, the more words share a place. */
export function hashText(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const [feature, { count, weight }] of countFeatures(text)) {
    const hash = hashFeature(feature);
    const place = hash % dimensions;
    // Half of the features count negative, so that collisions cancel out instead of adding up.
    const sign = hash & 0x8000_0000 ? -1 : 1;
    vector[place] = (vector[place] ?? 0) + sign * weight * Math.sqrt(count);
  }
  const norm = Math.hypot(...vector);
  // A text without words points somewhere: the cosine of a zero vector is not a number.
  return norm === 0 ? vector.fill(1, 0, 1) : vector.map((each) => each / norm);
}

type Features = Map<string, { count: number; readonly weight: number }>;

function countFeatures(text: string): Features {
  const features: Features = new Map();
  const see = (feature: string, weight: number) => {
    const seen = features.get(feature);
    if (seen) seen.count += 1;
    else features.set(feature, { count: 1, weight });
  };
  let before: string | null = null;
  for (const word of readWords(text)) {
    const stem = findStem(word);
    see(stem, WEIGHTS.word);
    if (before !== null) see(`${before} ${stem}`, WEIGHTS.pair);
    before = stem;
    const framed = `<${stem}>`;
    for (const length of PART_LENGTHS) {
      if (length >= framed.length) break;
      for (let at = 0; at + length <= framed.length; at += 1) see(`#${framed.slice(at, at + length)}`, WEIGHTS.part);
    }
  }
  return features;
}

/** Lower case, without accents; `2550Q` and `1601-EQ` stay whole, and so does what stands on either side of a hyphen. */
function readWords(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
  return words
    .flatMap((word) => (word.includes('-') ? [word.replaceAll('-', ''), ...word.split('-')] : [word]))
    .map((word) => word.replace(/['’].*$/, ''))
    .filter((word) => word !== '' && !STOP_WORDS.has(word));
}

/** Cuts English endings, roughly. A word that is cut too short still matches itself. */
function findStem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const stem = word
    .replace(/ies$/, 'y')
    .replace(/([^s])s$/, '$1')
    .replace(/(?<=.{3})(ing|ed|ly|ment|ation|tion|er|e)$/, '');
  return stem.length < 3 ? word : stem;
}

/** FNV-1a, mixed once more: its low bits alone are poor. */
function hashFeature(feature: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
