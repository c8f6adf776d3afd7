/**
 * A rule of validation: the document is within its limits. It is judged before the other rules look at it, which compare
 * fields and fragments with each other and take a hundred times as long as parsing for what was written to hold them up.
 */
import { type ASTVisitor, type DocumentNode, GraphQLError, Kind, type ValidationRule } from 'graphql';
import { type Excess, type OperationLimits, tooLarge } from '../limits.ts';
import { measureDefinitions } from '../plan/selection.ts';
import { judgeSize } from './judge.ts';

/** What the other rules see of a document that is too large. */
const NOTHING: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

/**
 * Refuses a document of which one definition is larger than a limit; nothing where limits are measured only, which is done
 * when an operation is admitted.
 */
export function createSizeRule(limits: OperationLimits): ValidationRule {
  return (context): ASTVisitor => {
    const judge = (document: DocumentNode): DocumentNode | undefined => {
      const excess = limits.mode === 'measure' ? undefined : findExcess(limits, document);
      if (!excess) return undefined;
      const error = tooLarge(excess);
      context.reportError(new GraphQLError(error.message, { originalError: error }));
      // The rules before this one have seen no more than that there is a document, and go on with what is returned.
      return NOTHING;
    };
    return { Document: judge };
  };
}

function findExcess(limits: OperationLimits, document: DocumentNode): Excess | undefined {
  for (const size of measureDefinitions(document)) {
    const [excess] = judgeSize(limits, size);
    if (excess) return excess;
  }
  return undefined;
}
