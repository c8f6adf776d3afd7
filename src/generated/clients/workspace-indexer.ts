import type * as Types from '../types.ts';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type DeadLettersQueryVariables = Types.Exact<{ [key: string]: never; }>;


export type DeadLettersQuery = { indexQueue: { totalCount: number, nodes: Array<{ operation: Types.IndexOperation, attempts: number, lastError: string | null, deadAt: string | null, page: { id: string, title: string } | null }> } | null };

export type LedgerIsClosedQueryVariables = Types.Exact<{ [key: string]: never; }>;


export type LedgerIsClosedQuery = { viewer: { kind: Types.ViewerKind, agent: string | null } | null, runs: { nodes: Array<{ id: string }> } | null, moves: { nodes: Array<{ id: string }> } | null };

export type PagesToIndexQueryVariables = Types.Exact<{
  first?: Types.InputMaybe<Types.Scalars['Int']['input']>;
  after?: Types.InputMaybe<Types.Scalars['String']['input']>;
}>;


export type PagesToIndexQuery = { pages: { totalCount: number, nodes: Array<{ id: string, title: string, version: number, space: { id: string, name: string } | null, blocks: { nodes: Array<{ id: string, type: Types.BlockType, content: unknown, parentId: string | null }> } | null }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const DeadLettersDocument = new TypedDocumentString(`
    query DeadLetters {
  indexQueue(filter: {deadAt: {isNull: false}}) {
    totalCount
    nodes {
      operation
      attempts
      lastError
      deadAt
      page {
        id
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DeadLettersQuery, DeadLettersQueryVariables>;
export const LedgerIsClosedDocument = new TypedDocumentString(`
    query LedgerIsClosed {
  viewer {
    kind
    agent
  }
  runs(first: 1) {
    nodes {
      id
    }
  }
  moves(first: 1) {
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<LedgerIsClosedQuery, LedgerIsClosedQueryVariables>;
export const PagesToIndexDocument = new TypedDocumentString(`
    query PagesToIndex($first: Int = 3, $after: String) {
  pages(first: $first, after: $after, orderBy: [{field: TITLE}]) {
    totalCount
    nodes {
      id
      title
      version
      space {
        id
        name
      }
      blocks(first: 100) {
        nodes {
          id
          type
          content
          parentId
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PagesToIndexQuery, PagesToIndexQueryVariables>;