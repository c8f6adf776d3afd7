/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

export type PagesQueryVariables = Exact<{ [key: string]: never; }>;


export type PagesQuery = { pages: { totalCount: number, nodes: Array<{ id: string, title: string, space: { name: string } | null, partner: { name: string | null } | null }> } | null };

export type PageQueryVariables = Exact<{
  id: string;
}>;


export type PageQuery = { page: { id: string, title: string, version: number, attachments: { nodes: Array<{ id: string, name: string, size: number, url: string | null }> } | null } | null };

export type RenamePageMutationVariables = Exact<{
  pageId: string;
  title: string;
  expectedVersion: number;
}>;


export type RenamePageMutation = { updatePage: { page: { id: string, title: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string }> } | null };

export type AnnounceFileMutationVariables = Exact<{
  pageId: string;
  name: string;
  contentType: string;
  size: number;
}>;


export type AnnounceFileMutation = { createAttachmentUpload: { uploadUrl: string | null, attachment: { id: string, contentType: string } | null, userErrors: Array<{ code: UserErrorCode, message: string }> } | null };

export type ConfirmFileMutationVariables = Exact<{
  attachmentId: string;
}>;


export type ConfirmFileMutation = { confirmAttachment: { userErrors: Array<{ code: UserErrorCode, message: string }> } | null };

export type FollowRunsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FollowRunsSubscription = { runs: { cursor: string, run: { id: string, agent: string, kind: string, status: RunStatus } | null } | null };

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

export const PagesDocument = new TypedDocumentString(`
    query Pages {
  pages(
    first: 20
    filter: {archivedAt: {isNull: true}}
    orderBy: [{field: TITLE}]
  ) {
    totalCount
    nodes {
      id
      title
      space {
        name
      }
      partner {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PagesQuery, PagesQueryVariables>;
export const PageDocument = new TypedDocumentString(`
    query Page($id: ID!) {
  page(id: $id) {
    id
    title
    version
    attachments {
      nodes {
        id
        name
        size
        url
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PageQuery, PageQueryVariables>;
export const RenamePageDocument = new TypedDocumentString(`
    mutation RenamePage($pageId: ID!, $title: String!, $expectedVersion: Int!) {
  updatePage(
    input: {pageId: $pageId, title: $title, expectedVersion: $expectedVersion}
  ) {
    page {
      id
      title
      version
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RenamePageMutation, RenamePageMutationVariables>;
export const AnnounceFileDocument = new TypedDocumentString(`
    mutation AnnounceFile($pageId: ID!, $name: String!, $contentType: String!, $size: Int!) {
  createAttachmentUpload(
    input: {pageId: $pageId, name: $name, contentType: $contentType, size: $size}
  ) {
    uploadUrl
    attachment {
      id
      contentType
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AnnounceFileMutation, AnnounceFileMutationVariables>;
export const ConfirmFileDocument = new TypedDocumentString(`
    mutation ConfirmFile($attachmentId: ID!) {
  confirmAttachment(input: {attachmentId: $attachmentId}) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmFileMutation, ConfirmFileMutationVariables>;
export const FollowRunsDocument = new TypedDocumentString(`
    subscription FollowRuns($after: String) {
  runs(after: $after) {
    cursor
    run {
      id
      agent
      kind
      status
    }
  }
}
    `) as unknown as TypedDocumentString<FollowRunsSubscription, FollowRunsSubscriptionVariables>;