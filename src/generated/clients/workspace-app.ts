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

/** What `applyBlockOperations` needs. */
export type ApplyBlockOperationsInput = {
  /** The version of the page that the operations were made for. */
  expectedVersion: number;
  /** Makes a repeated request change nothing more, and answer the same. */
  idempotencyKey?: string | null | undefined;
  /** Applied in this order, all or none; 1 to 200. */
  operations: Array<BlockOperation>;
  /** The page. */
  pageId: string;
};

/** What `archivePage` and `restorePage` need. */
export type ArchivePageInput = {
  /** The version that was read: a later one is refused; null checks nothing. */
  expectedVersion?: number | null | undefined;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: string | null | undefined;
  /** The page's uuid. */
  pageId: string;
};

/** One change of the blocks of a page: exactly one of these. */
export type BlockOperation =
  {   /** Away with it. */
  delete: DeleteBlock; insert?: never; merge?: never; move?: never; split?: never; update?: never; }
  |  { delete?: never;   /** A new block. */
  insert: InsertBlock; merge?: never; move?: never; split?: never; update?: never; }
  |  { delete?: never; insert?: never;   /** One of two. */
  merge: MergeBlock; move?: never; split?: never; update?: never; }
  |  { delete?: never; insert?: never; merge?: never;   /** Another place. */
  move: MoveBlock; split?: never; update?: never; }
  |  { delete?: never; insert?: never; merge?: never; move?: never;   /** Two of one. */
  split: SplitBlock; update?: never; }
  |  { delete?: never; insert?: never; merge?: never; move?: never; split?: never;   /** Another content or type. */
  update: UpdateBlock; };

/** Where in a list of siblings a block is put that names none of them. */
export type BlockPlace =
  /** Before all of them. */
  | 'FIRST'
  /** After all of them. */
  | 'LAST';

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

/** What `createPage` needs: a title, and where the page is to stand. Last in its list where it is not said beside what. */
export type CreatePageInput = {
  /** The page to stand right after. */
  afterId?: string | null | undefined;
  /** The page to stand right before. */
  beforeId?: string | null | undefined;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: string | null | undefined;
  /** Odoo's key of the move that the page is about. */
  moveId?: string | null | undefined;
  /** The page to stand below. */
  parentId?: string | null | undefined;
  /** Odoo's key of the partner that the page is about. */
  partnerId?: string | null | undefined;
  /** Odoo's key of the project that the page is about. */
  projectId?: string | null | undefined;
  /** The space, for a page at its top; beside another place it must be that place's. */
  spaceId?: string | null | undefined;
  /** The template to begin with: what stands on the page, databases and files too, is copied from it. Of this space or of another one that the viewer sees; an empty page where absent. */
  templateId?: string | null | undefined;
  /** Title, up to 500 characters. */
  title: string;
};

/** Takes a block away, with all that stands inside it. */
export type DeleteBlock = {
  /** The block. */
  blockId: string;
};

/** Puts a new block onto the page. Give at most one of `afterId`, `beforeId` and `at`; without any, it goes last. */
export type InsertBlock = {
  /** The sibling that it goes just after. */
  afterId?: string | null | undefined;
  /** Among all siblings: `LAST` where absent. */
  at?: BlockPlace | null | undefined;
  /** The sibling that it goes just before. */
  beforeId?: string | null | undefined;
  /** Its content, as the type has it; see `Block.content`. */
  content?: unknown;
  /**
   * A uuid that the client makes, by which later operations of the same list can name the block. The block's own id is another
   * one, and in `created` of the answer. Given again on this page, where no block has it any more, it leads to the same id.
   * The own id of a block that was taken away from this page makes that very block: so an undo gets it back, with what was
   * said about it and the files that were on it.
   */
  id?: string | null | undefined;
  /** The block that it goes into; the top of the page where this and the neighbours are absent. */
  parentId?: string | null | undefined;
  /** What kind of block it is. */
  type: BlockType;
};

/** Puts the text of a block to the end of another one's, and what stands inside it to the end of what stands inside that one. What was said about it and the files on it go to that one too, and come back where a `split` or an `insert` makes the block again by its id. */
export type MergeBlock = {
  /** The block, which is gone afterwards. */
  blockId: string;
  /** The block that keeps the text; the sibling just before where absent. */
  intoId?: string | null | undefined;
};

/** Puts a block elsewhere on its page, with all that stands inside it. Give at most one of `afterId`, `beforeId` and `at`; without any, it goes last. */
export type MoveBlock = {
  /** The sibling that it goes just after. */
  afterId?: string | null | undefined;
  /** Among all siblings: `LAST` where absent. */
  at?: BlockPlace | null | undefined;
  /** The sibling that it goes just before. */
  beforeId?: string | null | undefined;
  /** The block. */
  blockId: string;
  /** The block that it goes into; the top of the page where this and the neighbours are absent. */
  parentId?: string | null | undefined;
};

