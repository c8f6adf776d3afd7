/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Kinds of block. `PARAGRAPH`, list items, `TO_DO`, `TOGGLE`, `QUOTE` and `CALLOUT` take children, down to 20 levels. */
export type BlockType =
  /** Link to a web page. */
  | 'BOOKMARK'
  /** Item of a bulleted list. */
  | 'BULLETED_LIST_ITEM'
  /** Text set off with an icon. */
  | 'CALLOUT'
  /** Source code. */
  | 'CODE'
  /** View of a database. */
  | 'DATABASE_VIEW'
  /** Horizontal line. */
  | 'DIVIDER'
  /** File. */
  | 'FILE'
  /** Heading of the first level. */
  | 'HEADING_1'
  /** Heading of the second level. */
  | 'HEADING_2'
  /** Heading of the third level. */
  | 'HEADING_3'
  /** Picture. */
  | 'IMAGE'
  /** Item of a numbered list. */
  | 'NUMBERED_LIST_ITEM'
  /** Record of Odoo, shown in place. */
  | 'ODOO_RECORD'
  /** Another page, shown in place. */
  | 'PAGE_EMBED'
  /** Text. */
  | 'PARAGRAPH'
  /** Quotation. */
  | 'QUOTE'
  /** Simple table. */
  | 'TABLE'
  /** Text that folds its children away. */
  | 'TOGGLE'
  /** Item with a check box. */
  | 'TO_DO';

/** What the search index is to do with a page. */
export type IndexOperation =
  /** Index it anew. */
  | 'INDEX'
  /** Take it out: it was archived. */
  | 'REMOVE';

export type DeadLettersQueryVariables = Exact<{ [key: string]: never; }>;


export type DeadLettersQuery = { indexQueue: { totalCount: number, nodes: Array<{ operation: IndexOperation, attempts: number, lastError: string | null, deadAt: string | null, page: { id: string, title: string } | null }> } | null };

export type PagesToIndexQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PagesToIndexQuery = { pages: { totalCount: number, nodes: Array<{ id: string, title: string, version: number, space: { id: string, name: string } | null, blocks: { nodes: Array<{ id: string, type: BlockType, content: unknown, parentId: string | null }> } | null }> } | null };

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