/** Search in scripts without spaces, questions with dashes, and how far the index is: as a member asks by the gateway. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayUnindexed } from '../../../src/cli/unindexed.ts';
import { createLog } from '../../../src/log.ts';
import { SEARCH } from '../../support/ask-docs.ts';
import { createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { indexAll } from '../../support/search.ts';
import { mutate } from '../../support/work-mutate.ts';
import { createWorkspace } from '../../support/work-pages.ts';

const PAGES: readonly (readonly [title: string, text: string])[] = [
  ['月次決算手順', '月次決算は毎月五営業日までに締めます。経理部が仕訳を確認し、承認を受けてください。'],
  ['請求書の保管', '電子帳簿保存法により、請求書は七年間保管します。所得税の申告にも使います。'],
  ['出張旅費規程', 'ﾎﾃﾙ代の上限は一泊一万二千円です。'],
  ['月末结算流程', '财务部在月末结算后五个工作日内完成对账。'],
  ['월말결산절차', '경리부는 월말결산을 마친 뒤 다섯 영업일 안에 보고합니다.'],
  [
    'Flags of the report',
    'The -q flag makes the report quiet. The --force option overwrites what is there. Run rm -rf never.',
  ],
  ['Quarters', 'The quarter ends with form 2550Q.'],
  ['Quarter days', 'Twenty-five days after the quarter ends.'],
  ['Frost', 'The cold room is kept at -5 degrees.'],
  ['経費SAP連携v2', '経費はＳＡＰへ送ります。'],
  ['ＡＢＣ会議の記録', '毎週。'],
];

let gateway: TestGateway;
let spaceId: string;

beforeAll(async () => {
  gateway = await createTestGateway({ search: SEARCH });
  await indexAll(gateway, SEARCH.embedder);
  const ana = createWorkspace(gateway, 'ana');
  spaceId = await ana.createSpace();
  for (const [title, text] of PAGES) {
    const pageId = await ana.createPage(title, { spaceId });
    const operations = [{ insert: { type: 'PARAGRAPH', content: { text } } }];
    await mutate(gateway, 'ana', {
      name: 'applyBlockOperations',
      input: { pageId, expectedVersion: 1, operations },
      select: 'version',
    });
  }
});

afterAll(() => gateway[Symbol.asyncDispose]());

interface Found {
  readonly keywordRank: number | null;
  readonly snippet: string;
  readonly page: { readonly title: string };
}

/** What the keyword half finds, the best first. */
async function ask(question: string): Promise<Found[]> {
  const { data, errors } = await gateway.execute(
    `query ($question: String!, $spaceIds: [ID!]) { askDocs(question: $question, spaceIds: $spaceIds, first: 50) {
      passages { keywordRank snippet(highlight: true) page { title } } } }`,
    { as: 'ana', variables: { question, spaceIds: [spaceId] } },
  );
  expect(errors).toBeUndefined();
  const found = (pick(data, 'askDocs.passages') as Found[]).filter(({ keywordRank }) => keywordRank !== null);
  return found.sort((a, b) => Number(a.keywordRank) - Number(b.keywordRank));
}

const titlesOf = async (question: string) => (await ask(question)).map(({ page }) => page.title);

async function type(query: string): Promise<{ titles: string[]; first: unknown }> {
  const { data, errors } = await gateway.execute(
    'query ($query: String!, $spaceIds: [ID!]) { searchPages(query: $query, spaceIds: $spaceIds) { highlighted page { title } } }',
    { as: 'ana', variables: { query, spaceIds: [spaceId] } },
  );
  expect(errors).toBeUndefined();
  const found = data?.searchPages as { highlighted: string; page: { title: string } }[];
  return { titles: found.map(({ page }) => page.title), first: found[0]?.highlighted };
}

async function readIndex() {
  const { data } = await gateway.execute(
    `query ($spaceIds: [ID!]) { askDocs(question: "report", spaceIds: $spaceIds) { index {
      staleChunks lagSeconds pendingPages oldestPendingSeconds } } }`,
    { as: 'ana', variables: { spaceIds: [spaceId] } },
  );
  return pick(data, 'askDocs.index');
}

describe('before the pages are indexed', () => {
  it('the index says how many wait and since when, and the start that nobody indexes', async () => {
    await gateway.owner((client) =>
      client.query("update work.search_index set indexed_at = now() - interval '1 hour'"),
    );
    await gateway.owner((client) =>
      client.query("update work.index_queue set enqueued_at = now() - interval '90 seconds' where space_id = $1", [
        spaceId,
      ]),
    );
    const index = await readIndex();
    expect(index).toMatchObject({ staleChunks: 0, pendingPages: PAGES.length });
    expect(pick(index, 'oldestPendingSeconds')).toBeGreaterThan(89);
    expect(await warnings()).toMatchObject([{ pages: PAGES.length, msg: expect.stringMatching(/tripoint indexer/) }]);
  });

  it('the start is silent while an indexer holds one of them', async () => {
    const claim = (by: string | null) =>
      gateway.owner((client) =>
        client.query(
          `update work.index_queue set claimed_by = $1, claimed_until = case when $1::text is not null then now() + interval '1 minute' end`,
          [by],
        ),
      );
    await claim('an indexer');
    expect(await warnings()).toEqual([]);
    await claim(null);
    expect(await warnings()).toHaveLength(1);
  });
});

