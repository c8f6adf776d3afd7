/** What the suites that go through every mutation and table have not been told: a sentence each, with the file to edit. */
import type { GraphQLSchema } from 'graphql';
import type { Doctrine } from '../../src/doctrine/load.ts';
import { readDirective } from '../../src/sdl/directives.ts';
import { TABLES } from './attack-direct.ts';
import { NEEDS, untoldNeed } from './matrix-expected.ts';
import { isWorkMutation, untoldInput } from './matrix-fields.ts';
import { createEmptyWorld } from './matrix-world.ts';

/** Arguments that every mutation has, which nobody has to be told of. */
const OF_EVERY_MUTATION = ['dryRun', 'confirmation'];

/** A sentence for each mutation of the schema of which the matrix and the attacks know no input, or not who may send it. */
export function findUntoldMutations(schema: GraphQLSchema): string[] {
  const { inputs } = createEmptyWorld().own;
  return Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field) => {
    const { name, astNode } = field;
    const isWork = isWorkMutation(field);
    const sentences: string[] = [];
    if (field.args.some((one) => !OF_EVERY_MUTATION.includes(one.name)) && !inputs[name])
      sentences.push(untoldInput(name, isWork));
    if (isWork && readDirective(astNode, 'writes')?.by === undefined && !NEEDS[name]) sentences.push(untoldNeed(name));
    return sentences;
  });
}

/** A sentence for each table of the workspace that users read or write by the doctrine and that no attack knows. */
export function findUntoldTables({ readers, writes }: Doctrine): string[] {
  const work = readers.user?.work ?? [];
  const tables = new Set([...(work === 'all' ? [] : work), ...Object.keys(writes.user ?? {})]);
  return [...tables].flatMap((table) => untoldTable(table.replace('work.', '')));
}

/** None, or a sentence: that no attack knows the table. @param name E.g. `pages`. */
export function untoldTable(name: string): string[] {
  if (TABLES.some((known) => known === name)) return [];
  return [`No attack knows work.${name}, which users read or write: add it to KEYS in test/support/attack-direct.ts.`];
}
