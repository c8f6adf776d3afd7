/** A static embedding model of a few words, as Model2Vec writes one. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface StaticModelOptions {
  readonly dtype?: 'F32' | 'F16';
  /** One a word. */
  readonly weights?: readonly number[];
  /** Row of each word. */
  readonly mapping?: readonly number[];
}

/** Writes `tokenizer.json`, `model.safetensors` and `config.json`; words are what BERT's tokenizer makes of them. */
export async function writeStaticModel(
  folder: string,
  words: Readonly<Record<string, readonly number[]>>,
  { dtype = 'F32', weights, mapping }: StaticModelOptions = {},
): Promise<void> {
  const names = Object.keys(words);
  const rows = [...Object.values(words), Object.values(words)[0]?.map(() => 1) ?? []];
  const columns = rows[0]?.length ?? 0;
  const vectors = rows.flat();
  // The unknown token comes last, and would count if it were not left out.
  const unknown = names.length;
  const tensors: [string, string, number[], Buffer][] = [
    ['embeddings', dtype, [rows.length, columns], dtype === 'F32' ? singles(vectors) : halves(vectors)],
  ];
  if (weights) tensors.push(['weights', 'F32', [rows.length], singles([...weights, 1])]);
  if (mapping) {
    const bytes = Buffer.from(BigInt64Array.from([...mapping, unknown], BigInt).buffer);
    tensors.push(['mapping', 'I64', [rows.length], bytes]);
  }
  await writeFile(join(folder, 'model.safetensors'), safetensors(tensors));
  await writeFile(join(folder, 'config.json'), JSON.stringify({ model_type: 'model2vec', normalize: true }));
  await writeFile(join(folder, 'tokenizer.json'), JSON.stringify(tokenizer(names, unknown)));
}

function safetensors(tensors: readonly (readonly [string, string, readonly number[], Buffer])[]): Buffer {
  let offset = 0;
  const entries = tensors.map(([name, dtype, shape, bytes]) => {
    const entry = { dtype, shape, data_offsets: [offset, offset + bytes.length] };
    offset += bytes.length;
    return [name, entry] as const;
  });
  const header = Buffer.from(JSON.stringify({ __metadata__: { format: 'pt' }, ...Object.fromEntries(entries) }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, ...tensors.map(([, , , bytes]) => bytes)]);
}

const singles = (numbers: readonly number[]) => Buffer.from(Float32Array.from(numbers).buffer);

/** Knows 0, 1 and a few others, which is all that tests need. */
const HALVES: Readonly<Record<number, number>> = { 0: 0x0000, 1: 0x3c00, [-1]: 0xbc00, 0.5: 0x3800 };
const halves = (numbers: readonly number[]) =>
  Buffer.from(Uint16Array.from(numbers, (each) => HALVES[each] as number).buffer);

function tokenizer(names: readonly string[], unknown: number) {
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [],
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: null,
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: { ...Object.fromEntries(names.map((name, index) => [name, index])), '[UNK]': unknown },
    },
  };
}