async function warnings(): Promise<Record<string, unknown>[]> {
  const { postgres } = gateway.sources;
  if (!postgres) throw new Error('no database');
  const lines: string[] = [];
  await sayUnindexed(
    postgres,
    createLog('warn', (line) => lines.push(line)),
  );
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('once they are', () => {
  beforeAll(async () => {
    await indexAll(gateway, SEARCH.embedder);
  });

  it('none waits, and the start says nothing', async () => {
    expect(await readIndex()).toEqual({ staleChunks: 0, lagSeconds: 0, pendingPages: 0, oldestPendingSeconds: 0 });
    expect(await warnings()).toEqual([]);
  });

  it.each<[string, string]>([
    ['決算', '月次決算手順'],
    ['決算手順', '月次決算手順'],
    ['手順', '月次決算手順'],
    ['仕訳', '月次決算手順'],
    ['税', '請求書の保管'],
    ['保存法', '請求書の保管'],
    ['月次決算はいつまでに締めますか？', '月次決算手順'],
    ['ホテル', '出張旅費規程'],
    ['对账', '月末结算流程'],
    ['结算', '月末结算流程'],
    ['결산', '월말결산절차'],
    ['영업일', '월말결산절차'],
  ])('the words of a question find the middle of a word: %s', async (question, title) => {
    expect((await titlesOf(question))[0]).toBe(title);
  });

  it('finds nothing by signs that do not stand beside each other, and leaves out what is excluded', async () => {
    expect(await titlesOf('算決')).toEqual([]);
    expect(await titlesOf('"決算月次"')).toEqual([]);
    expect(await titlesOf('"次決算"')).toEqual(['月次決算手順']);
    expect(await titlesOf('請求書 -電子帳簿保存法')).toEqual([]);
  });

  it('marks the signs that were asked for', async () => {
    expect((await ask('決算'))[0]?.snippet).toContain('月次<mark>決算</mark>は');
    expect((await ask('電子帳簿保存法'))[0]?.snippet).toContain('<mark>電子帳簿保存法</mark>');
  });

  it.each<[string, string, string]>([
    ['決算', '月次決算手順', '月次<mark>決算</mark>手順'],
    ['算手順', '月次決算手順', '月次決<mark>算手順</mark>'],
    ['順', '月次決算手順', '月次決算手<mark>順</mark>'],
    ['旅費', '出張旅費規程', '出張<mark>旅費</mark>規程'],
    ['结算', '月末结算流程', '月末<mark>结算</mark>流程'],
    ['결산', '월말결산절차', '월말<mark>결산</mark>절차'],
    ['請求', '請求書の保管', '<mark>請求</mark>書の保管'],
    ['SAP', '経費SAP連携v2', '経費<mark>SAP</mark>連携v2'],
    ['sap連携', '経費SAP連携v2', '経費<mark>SAP連携</mark>v2'],
    ['v2', '経費SAP連携v2', '経費SAP連携<mark>v2</mark>'],
    ['abc会議', 'ＡＢＣ会議の記録', 'ＡＢＣ<mark>会議</mark>の記録'],
  ])('the switcher finds the middle of a title: %s', async (query, title, highlighted) => {
    const { titles, first } = await type(query);
    expect(titles[0]).toBe(title);
    expect(first).toBe(highlighted);
  });

  it.each<[string, string]>([
    ['What does the -q flag do?', 'Flags of the report'],
    ['what is -q', 'Flags of the report'],
    ['report -q', 'Flags of the report'],
    ['how do I use --force', 'Flags of the report'],
    ['rm -rf', 'Flags of the report'],
    ['Is the cold room kept at -5 degrees?', 'Frost'],
    ['When does the -quarter end?', 'Quarters'],
    ['Tell me about the -force option', 'Flags of the report'],
    ['Please explain -force', 'Flags of the report'],
    ['I wonder what -force does', 'Flags of the report'],
  ])('a dash in a question excludes nothing: %s', async (question, title) => {
    expect(await titlesOf(question)).toContain(title);
  });

  it('a dash before a word that stands in a list of words excludes it', async () => {
    expect(await titlesOf('quarter -form')).toEqual(['Quarter days']);
    expect(await titlesOf('quarter -"form 2550Q"')).toEqual(['Quarter days']);
  });
});
