import type * as Types from '../types.ts';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type OverviewQueryVariables = Types.Exact<{ [key: string]: never; }>;


export type OverviewQuery = { moves: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string | null, state: Types.MoveState | null, moveType: Types.MoveType | null, invoiceDate: string | null, amountTotal: string | null, currency: { name: string | null } | null, partner: { id: string, name: string | null, email: string | null, country: { code: string | null, name: string | null } | null } | null, invoiceLines: { nodes: Array<{ name: string | null, quantity: string | null, priceUnit: string | null, product: { id: string, name: string | null } | null }> } | null }> } | null, projects: { nodes: Array<{ id: string, name: string | null, tasks: { totalCount: number, nodes: Array<{ name: string | null, stage: { name: string | null } | null }> } | null }> } | null, runs: { nodes: Array<{ id: string, agent: string, status: Types.RunStatus, createdAt: string, events: { nodes: Array<{ seq: number, type: string, createdAt: string }> } | null, artifacts: { nodes: Array<{ kind: string, uri: string }> } | null }> } | null, spaces: { nodes: Array<{ id: string, name: string, pages: { nodes: Array<{ id: string, title: string, partner: { name: string | null } | null, blocks: { nodes: Array<{ id: string, type: Types.BlockType, content: unknown }> } | null }> } | null }> } | null };

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