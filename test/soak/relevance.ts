/** How well search finds what the judged set asks for, with every embedder that can be had here: a table. */
import { createLog } from '../../src/log.ts';
import { packagePaths } from '../../src/paths.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { createPostgresPool } from '../../src/postgres/pool.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { createEmbedder } from '../../src/work/search/create-embedder.ts';
import type { Embedder } from '../../src/work/search/embedder.ts';
import { createHashingEmbedder } from '../../src/work/search/hashing-embedder.ts';
import { createSentenceEncoder } from '../../src/work/search/sentence-encoder.ts';
import { PARTS, readPassages, readQuestions } from '../support/judged.ts';
import { fillJudgedSpace, measureJudgedSpace, WAYS } from '../support/judged-space.ts';
import { indexAll } from '../support/search.ts';
import { databaseUrl, stackVariable } from '../support/stack.ts';
import type { Soak } from './soak.ts';

/** Every embedder indexes the set anew, in a database of its own. */
export const soak: Soak = async (report, _seed, { small }) => {
  for (const part of PARTS)
    report(`${part}: ${readPassages(part).length} passages, ${readQuestions(part).length} questions`);
  report('nDCG@10 and recall@10 of each way');
  report(`| embedder | part | ${WAYS.join(' | ')} | index, ms | query, ms |`);
  report(`|---|---|${WAYS.map(() => '---|').join('')}---|---|`);
  // The lexical one first: it is quick.
  const embedders = [createHashingEmbedder(), createEmbedder({ kind: 'built-in' }), ...readEncoder(), ...readLocal()];
  for (const embedder of small ? embedders.slice(0, 1) : embedders) {
    for (const line of await measure(embedder)) report(line);
    await embedder.close?.();
  }

  async function measure(embedder: Embedder): Promise<string[]> {
    return withDatabase(async (postgres, owner) => {
      for (const part of PARTS) await withOwner(owner, (client) => fillJudgedSpace(client, part));
      const before = performance.now();
      await indexAll({ sources: { odoo: null, postgres } }, embedder);
      const indexed = performance.now();
      const name = `${embedder.model}${embedder.isLexical ? ' (lexical)' : ''}`;
      const lines: string[] = [];
      for (const part of PARTS) {
        const from = performance.now();
        const measured = await measureJudgedSpace(postgres, embedder, part);
        const asked = (performance.now() - from) / (readQuestions(part).length * WAYS.length);
        const cells = WAYS.map((way) => `${measured[way].ndcg.toFixed(3)} / ${measured[way].recall.toFixed(3)}`);
        lines.push(
          `| ${name} | ${part} | ${cells.join(' | ')} | ${(indexed - before).toFixed(0)} | ${asked.toFixed(1)} |`,
        );
      }
      return lines;
    });
  }
};

/** Without the words beside it, to see what either half is worth. */
function readEncoder(): Embedder[] {
  const encoder = createSentenceEncoder();
  if (!encoder) return [];
  const { encode, close } = encoder;
  return [
    {
      model: 'universal-sentence-encoder-lite',
      isLexical: false,
      embed: (texts, { signal }) => encode(texts, signal),
      close,
    },
  ];
}

/** Where LOCAL_EMBEDDING_MODEL points at one. */
function readLocal(): Embedder[] {
  try {
    return [createEmbedder({ kind: 'local', folder: stackVariable('LOCAL_EMBEDDING_MODEL') })];
  } catch {
    return [];
  }
}

async function withDatabase<T>(work: (postgres: PostgresSource, owner: string) => Promise<T>): Promise<T> {
  const name = `tripoint_relevance_${process.pid}`;
  const server = stackVariable('MIGRATIONS_DATABASE_URL');
  const owner = databaseUrl('MIGRATIONS_DATABASE_URL', name);
  await withOwner(server, (client) => client.script(`create database ${name}`));
  const log = createLog('silent', () => {});
  const postgres = createPostgresPool({ databaseUrl: databaseUrl('DATABASE_URL', name), poolSize: 4 }, log);
  try {
    await withOwner(owner, (client) => migrate(client, packagePaths().migrations));
    return await work(postgres, owner);
  } finally {
    await postgres.close();
    await withOwner(server, (client) => client.script(`drop database if exists ${name} with (force)`));
  }
}
