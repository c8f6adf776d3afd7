import type * as Types from '../types.ts';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type PageChangedSubscriptionVariables = Types.Exact<{
  spaceId: Types.Scalars['ID']['input'];
  after?: Types.InputMaybe<Types.Scalars['String']['input']>;
}>;


export type PageChangedSubscription = { pageChanged: { cursor: string, page: { id: string, title: string, version: number, updatedAt: string, archivedAt: string | null, parent: { id: string } | null } | null } | null };

export type PageOfOthersQueryVariables = Types.Exact<{
  id: Types.Scalars['ID']['input'];
}>;


export type PageOfOthersQuery = { page: { id: string, title: string } | null };

export type PageScreenQueryVariables = Types.Exact<{
  id: Types.Scalars['ID']['input'];
}>;


export type PageScreenQuery = { page: { id: string, title: string, version: number, archivedAt: string | null, space: { id: string, name: string, permissions: { nodes: Array<{ userId: string, role: Types.SpaceRole }> } | null } | null, breadcrumbs: { nodes: Array<{ depth: number, page: { id: string, title: string } | null }> } | null, partner: { id: string, name: string | null, email: string | null, phone: string | null } | null, blocks: { nodes: Array<{ id: string, type: Types.BlockType, content: unknown, parentId: string | null }> } | null, comments: { totalCount: number, nodes: Array<{ id: string, body: string, authorId: string | null, createdAt: string, resolvedAt: string | null, replies: { totalCount: number, nodes: Array<{ id: string, body: string, authorId: string | null }> } | null }> } | null } | null };

export type RecordPickerQueryVariables = Types.Exact<{
  search: Types.Scalars['String']['input'];
  first?: Types.InputMaybe<Types.Scalars['Int']['input']>;
}>;


export type RecordPickerQuery = { partners: { nodes: Array<{ name: string | null, email: string | null }> } | null, projects: { nodes: Array<{ name: string | null }> } | null };

export type SidebarQueryVariables = Types.Exact<{
  spaceId: Types.Scalars['ID']['input'];
}>;


export type SidebarQuery = { viewer: { kind: Types.ViewerKind, id: string | null } | null, spaces: { nodes: Array<{ id: string, name: string, version: number }> } | null, pageTree: { isComplete: boolean, nodes: Array<{ id: string, parentId: string | null, title: string, level: number, childCount: number }> } | null };

export type QuickSwitcherQueryVariables = Types.Exact<{
  typed: Types.Scalars['String']['input'];
}>;


export type QuickSwitcherQuery = { searchPages: Array<{ highlighted: string, page: { id: string, title: string, space: { name: string } | null } | null }> | null };

export type CreatePageMutationVariables = Types.Exact<{
  input: Types.CreatePageInput;
}>;


