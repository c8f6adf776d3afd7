/** The SQL functions that mutations call, in code and by `@writes`: the two must agree. */
import type { GraphQLSchema } from 'graphql';
import { readDirective, readListArgument } from '../sdl/directives.ts';
import { locateProblems, SdlError } from '../sdl/problem.ts';

/** @throws SdlError that names each mutation whose code calls other functions than its `@writes` names. */
export function checkCalls(
  schema: GraphQLSchema,
  mutations: Readonly<Record<string, { readonly calls: readonly string[] }>>,
): void {
  const problems = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, astNode }) => {
    const called = mutations[name]?.calls;
    const by = readDirective(astNode, 'writes')?.by;
    const named = by === undefined ? (readListArgument(astNode, 'writes', 'calls') ?? []) : [by];
    if (called === undefined || [...called].sort().join() === [...named].sort().join()) return [];
    return [`Mutation.${name} calls ${called.join(', ')} in code, and ${named.join(', ') || 'nothing'} by @writes`];
  });
  if (problems.length > 0)
    throw new SdlError('The schema and the code do not agree:', locateProblems(schema, problems));
}
