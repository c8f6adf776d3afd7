/** Finding one's way in a schema of 140,000 tokens: what is found, what is shown, and that it says what the viewer may do. */
import type { Client } from '@modelcontextprotocol/client';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { callTool, openTestMcp, type TestMcp } from '../support/mcp.ts';

let gateway: TestGateway;
let mcp: TestMcp;
let ana: Client;
let service: Client;

beforeAll(async () => {
  gateway = await createTestGateway();
  mcp = await openTestMcp(gateway);
  ana = await mcp.connect('ana');
  service = await mcp.connect('service');
});

afterAll(async () => {
  await mcp[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

const find = async (client: Client, query: string) => (await callTool(client, 'search_schema', { query })).structured;
const foundBy = async (query: string): Promise<string[]> =>
  (await find(ana, query)).found.map(({ coordinate }: { coordinate: string }) => coordinate);

describe('search_schema', () => {
  it.each([
    ['archive a page', 'Mutation.archivePage'],
    ['cancelRun', 'Mutation.cancelRun'],
    ['who may write', 'Query.whoMayWrite'],
    ['employee departments', 'Query.departments'],
  ])('finds by words: %s', async (query, coordinate) => {
    expect(await foundBy(query)).toContain(coordinate);
  });

  it('says of each whether the viewer may have it', async () => {
    const { found, isKeywordOnly } = await find(ana, 'Query.runs newest runs');
    const allowed = Object.fromEntries(found.map((one: { coordinate: string }) => [one.coordinate, one]));
    expect(allowed['Query.runs']).toMatchObject({ allowed: false, description: 'Runs, the newest first.' });
    expect(isKeywordOnly).toBe(true);
    const own = await find(service, 'Query.runs newest runs');
    expect(own.found).toContainEqual(expect.objectContaining({ coordinate: 'Query.runs', allowed: true }));
  });

  it('finds by meaning too, with an embedder, whatever words are used', async () => {
    // Two directions: what has to do with journals, and the rest.
    const embedder = {
      model: 'test',
      isLexical: false,
      embed: async (texts: readonly string[]) => texts.map((text) => (/journal|dosh/i.test(text) ? [1, 0] : [0, 1])),
    };
    await using meaning = await openTestMcp(gateway, { embedder });
    const client = await meaning.connect('ana');
    const { found, isKeywordOnly } = await find(client, 'dosh');
    expect(isKeywordOnly).toBeUndefined();
    expect(`${found[0].coordinate} ${found[0].description}`).toMatch(/journal/i);
  });

  it('goes on by words where the embedder fails', async () => {
    const embed = () => Promise.reject(new Error('no model'));
    await using failing = await openTestMcp(gateway, { embedder: { model: 'test', isLexical: false, embed } });
    const { found, isKeywordOnly } = await find(await failing.connect('ana'), 'archive a page');
    expect([found[0].coordinate, isKeywordOnly]).toEqual(['Mutation.archivePage', true]);
  });

  it.each([[''], ['x'.repeat(401)], [7]])('refuses what is no question: %s', async (query) => {
    const { isError, structured } = await callTool(ana, 'search_schema', { query });
    expect([isError, structured.errors[0].code]).toEqual([true, 'BAD_USER_INPUT']);
  });
});

describe('describe', () => {
  const show = async (client: Client, ...coordinates: string[]) =>
    (await callTool(client, 'describe', { coordinates })).structured;

  it('shows a field with its arguments, and of a mutation what has to go in', async () => {
    const { sdl, may } = await show(ana, 'Query.page', 'Mutation.archivePage');
    expect(sdl).toEqual([
      'type Query{page(id:ID!):Page}',
      'type Mutation{archivePage(input:ArchivePageInput! dryRun:Boolean!=false confirmation:String):ArchivePagePayload}',
      'input ArchivePageInput{pageId:ID! expectedVersion:Int idempotencyKey:String}',
    ]);
    expect(may).toMatchObject([
      {
        coordinate: 'Query.page',
        action: 'READ',
        allowed: true,
        line: expect.stringMatching(/^ssot\/doctrine.yaml:\d+$/),
      },
      { coordinate: 'Mutation.archivePage', action: 'WRITE', allowed: true },
    ]);
  });

  it('says of the same what each viewer may do, and why not', async () => {
    const coordinates = ['Query.runs', 'Mutation.enqueueRun', 'ops.runs'];
    expect((await show(ana, ...coordinates)).may).toMatchObject([
      { allowed: false, code: 'FORBIDDEN' },
      { allowed: false, code: 'BOUNDARY_VIOLATION', reason: expect.stringContaining('ops.runs') },
      { allowed: false, code: 'FORBIDDEN' },
    ]);
    expect((await show(service, ...coordinates)).may).toMatchObject([
      { allowed: true },
      { allowed: true },
      { allowed: true },
    ]);
  });

  it('shows types whole, in a tenth of the tokens that the schema takes for them, and names what they lead to', async () => {
    const { sdl, types } = await show(ana, 'Page', 'BlockType', 'CreatePageInput.title');
    expect(sdl[0]).toMatch(/^type Page\{id:ID! title:String! /);
    expect(sdl[1]).toMatch(/^enum BlockType\{PARAGRAPH /);
    expect(sdl[2]).toBe('input CreatePageInput{title:String!}');
    expect(types).toEqual(expect.arrayContaining(['BlockConnection', 'PageFilter', 'Space']));
    expect(countTokens(sdl.join(' '))).toBeLessThan(1_500);
  });

  it('says which of several names nothing, with the nearest that does, and shows the others', async () => {
    const { sdl, may } = await show(ana, 'Query.pagess', 'Query.page');
    expect(may[0]).toEqual({
      coordinate: 'Query.pagess',
      code: 'BAD_USER_INPUT',
      problem: expect.stringContaining('Query.pages?'),
    });
    expect(sdl).toEqual(['type Query{page(id:ID!):Page}']);
  });

  it('is cut where it is too long, and read on', async () => {
    const coordinates = [
      'Query',
      'Mutation',
      'Move',
      'Partner',
      'Page',
      'SaleOrder',
      'PurchaseOrder',
      'Product',
      'ProductTemplate',
    ];
    const first = await callTool(service, 'describe', {
      coordinates: [...coordinates, 'MoveLine', 'Employee', 'Task', 'Project'],
    });
    expect(countTokens(first.text)).toBeLessThanOrEqual(25_000);
    const all = [...first.structured.sdl];
    let { cursor } = first.structured;
    while (cursor) {
      const { structured } = await callTool(service, 'read_on', { cursor });
      all.push(...structured.sdl);
      cursor = structured.cursor;
    }
    expect(new Set(all.map((one: string) => one.split('{')[0])).size).toBeGreaterThanOrEqual(13);
  });
});