export type CreatePageMutation = { createPage: { page: { id: string, title: string, version: number, parent: { title: string } | null, space: { name: string } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type WriteBlocksMutationVariables = Types.Exact<{
  input: Types.ApplyBlockOperationsInput;
}>;


export type WriteBlocksMutation = { applyBlockOperations: { version: number | null, deletedBlockIds: Array<string> | null, blocks: Array<{ id: string, type: Types.BlockType, content: unknown }> | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, path: Array<string> | null, details: unknown | null }> } | null };

export type RenameStalePageMutationVariables = Types.Exact<{
  input: Types.UpdatePageInput;
}>;


export type RenameStalePageMutation = { updatePage: { page: { title: string } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, path: Array<string> | null, details: unknown | null }> } | null };

export type AddCommentMutationVariables = Types.Exact<{
  input: Types.AddCommentInput;
}>;


export type AddCommentMutation = { addComment: { comment: { id: string, body: string, authorId: string | null, createdAt: string } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type ArchivePageMutationVariables = Types.Exact<{
  input: Types.ArchivePageInput;
}>;


export type ArchivePageMutation = { archivePage: { page: { title: string, archivedAt: string | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, path: Array<string> | null }> } | null };

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

export const PageChangedDocument = new TypedDocumentString(`
    subscription PageChanged($spaceId: ID!, $after: String) {
  pageChanged(spaceId: $spaceId, after: $after) {
    cursor
    page {
      id
      title
      version
      updatedAt
      archivedAt
      parent {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PageChangedSubscription, PageChangedSubscriptionVariables>;
export const PageOfOthersDocument = new TypedDocumentString(`
    query PageOfOthers($id: ID!) {
  page(id: $id) {
    id
    title
  }
}
    `) as unknown as TypedDocumentString<PageOfOthersQuery, PageOfOthersQueryVariables>;
export const PageScreenDocument = new TypedDocumentString(`
    query PageScreen($id: ID!) {
  page(id: $id) {
    id
    title
    version
    archivedAt
    space {
      id
      name
      permissions(orderBy: [{field: USER_ID}]) {
        nodes {
          userId
          role
        }
      }
    }
    breadcrumbs {
      nodes {
        depth
        page {
          id
          title
        }
      }
    }
    partner {
      id
      name
      email
      phone
    }
    blocks(first: 100) {
      nodes {
        id
        type
        content
        parentId
      }
    }
    comments(first: 20, filter: {parentId: {isNull: true}}) {
      totalCount
      nodes {
        id
        body
        authorId
        createdAt
        resolvedAt
        replies(first: 5) {
          totalCount
          nodes {
            id
            body
            authorId
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PageScreenQuery, PageScreenQueryVariables>;
export const RecordPickerDocument = new TypedDocumentString(`
    query RecordPicker($search: String!, $first: Int = 5) {
  partners(
    first: $first
    filter: {name: {contains: $search}}
    orderBy: [{field: NAME}]
  ) {
    nodes {
      name
      email
    }
  }
  projects(
    first: $first
    filter: {name: {contains: $search}}
    orderBy: [{field: NAME}]
  ) {
    nodes {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<RecordPickerQuery, RecordPickerQueryVariables>;
export const SidebarDocument = new TypedDocumentString(`
    query Sidebar($spaceId: ID!) {
  viewer {
    kind
    id
  }
  spaces(filter: {archivedAt: {isNull: true}}, orderBy: [{field: NAME}]) {
    nodes {
      id
      name
      version
    }
  }
  pageTree(spaceId: $spaceId, depth: 2) {
    isComplete
    nodes {
      id
      parentId
      title
      level
      childCount
    }
  }
}
    `) as unknown as TypedDocumentString<SidebarQuery, SidebarQueryVariables>;
export const QuickSwitcherDocument = new TypedDocumentString(`
    query QuickSwitcher($typed: String!) {
  searchPages(query: $typed, first: 5) {
    highlighted
    page {
      id
      title
      space {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<QuickSwitcherQuery, QuickSwitcherQueryVariables>;
export const CreatePageDocument = new TypedDocumentString(`
    mutation CreatePage($input: CreatePageInput!) {
  createPage(input: $input) {
    page {
      id
      title
      version
      parent {
        title
      }
      space {
        name
      }
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreatePageMutation, CreatePageMutationVariables>;
export const WriteBlocksDocument = new TypedDocumentString(`
    mutation WriteBlocks($input: ApplyBlockOperationsInput!) {
  applyBlockOperations(input: $input) {
    version
    blocks {
      id
      type
      content
    }
    deletedBlockIds
    userErrors {
      code
      message
      path
      details
    }
  }
}
    `) as unknown as TypedDocumentString<WriteBlocksMutation, WriteBlocksMutationVariables>;
export const RenameStalePageDocument = new TypedDocumentString(`
    mutation RenameStalePage($input: UpdatePageInput!) {
  updatePage(input: $input) {
    page {
      title
    }
    userErrors {
      code
      message
      path
      details
    }
  }
}
    `) as unknown as TypedDocumentString<RenameStalePageMutation, RenameStalePageMutationVariables>;
export const AddCommentDocument = new TypedDocumentString(`
    mutation AddComment($input: AddCommentInput!) {
  addComment(input: $input) {
    comment {
      id
      body
      authorId
      createdAt
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<AddCommentMutation, AddCommentMutationVariables>;
export const ArchivePageDocument = new TypedDocumentString(`
    mutation ArchivePage($input: ArchivePageInput!) {
  archivePage(input: $input) {
    page {
      title
      archivedAt
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ArchivePageMutation, ArchivePageMutationVariables>;