/** What a member may do in a space. */
export type SpaceRole =
  /** Also manages the space and its members. */
  | 'ADMIN'
  /** Also writes pages and what is on them. */
  | 'EDITOR'
  /** Reads and comments. */
  | 'MEMBER';

/** Makes two blocks of one that has a text. The new one has the same type and comes just after; what stands inside stays with the first. */
export type SplitBlock = {
  /** The block. */
  blockId: string;
  /** A uuid that the client makes for the new block, as in `InsertBlock.id`. */
  id?: string | null | undefined;
  /** Where its text is cut, in UTF-16 code units from the start. */
  offset: number;
};

/** Gives a block a content, and with it a type, anew as a whole. */
export type UpdateBlock = {
  /** The block. */
  blockId: string;
  /** Its whole content, as the type has it; see `Block.content`. */
  content: unknown;
  /** What kind of block it is from now on. A block with children stays one that takes children. */
  type: BlockType;
};

/** What `updatePage` needs: what is absent stays as it is, and null takes a link away. */
export type UpdatePageInput = {
  /** The version that was read: a later one is refused; null checks nothing. */
  expectedVersion?: number | null | undefined;
  /** Makes a repeated request change nothing more; agents must give one. */
  idempotencyKey?: string | null | undefined;
  /** Odoo's key of the move that the page is about. */
  moveId?: string | null | undefined;
  /** The page's uuid. */
  pageId: string;
  /** Odoo's key of the partner that the page is about. */
  partnerId?: string | null | undefined;
  /** Odoo's key of the project that the page is about. */
  projectId?: string | null | undefined;
  /** Title, up to 500 characters. */
  title?: string | null | undefined;
};

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

export type AddCommentMutationVariables = Exact<{
  input: AddCommentInput;
}>;


export type AddCommentMutation = { addComment: { comment: { id: string, body: string, authorId: string | null, createdAt: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type ArchivePageMutationVariables = Exact<{
  input: ArchivePageInput;
}>;


export type ArchivePageMutation = { archivePage: { page: { title: string, archivedAt: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type CreatePageMutationVariables = Exact<{
  input: CreatePageInput;
}>;


export type CreatePageMutation = { createPage: { page: { id: string, title: string, version: number, parent: { title: string } | null, space: { name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type PageChangedSubscriptionVariables = Exact<{
  spaceId: string;
  after?: string | null | undefined;
}>;


export type PageChangedSubscription = { pageChanged: { cursor: string, page: { id: string, title: string, version: number, updatedAt: string, archivedAt: string | null, parent: { id: string } | null } | null } | null };

export type PageScreenQueryVariables = Exact<{
  id: string;
}>;


export type PageScreenQuery = { page: { id: string, title: string, version: number, archivedAt: string | null, space: { id: string, name: string, permissions: { nodes: Array<{ userId: string, role: SpaceRole }> } | null } | null, breadcrumbs: { nodes: Array<{ depth: number, page: { id: string, title: string } | null }> } | null, partner: { id: string, name: string | null, email: string | null, phone: string | null } | null, blocks: { nodes: Array<{ id: string, type: BlockType, content: unknown, parentId: string | null }> } | null, comments: { totalCount: number, nodes: Array<{ id: string, body: string, authorId: string | null, createdAt: string, resolvedAt: string | null, replies: { totalCount: number, nodes: Array<{ id: string, body: string, authorId: string | null }> } | null }> } | null } | null };

export type RecordPickerQueryVariables = Exact<{
  search: string;
  first?: number | null | undefined;
}>;


export type RecordPickerQuery = { partners: { nodes: Array<{ name: string | null, email: string | null }> } | null, projects: { nodes: Array<{ name: string | null }> } | null };

export type RenamePageMutationVariables = Exact<{
  input: UpdatePageInput;
}>;


export type RenamePageMutation = { updatePage: { page: { title: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> | null, details: unknown }> } | null };

export type SidebarQueryVariables = Exact<{
  spaceId: string;
}>;


export type SidebarQuery = { viewer: { kind: ViewerKind, id: string | null } | null, spaces: { nodes: Array<{ id: string, name: string, version: number }> } | null, pageTree: { isComplete: boolean, nodes: Array<{ id: string, parentId: string | null, title: string, level: number, childCount: number }> } | null };

export type QuickSwitcherQueryVariables = Exact<{
  typed: string;
}>;


export type QuickSwitcherQuery = { searchPages: Array<{ highlighted: string, page: { id: string, title: string, space: { name: string } | null } | null }> | null };

export type WriteBlocksMutationVariables = Exact<{
  input: ApplyBlockOperationsInput;
}>;


export type WriteBlocksMutation = { applyBlockOperations: { version: number | null, deletedBlockIds: Array<string> | null, blocks: Array<{ id: string, type: BlockType, content: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> | null, details: unknown }> } | null };

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
export const RenamePageDocument = new TypedDocumentString(`
    mutation RenamePage($input: UpdatePageInput!) {
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
    `) as unknown as TypedDocumentString<RenamePageMutation, RenamePageMutationVariables>;
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