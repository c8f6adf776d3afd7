import type * as Types from '../types.ts';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AskDocsQueryVariables = Types.Exact<{
  question: Types.Scalars['String']['input'];
  first?: Types.InputMaybe<Types.Scalars['Int']['input']>;
}>;


export type AskDocsQuery = { askDocs: { isKeywordOnly: boolean, insufficientEvidence: boolean, answer: { text: string, citations: Array<{ index: number }> } | null, passages: Array<{ heading: string | null, snippet: string, version: number, block: { id: string, type: Types.BlockType } | null, page: { id: string, title: string, space: { name: string } | null } | null }>, index: { staleChunks: number } | null } | null };

export type AskDocsViewerQueryVariables = Types.Exact<{ [key: string]: never; }>;


export type AskDocsViewerQuery = { viewer: { kind: Types.ViewerKind, agent: string | null, id: string | null, actsFor: string | null } | null, runs: { nodes: Array<{ id: string }> } | null, moves: { nodes: Array<{ id: string }> } | null };

export type CommentAsAskDocsMutationVariables = Types.Exact<{
  input: Types.AddCommentInput;
}>;


export type CommentAsAskDocsMutation = { addComment: { comment: { id: string } | null, userErrors: Array<{ code: Types.UserErrorCode }> } | null };

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