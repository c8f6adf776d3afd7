/** The document of the files → an executable schema with all that is derived. */
import { type IExecutableSchemaDefinition, makeExecutableSchema } from '@graphql-tools/schema';
import {
  type ASTNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getDirectiveValues,
  Kind,
  validateSchema,
  visit,
} from 'graphql';
import { validateSDL } from 'graphql/validation/validate.js';
import { deriveTypes } from './derive.ts';
import { readEntities, withoutFederation } from './federation.ts';
import { asSdlError, SdlError, toProblem } from './problem.ts';

const INVALID = 'The SDL is not valid:';

/** @throws SdlError naming each slip with its file, line and column. */
export function buildSchema(
  document: DocumentNode,
  resolvers: IExecutableSchemaDefinition['resolvers'] = {},
): GraphQLSchema {
  const typeDefs = withoutFederation(asSdlError(INVALID, () => deriveTypes(document)));
  refuse(validateSDL(typeDefs));
  const schema = asSdlError(INVALID, () => makeExecutableSchema({ typeDefs, resolvers }));
  refuse(validateSchema(schema));
  asSdlError(INVALID, () => readDirectiveValues(schema, document));
  readEntities(document);
  return schema;
}

function refuse(errors: readonly GraphQLError[]): void {
  if (errors.length > 0) throw new SdlError(INVALID, errors.map(toProblem));
}

/** Nobody else looks at the values that the SDL gives our directives. */
function readDirectiveValues(schema: GraphQLSchema, document: DocumentNode): void {
  visit(document, {
    enter: (node: ASTNode) => {
      if (!('directives' in node) || node.kind === Kind.FIELD) return;
      for (const { name } of node.directives ?? []) {
        const directive = schema.getDirective(name.value);
        if (directive) getDirectiveValues(directive, node);
      }
    },
  });
}
