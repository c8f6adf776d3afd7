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

/** Life cycle of a journal entry. */
export type MoveState =
  /** Cancelled. */
  | 'CANCEL'
  /** Not yet in the books. */
  | 'DRAFT'
  /** In the books. */
  | 'POSTED';

/** Kinds of journal entry. */
export type MoveType =
  /** A miscellaneous journal entry. */
  | 'ENTRY'
  /** A bill from a vendor. */
  | 'IN_INVOICE'
  /** A purchase receipt. */
  | 'IN_RECEIPT'
  /** A credit note from a vendor. */
  | 'IN_REFUND'
  /** An invoice to a customer. */
  | 'OUT_INVOICE'
  /** A sales receipt. */
  | 'OUT_RECEIPT'
  /** A credit note to a customer. */
  | 'OUT_REFUND';

/** States of a run. */
export type RunStatus =
  /** Called off, and nothing was done. */
  | 'CANCELLED'
  /** Its worker was lost too often. */
  | 'DEAD'
  /** Ended badly, with no attempt left. */
  | 'FAILED'
  /** Waits for a worker, or for one that has claimed it to begin. */
  | 'QUEUED'
  /** A worker is at it. */
  | 'RUNNING'
  /** Ended well. */
  | 'SUCCEEDED';

export type OverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type OverviewQuery = { moves: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string | null, state: MoveState | null, moveType: MoveType | null, invoiceDate: string | null, amountTotal: string | null, currency: { name: string | null } | null, partner: { id: string, name: string | null, email: string | null, country: { code: string | null, name: string | null } | null } | null, invoiceLines: { nodes: Array<{ name: string | null, quantity: string | null, priceUnit: string | null, product: { id: string, name: string | null } | null }> } | null }> } | null, projects: { nodes: Array<{ id: string, name: string | null, tasks: { totalCount: number, nodes: Array<{ name: string | null, stage: { name: string | null } | null }> } | null }> } | null, runs: { nodes: Array<{ id: string, agent: string, status: RunStatus, createdAt: string, events: { nodes: Array<{ seq: number, type: string, createdAt: string }> } | null, artifacts: { nodes: Array<{ kind: string, uri: string }> } | null }> } | null, spaces: { nodes: Array<{ id: string, name: string, pages: { nodes: Array<{ id: string, title: string, partner: { name: string | null } | null, blocks: { nodes: Array<{ id: string, type: BlockType, content: unknown }> } | null }> } | null }> } | null };

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

export const OverviewDocument = new TypedDocumentString(`
    query Overview {
  moves(
    first: 5
    filter: {moveType: {eq: OUT_INVOICE}}
    orderBy: [{field: INVOICE_DATE, direction: DESC}]
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
      state
      moveType
      invoiceDate
      amountTotal
      currency {
        name
      }
      partner {
        id
        name
        email
        country {
          code
          name
        }
      }
      invoiceLines(first: 3) {
        nodes {
          name
          quantity
          priceUnit
          product {
            id
            name
          }
        }
      }
    }
  }
  projects(first: 3) {
    nodes {
      id
      name
      tasks(first: 2) {
        totalCount
        nodes {
          name
          stage {
            name
          }
        }
      }
    }
  }
  runs(first: 5) {
    nodes {
      id
      agent
      status
      createdAt
      events(last: 3) {
        nodes {
          seq
          type
          createdAt
        }
      }
      artifacts {
        nodes {
          kind
          uri
        }
      }
    }
  }
  spaces(first: 3) {
    nodes {
      id
      name
      pages(first: 5) {
        nodes {
          id
          title
          partner {
            name
          }
          blocks(first: 3) {
            nodes {
              id
              type
              content
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;