/** Makes the manifest of trusted operations from the folder that holds them. */
import { join } from 'node:path';
import { type DocumentNode, type GraphQLSchema, specifiedRules, validate } from 'graphql';
import { exactNumbersRule } from '../execution/exact-numbers-rule.ts';
import { readFollows } from '../plan/follows.ts';
import { readCatalog } from '../plan/read-catalog.ts';
import { type ClientOperation, readClientManifests } from './client-manifests.ts';
import { createReadEffects } from './effects.ts';
import { essenceOf, formsOf, normalise } from './ids.ts';
import type { Manifest, TrustedOperation } from './manifest.ts';
import { type OperationText, readFolders, readOperationFiles } from './operation-files.ts';
import { resultSchema } from './result-schema.ts';
import { variablesSchema } from './variables-schema.ts';

/** An operation of a consumer, and what it is called. */
interface Given extends OperationText {
  readonly consumer: string;
  readonly ids: readonly string[];
  /** Texts of ids that its own text does not give. */
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * The operations of all consumers' folders, and those of their clients' manifests.
 *
 * @param schema With its directives.
 * @throws Error that names each operation which the schema does not allow, or which is there twice.
 */
export function buildManifest(folder: string, schema: GraphQLSchema): Manifest {
  const given = readFolders(folder).flatMap((consumer) => readGiven(folder, consumer));
  const problems = [...findDoubles(given), ...findAmbiguous(given), ...findInvalid(schema, given)];
  if (problems.length > 0) throw new Error(`The operations cannot be trusted:\n${problems.join('\n')}`);
  const catalog = readCatalog(schema);
  const readEffects = createReadEffects({ schema, catalog, follows: readFollows(schema, catalog) });
  const operations = given.map(
    ({ consumer, name, text, document, operation, ids, texts }): TrustedOperation => ({
      consumer,
      name,
      kind: operation.operation,
      description: operation.description?.value ?? commentBefore(text, operation.loc?.start ?? 0),
      document: text,
      ids,
      ...(Object.keys(texts).length > 0 && { texts }),
      variables: variablesSchema(schema, operation),
      result: resultSchema(schema, document, operation),
      ...readEffects(document, operation),
    }),
  );
  return { version: 1, operations };
}

/** By name; an operation that a client's manifest has too is one, with that name added. */
function readGiven(folder: string, consumer: string): Given[] {
  const own = join(folder, consumer);
  const given = readOperationFiles(own).map((one): Given => {
    return { ...one, consumer, ids: [...formsOf(one.text).keys()], texts: {} };
  });
  for (const one of readClientManifests(own)) {
    const at = given.findIndex(({ name, document }) => name === one.name && isAlike(document, one.document));
    const known = given[at];
    if (known) given[at] = withClientOperation(known, one);
    else given.push(withClientOperation({ ...one, consumer, ids: [...formsOf(one.text).keys()], texts: {} }, one));
  }
  return given.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isAlike(one: DocumentNode, other: DocumentNode): boolean {
  return essenceOf(one) === essenceOf(other);
}

/** The answer to an id is that to its own text. */
function withClientOperation(known: Given, { id, text }: ClientOperation): Given {
  const forms = formsOf(known.text);
  const strange = [...formsOf(text), [id, text] as const].filter(([each, form]) => forms.get(each) !== form);
  const isOwn = normalise(text) === normalise(known.text);
  const ids = [...new Set([...known.ids, ...strange.map(([each]) => each)])];
  return { ...known, ids, texts: isOwn ? known.texts : { ...known.texts, ...Object.fromEntries(strange) } };
}

function findDoubles(given: readonly Given[]): string[] {
  return given.flatMap(({ consumer, name }, index) => {
    const isFirst = given.findIndex((one) => one.consumer === consumer && one.name === name) === index;
    return isFirst ? [] : [`${consumer} has two operations ${name}, which differ: give one of them another name`];
  });
}

/** A name that a client's tool gave by counting, such as `1`, may stand for another operation with another client. */
function findAmbiguous(given: readonly Given[]): string[] {
  const known = new Map<string, string>();
  return given.flatMap(({ consumer, name, text, ids, texts }) => {
    const forms = formsOf(text);
    return ids.flatMap((id) => {
      const meant = texts[id] ?? forms.get(id) ?? text;
      const other = known.get(id) ?? meant;
      known.set(id, other);
      return other === meant ? [] : [`${consumer}/${name} has the id ${id}, which stands for another operation too`];
    });
  });
}

function findInvalid(schema: GraphQLSchema, given: readonly Given[]): string[] {
  const rules = [...specifiedRules, exactNumbersRule];
  return given.flatMap(({ consumer, name, document }) =>
    validate(schema, document, rules).map(({ message }) => `${consumer}/${name}: ${message}`),
  );
}

/** The lines of `#` right before a place in the text; null where there are none. */
function commentBefore(text: string, start: number): string | null {
  const lines = text.slice(0, start).trimEnd().split('\n').reverse();
  const end = lines.findIndex((line) => !line.trim().startsWith('#'));
  const comment = lines
    .slice(0, end < 0 ? lines.length : end)
    .reverse()
    .map((line) => line.trim().replace(/^#+ ?/, ''));
  return comment.join(' ').trim() || null;
}
