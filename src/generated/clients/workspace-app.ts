/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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
  /** Odoo's key of the employee that the page is about. */
  employeeId?: string | null | undefined;
  /** Odoo's key of the expense that the page is about. */
  expenseId?: string | null | undefined;
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
  /** Odoo's key of the purchase order that the page is about. */
  purchaseOrderId?: string | null | undefined;
  /** The space, for a page at its top; beside another place it must be that place's. */
  spaceId?: string | null | undefined;
  /** Odoo's key of the task that the page is about. */
  taskId?: string | null | undefined;
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
  /** Odoo's key of the employee that the page is about. */
  employeeId?: string | null | undefined;
  /** The version that was read: a later one is refused; null checks nothing. */
  expectedVersion?: number | null | undefined;
  /** Odoo's key of the expense that the page is about. */
  expenseId?: string | null | undefined;
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
  /** Odoo's key of the purchase order that the page is about. */
  purchaseOrderId?: string | null | undefined;
  /** Odoo's key of the task that the page is about. */
  taskId?: string | null | undefined;
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


export const AddCommentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddComment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddCommentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addComment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"authorId"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<AddCommentMutation, AddCommentMutationVariables>;
export const ArchivePageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ArchivePage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ArchivePageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"archivePage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"page"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"archivedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ArchivePageMutation, ArchivePageMutationVariables>;
export const CreatePageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreatePage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreatePageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createPage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"page"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"space"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreatePageMutation, CreatePageMutationVariables>;
export const PageChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"PageChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"spaceId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"spaceId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"spaceId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"page"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"archivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PageChangedSubscription, PageChangedSubscriptionVariables>;
export const PageScreenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PageScreen"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"page"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"archivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"space"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"USER_ID"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"breadcrumbs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"depth"}},{"kind":"Field","name":{"kind":"Name","value":"page"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"blocks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"parentId"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"comments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"parentId"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"isNull"},"value":{"kind":"BooleanValue","value":true}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"authorId"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"replies"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"authorId"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PageScreenQuery, PageScreenQueryVariables>;
export const RecordPickerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RecordPicker"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partners"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"contains"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"NAME"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"contains"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"NAME"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<RecordPickerQuery, RecordPickerQueryVariables>;
export const RenamePageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenamePage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdatePageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updatePage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"page"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<RenamePageMutation, RenamePageMutationVariables>;
export const SidebarDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sidebar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"spaceId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"spaces"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"archivedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"isNull"},"value":{"kind":"BooleanValue","value":true}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"NAME"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageTree"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"spaceId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"spaceId"}}},{"kind":"Argument","name":{"kind":"Name","value":"depth"},"value":{"kind":"IntValue","value":"2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isComplete"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"parentId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"childCount"}}]}}]}}]}}]} as unknown as DocumentNode<SidebarQuery, SidebarQueryVariables>;
export const QuickSwitcherDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"QuickSwitcher"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"typed"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"searchPages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"typed"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"highlighted"}},{"kind":"Field","name":{"kind":"Name","value":"page"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"space"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<QuickSwitcherQuery, QuickSwitcherQueryVariables>;
export const WriteBlocksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WriteBlocks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApplyBlockOperationsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applyBlockOperations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"blocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"content"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deletedBlockIds"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<WriteBlocksMutation, WriteBlocksMutationVariables>;