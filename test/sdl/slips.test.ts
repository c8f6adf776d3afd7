/** Slips in the SDL are told with file, line and column, and no file is waited for that a shell has just made. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { createGatewaySchema } from '../../src/schema.ts';
import { readSdl, readSdlFiles } from '../../src/sdl/load.ts';
import { SdlError } from '../../src/sdl/problem.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tripoint-sdl-'));
  cpSync(packagePaths().schema, folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a start says of the SDL with one file more. */
function slipOf(text: string): string {
  writeFileSync(join(folder, 'odoo', 'x.graphql'), text);
  try {
    createGatewaySchema(readSdl(folder), loadDoctrine(packagePaths()));
  } catch (error) {
    // The command line prints the message of this one alone, and a stack for what it does not know.
    expect(error).toBeInstanceOf(SdlError);
    return (error as SdlError).message;
  }
  return '';
}

const tag = (fields: string, directive = '@odoo(model: "res.partner.category")') =>
  `"A tag." type Tag ${directive} {\n  "Key." id: ID!\n  ${fields}\n}`;

describe('a slip in the SDL is told with its place', () => {
  it.each([
    ['a missing colon', tag('name String'), '3:8: Syntax Error: Expected ":", found Name "String"'],
    ['a file that ends too early', '"A tag." type Tag {', '1:20: Syntax Error: Expected Name, found <EOF>'],
    ['a type that there is not', tag('"N." name: Strng'), '3:14: Unknown type "Strng"'],
    ['a directive that there is not', tag('"N." name: String @form(field: "x")'), '3:22: Unknown directive "@form"'],
    ['an argument that there is not', tag('"N." name: String @from(feld: "x")'), '3:27: Unknown argument "feld"'],
    ['an argument that is left out', tag('"N." name: String @from'), '3:22: Directive "@from" argument "field"'],
    ['an argument of another kind', tag('"N." name: String', '@odoo(model: 3)'), '1:32: Argument "model" has invalid'],
    ['a field that stands twice', tag('"N." id: Int'), '2:10: Field "Tag.id" can only be defined once'],
    ['a type without a key', '"T." type Tag @odoo(model: "x.y") { "N." name: String }', '1:11: Tag has no field "id"'],
    ['a relation without a join', tag('"P." partner: Partner'), '3:8: Tag.partner is an object and has neither'],
    [
      'a join to another surface',
      tag('"R." run: Run @join(column: "run_id")'),
      '3:8: Tag.run: @join leaves odoo for ops',
    ],
    ['an order by what is not shown', tag('', '@odoo(model: "x.y", order: "zip")'), '1:15: Tag: no field shows zip'],
    ['a model that nobody owns', tag('"N." name: String'), '1:15: Tag lives on odoo in res.partner.category, which no'],
    [
      'a mutation without code',
      'extend type Mutation { "M." move: Boolean @writes(to: ["work.pages"]) }',
      '1:29: Mutation.move has no code',
    ],
  ])('%s', (_what, text, slip) => {
    expect(slipOf(text)).toContain(`\nschema/odoo/x.graphql:${slip}`);
  });

  it('of a type that stands twice, with both', () => {
    const slip = slipOf('"A partner." type Partner @odoo(model: "res.partner") { "Key." id: ID! }');
    expect(slip).toMatch(
      /^schema\/odoo\/partner\.graphql:\d+:6: .*"Partner".* See schema\/odoo\/x\.graphql:1:19 too\.$/m,
    );
  });
});

it.each(['', '\n', '# to come\n'])('an SDL file of %j has nothing to say yet', (text) => {
  expect(slipOf(text)).toBe('');
});

it('what is half written stops nobody who asks for the other files', () => {
  writeFileSync(join(folder, 'odoo', 'x.graphql'), '"A tag." type Tag @odoo(');
  const { document, problems } = readSdlFiles(folder);
  expect(problems).toMatchObject([{ at: expect.stringContaining('schema/odoo/x.graphql:1:') }]);
  expect(document.definitions.length).toBeGreaterThan(100);
});

it('each type with an id is stored by it, or says here why it names no other record', () => {
  const { schema, catalog } = createGatewaySchema(readSdl(packagePaths().schema), loadDoctrine(packagePaths()));
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const unstored = types.filter((type) => 'id' in type.getFields() && !catalog.has(type.name)).map(({ name }) => name);
  expect(unstored.sort()).toEqual([
    'CreatedBlock', // A block, as the one who made it named it.
    'OdooRecord', // A record of any model, as a cell or block names it.
    'PageTreeNode', // A page: the same in every tree.
    'TypedRow', // A row of a database.
    'Viewer', // The one who asks.
  ]);
  const sources = [...catalog.values()]
    .filter(({ isNode }) => isNode)
    .map(({ source, having }) => `${source} ${having}`);
  expect(new Set(sources).size).toBe(sources.length);
  // Views, whose rows have no key of their own, and what only a subscription shows.
  expect(
    [...catalog.values()]
      .filter(({ isNode }) => !isNode)
      .map(({ name }) => name)
      .sort(),
  ).toEqual([
    'Breadcrumb',
    'BuildDigests',
    'OdooCell',
    'OdooChange',
    'OdooDrift',
    'PersonCell',
    'ProjectRunStats',
    'RunStat',
    'RunUsage',
  ]);
  for (const { surface, name, fields } of catalog.values())
    if (surface === 'odoo')
      expect([name, [...fields.keys()]]).toEqual([
        name,
        expect.arrayContaining(['displayName', 'writeDate', 'nodeId']),
      ]);
});
