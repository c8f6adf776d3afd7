/** A mutation or table that is new: whoever adds it is told in a sentence which file of the tests to edit. */
import { extendSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { readOwnSdl } from '../support/own-sdl.ts';
import { findUntoldMutations, findUntoldTables } from '../support/untold.ts';

const doctrine = loadDoctrine(packagePaths());
const { schema } = readOwnSdl();
/** What is untold of this mutation, once the schema has it. */
const untoldOf = (name: string, sdl: string) =>
  findUntoldMutations(extendSchema(schema, parse(`extend type Mutation { ${name}${sdl} }`))).filter((sentence) =>
    sentence.includes(`Mutation.${name}:`),
  );

it('leaves no mutation and no table of the present ones untold', () => {
  expect(findUntoldMutations(schema)).toEqual([]);
  expect(findUntoldTables(doctrine)).toEqual([]);
});

it('names both files for a mutation of the workspace', () => {
  const untold = untoldOf('pinPage', '(id: ID!): Page @writes(to: ["work.pages"], calls: ["work.pin_page"])');
  expect(untold).toEqual([
    'Nothing is known to give to Mutation.pinPage: add one acceptable input of it to inputsOf in test/support/attack-inputs.ts.',
    'Nothing is known of who may send Mutation.pinPage: add it to NEEDS in test/support/matrix-expected.ts.',
  ]);
});

it('names the one file for a mutation of the ledger', () => {
  const untold = untoldOf('noteRun', '(id: ID!): Run @writes(to: ["ops.runs"], by: "ops.note_run")');
  expect(untold).toEqual([
    'Nothing is known to give to Mutation.noteRun: add one acceptable input of it to ledgerInputsOf in test/support/matrix-ledger.ts.',
  ]);
});

it('names the file for a table that users read', () => {
  const user = { ...doctrine.readers.user, work: ['work.pages', 'work.pins'] };
  expect(findUntoldTables({ ...doctrine, readers: { ...doctrine.readers, user } })).toContain(
    'No attack knows work.pins, which users read or write: add it to KEYS in test/support/attack-direct.ts.',
  );
});
