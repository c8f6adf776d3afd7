/** Slips in the SDL: where each stands, and the error that names them all. */

import { type ASTNode, GraphQLError, type GraphQLSchema, getLocation, isEnumType, isObjectType } from 'graphql';
import { ToldError } from '../told-error.ts';

/** What is wrong, and where: `schema/odoo/partner.graphql:3:5`; null for what no file says. */
export interface SdlProblem {
  readonly at: string | null;
  readonly problem: string;
}

/** The SDL cannot be used as its files have it: its message is for who writes them, a line for each slip. */
export class SdlError extends ToldError {
  override readonly name = 'SdlError';
  readonly problems: readonly SdlProblem[];

  constructor(header: string, problems: readonly SdlProblem[]) {
    const lines = problems.map(({ at, problem }) => (at === null ? `- ${problem}` : `${at}: ${problem}`));
    super([header, ...lines].join('\n'));
    this.problems = problems;
  }
}

/** What graphql-js finds in the text, or in the definitions together. */
export function toProblem({ message, source, locations, nodes }: GraphQLError): SdlProblem {
  // What is derived stands in no file. The definition in a file that it collides with is then at fault.
  const [place = null, ...others] = nodes?.flatMap((node) => placeOf(node) ?? []) ?? [];
  const [first] = locations ?? [];
  const at = source && first ? `${source.name}:${first.line}:${first.column}` : null;
  return { at: place ?? at, problem: [message, ...others.map((other) => `See ${other} too.`)].join(' ') };
}

/** Each sentence with the place of the type, field or value that it begins with, e.g. `Partner.vat: …`. */
export function locateProblems(schema: GraphQLSchema, problems: readonly string[]): SdlProblem[] {
  return problems.map((problem) => {
    const [, type = '', field] = /^(\w+)(?:\.(\w+))?/.exec(problem) ?? [];
    return { at: placeOf(findNode(schema, type, field)), problem };
  });
}

function findNode(schema: GraphQLSchema, name: string, field: string | undefined): ASTNode | null | undefined {
  const type = schema.getType(name);
  if (field === undefined) return type?.astNode;
  if (isObjectType(type)) return type.getFields()[field]?.astNode;
  return isEnumType(type) ? type.getValue(field)?.astNode : null;
}

function placeOf(node: ASTNode | null | undefined): string | null {
  if (!node?.loc) return null;
  // The place of the name: a description may stand before it.
  const { source, start } = ('name' in node && node.name?.loc) || node.loc;
  const { line, column } = getLocation(source, start);
  return `${source.name}:${line}:${column}`;
}

/** Runs what may throw a GraphQLError about the SDL. @throws SdlError in its place. */
export function asSdlError<T>(header: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof GraphQLError ? new SdlError(header, [toProblem(error)]) : error;
  }
}
