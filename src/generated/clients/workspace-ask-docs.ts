/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

export type AskDocsQueryVariables = Exact<{
  question: string;
  first?: number | null | undefined;
}>;


export type AskDocsQuery = { askDocs: { isKeywordOnly: boolean, insufficientEvidence: boolean, answer: { text: string, citations: Array<{ index: number }> } | null, passages: Array<{ heading: string | null, snippet: string, version: number, block: { id: string, type: BlockType } | null, page: { id: string, title: string, space: { name: string } | null } | null }>, index: { staleChunks: number } | null } | null };


export const AskDocsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AskDocs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"question"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"askDocs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"question"},"value":{"kind":"Variable","name":{"kind":"Name","value":"question"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isKeywordOnly"}},{"kind":"Field","name":{"kind":"Name","value":"insufficientEvidence"}},{"kind":"Field","name":{"kind":"Name","value":"answer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"heading"}},{"kind":"Field","name":{"kind":"Name","value":"snippet"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"block"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"page"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"space"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"index"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"staleChunks"}}]}}]}}]}}]} as unknown as DocumentNode<AskDocsQuery, AskDocsQueryVariables>;