/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What `addComment` needs. */
export type AddCommentInput = {
  /** Uuid of the block of the page that it is about; the whole page where absent. */
  blockId?: string | null | undefined;
  /** Text, up to 10000 characters. */
  body: string;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: string | null | undefined;
  /** The page's uuid. */
  pageId: string;
};

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

/** The kinds of refusal that a mutation may answer with. */
export type UserErrorCode =
  /** A value is not acceptable. */
  | 'BAD_USER_INPUT'
  /** It does not fit the present state: read again and decide anew. */
  | 'CONFLICT'
  /** The idempotency key was used with another input. */
  | 'IDEMPOTENCY_CONFLICT'
  /** It is more than is accepted at once. */
  | 'LIMIT_EXCEEDED'
  /** What it is about does not exist, or not for the viewer. */
  | 'NOT_FOUND'
  /** Odoo does not take the key of the person's own user: make a new one there, and connect it. */
  | 'ODOO_ACCOUNT_EXPIRED';

/** The kinds of caller that the doctrine knows. */
export type ViewerKind =
  /** An agent of the doctrine. */
  | 'AGENT'
  /** No token: may read nothing but what the doctrine opens. */
  | 'ANONYMOUS'
  /** Somebody who signed in anonymously: an id, and nobody behind it. Reads what the doctrine gives such users. */
  | 'ANONYMOUS_USER'
  /** An application of somebody else's, with a token that a user let Supabase Auth's OAuth server give it. */
  | 'OAUTH_CLIENT'
  /** A trusted back end with the service role. */
  | 'SERVICE'
  /** A person, under row-level security. */
  | 'USER';

export type AskDocsQueryVariables = Exact<{
  question: string;
  first?: number | null | undefined;
}>;


export type AskDocsQuery = { askDocs: { isKeywordOnly: boolean, insufficientEvidence: boolean, answer: { text: string, citations: Array<{ index: number }> } | null, passages: Array<{ heading: string | null, snippet: string, version: number, block: { id: string, type: BlockType } | null, page: { id: string, title: string, space: { name: string } | null } | null }>, index: { staleChunks: number } | null } | null };

export type AskDocsViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type AskDocsViewerQuery = { viewer: { kind: ViewerKind, agent: string | null, id: string | null, actsFor: string | null } | null, runs: { nodes: Array<{ id: string }> } | null, moves: { nodes: Array<{ id: string }> } | null };

export type CommentAsAskDocsMutationVariables = Exact<{
  input: AddCommentInput;
}>;


export type CommentAsAskDocsMutation = { addComment: { comment: { id: string } | null, userErrors: Array<{ code: UserErrorCode }> } | null };

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

export const AskDocsDocument = new TypedDocumentString(`
    query AskDocs($question: String!, $first: Int = 3) {
  askDocs(question: $question, first: $first) {
    isKeywordOnly
    insufficientEvidence
    answer {
      text
      citations {
        index
      }
    }
    passages {
      heading
      snippet
      version
      block {
        id
        type
      }
      page {
        id
        title
        space {
          name
        }
      }
    }
    index {
      staleChunks
    }
  }
}
    `) as unknown as TypedDocumentString<AskDocsQuery, AskDocsQueryVariables>;
export const AskDocsViewerDocument = new TypedDocumentString(`
    query AskDocsViewer {
  viewer {
    kind
    agent
    id
    actsFor
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
    `) as unknown as TypedDocumentString<AskDocsViewerQuery, AskDocsViewerQueryVariables>;
export const CommentAsAskDocsDocument = new TypedDocumentString(`
    mutation CommentAsAskDocs($input: AddCommentInput!) {
  addComment(input: $input) {
    comment {
      id
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<CommentAsAskDocsMutation, CommentAsAskDocsMutationVariables>;