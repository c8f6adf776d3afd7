/** Links and their contracts: each crossing has a file in `docs/contracts/` and a line in its index, and both are true. */
import type { GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import type { Surface } from '../errors.ts';
import type { Catalog, LinkField, StoredType } from '../plan/catalog.ts';
import type { Finding } from './finding.ts';
import { found } from './schema-rules.ts';
import type { Tree } from './tree.ts';

const FOLDER = 'docs/contracts';
const INDEX = `${FOLDER}/PLATFORM_CONTRACTS_INDEX.md`;
/** Files of the folder that are no contract. */
const ASIDE = [INDEX, `${FOLDER}/README.md`];
const ROW = /^\| \[`(\w+)`\]\((\w+)_CONTRACT\.md\) \| `(\w+\.\w+)` \| `(\w+)` → `(\w+)` \|/;

interface Row {
  readonly contract: string;
  readonly link: string;
  readonly direction: string;
  readonly line: number;
}

/** Each link without its contract, and each contract without its link. */
export function checkContracts(tree: Tree, schema: GraphQLSchema, catalog: Catalog): Finding[] {
  const rows = readIndex(tree);
  const links = [...catalog.values()].flatMap((type) =>
    [...type.fields.values()].flatMap((field) =>
      field.kind === 'link' ? [{ type, field, to: catalog.get(field.target)?.surface }] : [],
    ),
  );
  const records = [...catalog.values()].flatMap((type) =>
    [...type.odooRecords].map(([name, { contract }]) => ({ type, field: { name, contract }, to: 'odoo' as const })),
  );
  const crossings: readonly Link[] = [...links, ...records];
  return [
    ...crossings.flatMap((link) => checkLink(tree, schema, { ...link, rows })),
    ...rows.flatMap((row) => checkRow(row, crossings)),
    ...checkFiles(tree, rows),
  ];
}

interface Link {
  readonly type: StoredType;
  readonly field: Pick<LinkField, 'name' | 'contract'>;
  /** Whose the other end is. */
  readonly to: Surface | undefined;
}

function checkLink(
  tree: Tree,
  schema: GraphQLSchema,
  { type, field, to, rows }: Link & { readonly rows: readonly Row[] },
): Finding[] {
  const object = schema.getType(type.name);
  const definition = isObjectType(object) ? object.getFields()[field.name] : undefined;
  const link = `${type.name}.${field.name}`;
  const say = (message: string) => [found('unregistered-contract', message, definition ?? {})];
  if (!tree.has(pathOf(field.contract)))
    return say(`${link} falls under ${field.contract}, which has no file: write ${pathOf(field.contract)}`);
  const row = rows.find((each) => each.contract === field.contract && each.link === link);
  if (!row) return say(`${link} is not in ${INDEX}: add its line under ${field.contract}`);
  const direction = `${type.surface} → ${to}`;
  return row.direction === direction ? [] : say(`${link} leads ${direction}, and ${INDEX} says ${row.direction}`);
}

/** One link, one line; a link that is gone leaves no line behind. */
function checkRow({ contract, link, line }: Row, links: readonly Link[]): Finding[] {
  const isThere = links.some(({ type, field }) => `${type.name}.${field.name}` === link && field.contract === contract);
  const message = `${contract} is for ${link}, which is no link of the schema under it`;
  return isThere ? [] : [{ rule: 'schema/stale-contract', message, file: INDEX, line }];
}

function checkFiles(tree: Tree, rows: readonly Row[]): Finding[] {
  const contracts = new Set(rows.map(({ contract }) => contract));
  return tree
    .list(FOLDER, '.md')
    .filter((path) => !ASIDE.includes(path) && !contracts.has(nameOf(path)))
    .map((file) => ({
      rule: 'schema/stale-contract',
      message: `${nameOf(file)} is a contract of no link: remove it`,
      file,
    }));
}

function readIndex(tree: Tree): Row[] {
  if (!tree.has(INDEX)) return [];
  return tree
    .read(INDEX)
    .split('\n')
    .flatMap((text, index): Row[] => {
      const [, contract, , link, from, to] = ROW.exec(text) ?? [];
      return contract && link ? [{ contract, link, direction: `${from} → ${to}`, line: index + 1 }] : [];
    });
}

/** `PAGE_MOVE` → `docs/contracts/PAGE_MOVE_CONTRACT.md`. */
function pathOf(contract: string): string {
  return `${FOLDER}/${contract}_CONTRACT.md`;
}

function nameOf(path: string): string {
  return path.slice(FOLDER.length + 1).replace(/_CONTRACT\.md$/, '');
}
