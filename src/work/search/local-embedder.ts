/** A static embedding model in a folder: each token has a vector, and a text the mean of its tokens'. No network, no runtime. */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { givenUp } from '../../abort.ts';
import { GatewayError } from '../../errors.ts';
import { type Embedder, INDEX_DIMENSIONS } from './embedder.ts';
import { readTensors, type Tensor } from './safetensors.ts';

/** Tokens that count; what comes after is not read, as in the Python package. */
const MAX_TOKENS = 512;
/** Texts between two looks at whether somebody still waits. */
const BREATH = 64;

interface StaticModel {
  /** Without what the model does not know. */
  readonly tokenize: (text: string) => readonly number[];
  /** A row a token, or fewer rows, which `mapping` shares out. */
  readonly embeddings: Tensor;
  readonly weights: Tensor | null;
  readonly mapping: Tensor | null;
  readonly isNormalized: boolean;
}

/**
 * A Model2Vec model, or another `StaticEmbedding` of Sentence Transformers.
 *
 * @param folder Has `tokenizer.json`, `model.safetensors` and, where the model came with one, `config.json`.
 *   It is read whole at the first text; before, only as far as its name needs.
 * @returns Named after the folder and what is in it: another model in the same folder is another model.
 * @throws GatewayError `NOT_CONFIGURED` where the folder has no such model.
 * @see https://github.com/MinishLab/model2vec
 */
export function createLocalEmbedder(folder: string): Embedder {
  const model = nameModel(folder);
  let loading: Promise<StaticModel> | undefined;
  return {
    model,
    isLexical: false,
    atOnce: 1,
    embed: async (texts, { signal }) => {
      if (texts.length === 0) return [];
      loading ??= loadModel(folder).catch(refuse(folder));
      const loaded = await loading;
      const vectors: (readonly number[])[] = [];
      for (const [index, text] of texts.entries()) {
        if (index % BREATH === BREATH - 1) await new Promise(setImmediate);
        if (signal?.aborted) throw givenUp(signal.reason, 'work');
        vectors.push(embedText(loaded, text));
      }
      return vectors;
    },
  };
}

/** Bytes at either end of the vectors that name the model. */
const SAMPLE_BYTES = 65_536;

function nameModel(folder: string): string {
  try {
    const file = openSync(join(folder, 'model.safetensors'), 'r');
    try {
      const { size } = fstatSync(file);
      const hash = createHash('sha256').update(String(size));
      for (const from of [0, Math.max(0, size - SAMPLE_BYTES)]) {
        const bytes = Buffer.alloc(Math.min(SAMPLE_BYTES, size));
        readSync(file, bytes, 0, bytes.length, from);
        hash.update(bytes);
      }
      return `${basename(resolve(folder))}@${hash.digest('hex').slice(0, 12)}`;
    } finally {
      closeSync(file);
    }
  } catch (thrown) {
    return refuse(folder)(thrown);
  }
}

/** The folder's path is the operator's, so it goes into the cause, for the log. */
function refuse(folder: string) {
  return (thrown: unknown): never => {
    const cause = { folder, message: thrown instanceof Error ? thrown.message : String(thrown) };
    throw new GatewayError('NOT_CONFIGURED', 'LOCAL_EMBEDDING_MODEL is not the folder of a static embedding model', {
      surface: 'work',
      cause,
    });
  };
}

async function loadModel(folder: string): Promise<StaticModel> {
  const tensors = await readTensors(join(folder, 'model.safetensors'));
  const embeddings = tensors.get('embeddings') ?? tensors.get('embedding.weight');
  if (!embeddings) throw new TypeError('model.safetensors has neither `embeddings` nor `embedding.weight`');
  if (embeddings.columns > INDEX_DIMENSIONS) throw new TypeError(`vectors of ${embeddings.columns} numbers`);
  const config = await readFile(join(folder, 'config.json'), 'utf8').then(JSON.parse, () => ({}));
  return {
    tokenize: await loadTokenizer(folder),
    embeddings,
    weights: tensors.get('weights') ?? null,
    mapping: tensors.get('mapping') ?? null,
    // The cosine is the same; but vectors of length 1 are what others of the index are.
    isNormalized: (config as { normalize?: boolean }).normalize !== false,
  };
}

async function loadTokenizer(folder: string): Promise<StaticModel['tokenize']> {
  const { Tokenizer } = await import('@huggingface/tokenizers');
  const json = JSON.parse(await readFile(join(folder, 'tokenizer.json'), 'utf8')) as {
    readonly model?: { readonly unk_token?: string | null; readonly unk_id?: number | null };
  };
  const tokenizer = new Tokenizer(json, {});
  const { unk_token: unknown, unk_id: unknownId } = json.model ?? {};
  const unknownToken = unknownId ?? (unknown ? tokenizer.token_to_id(unknown) : undefined);
  return (text) =>
    tokenizer
      .encode(text, { add_special_tokens: false })
      .ids.filter((id: number) => id !== unknownToken)
      .slice(0, MAX_TOKENS);
}

function embedText({ tokenize, embeddings, weights, mapping, isNormalized }: StaticModel, text: string): number[] {
  const { columns, values } = embeddings;
  const sum = new Float64Array(columns);
  const tokens = tokenize(text);
  for (const token of tokens) {
    const from = Number(mapping ? mapping.values[token] : token) * columns;
    const weight = Number(weights ? weights.values[token] : 1);
    for (let at = 0; at < columns; at += 1) sum[at] = (sum[at] ?? 0) + weight * (values[from + at] ?? 0);
  }
  const divisor = isNormalized ? Math.hypot(...sum) : tokens.length;
  // A text of unknown words gets some direction: the cosine of a zero vector is not a number.
  if (!sum.some((each) => each !== 0)) sum[0] = 1;
  return Array.from(sum, (each) => each / (divisor || 1));
}
