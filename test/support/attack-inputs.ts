/** One acceptable input, or several, of each mutation of the workspace: an attack puts ids of others in place of one's own. */
import { randomUUID } from 'node:crypto';
import type { Tenant } from './attack-tenant.ts';
import { TEST_PEOPLE } from './people.ts';

/** An input. */
export type Input = Readonly<Record<string, unknown>>;

/** The inputs of each mutation, which together hold every argument that takes an id. */
export function inputsOf({ ids, word, odoo, version }: Tenant): Readonly<Record<string, readonly Input[]>> {
  const { page, block, otherBlock } = ids;
  const { database: databaseId } = ids;
  const title = `${word} made`;
  const text = { type: 'QUOTE', content: { text: word } };
  const links = {
    ...{ partnerId: odoo.partner, moveId: odoo.move, projectId: odoo.project },
    ...{ purchaseOrderId: '1', expenseId: '1', employeeId: '1', taskId: '1' },
  };
  const apply = (...operations: readonly Input[]) => ({ pageId: page, expectedVersion: version, operations });
  const show = (type: string, content: Input) => apply({ insert: { type, content } });
  return {
    createSpace: [{ name: title }],
    renameSpace: [{ spaceId: ids.space, name: title }],
    archiveSpace: [{ spaceId: ids.space }],
    restoreSpace: [{ spaceId: ids.space }],
    changeSpaceLanguage: [{ spaceId: ids.space, language: 'german' }],
    grantPermission: [{ spaceId: ids.space, userId: TEST_PEOPLE[0], role: 'ADMIN' }],
    changePermission: [{ spaceId: ids.space, userId: USER, role: 'ADMIN' }],
    revokePermission: [{ spaceId: ids.space, userId: USER }],
    inviteMember: [{ spaceId: ids.space, email: `${word}@made.example`, role: 'ADMIN' }],
    withdrawInvitation: [{ invitationId: ids.invitation }],
    acceptInvitation: [{ invitationId: ids.invitation }],
    createPage: [
      { title, spaceId: ids.space, ...links },
      { title, parentId: page },
      { title, spaceId: ids.space, afterId: page },
      { title, spaceId: ids.space, beforeId: page },
      { title, spaceId: ids.space, templateId: ids.template },
    ],
    updatePage: [{ pageId: page, title, ...links }],
    movePage: [
      { pageId: ids.otherPage, spaceId: ids.space },
      { pageId: ids.otherPage, parentId: page },
      { pageId: ids.otherPage, spaceId: ids.space, afterId: page },
      { pageId: ids.otherPage, spaceId: ids.space, beforeId: page },
    ],
    duplicatePage: [
      { pageId: page, title },
      { pageId: page, subtree: true },
    ],
    archivePage: [{ pageId: page }],
    restorePage: [{ pageId: page }],
    restorePageVersion: [
      { pageId: page, version: version - 1 },
      { pageId: page, entryId: ids.entry },
    ],
    restoreFromBin: [{ pageId: page, itemIds: [ids.binItem] }],
    linkOdooRecord: [{ pageId: page, kind: 'PARTNER', recordId: odoo.partner }],
    unlinkOdooRecord: [{ pageId: page, kind: 'PARTNER' }],
    applyBlockOperations: [
      apply({ insert: { id: randomUUID(), ...text, parentId: block } }),
      apply({ insert: { id: block, ...text } }),
      apply({ insert: { ...text, afterId: block } }),
      apply({ insert: { ...text, beforeId: block } }),
      apply({ update: { blockId: block, ...text } }),
      apply({ move: { blockId: otherBlock, parentId: block } }),
      apply({ move: { blockId: otherBlock, afterId: block } }),
      apply({ move: { blockId: otherBlock, beforeId: block } }),
      apply({ delete: { blockId: block } }),
      apply({ split: { blockId: block, offset: 1, id: randomUUID() } }),
      apply({ merge: { blockId: otherBlock, intoId: block } }),
      show('PAGE_EMBED', { pageId: ids.otherPage }),
      show('DATABASE_VIEW', { databaseId }),
      show('FILE', { attachmentId: ids.attachment }),
      show('IMAGE', { attachmentId: ids.attachment }),
    ],
    addComment: [
      { pageId: page, body: title },
      { pageId: page, blockId: block, body: title },
    ],
    replyToComment: [{ commentId: ids.comment, body: title }],
    editComment: [{ commentId: ids.comment, body: title }],
    resolveComment: [{ commentId: ids.comment }],
    reopenComment: [{ commentId: ids.comment }],
    deleteComment: [{ commentId: ids.comment }],
    createDatabase: [
      { pageId: page, title },
      { pageId: page, title, columns: [{ name: 'to', type: 'RELATION', relatedDatabaseId: databaseId }] },
    ],
    renameDatabase: [{ databaseId, title }],
    archiveDatabase: [{ databaseId }],
    restoreDatabase: [{ databaseId }],
    addDatabaseColumn: [
      { databaseId, name: 'new', type: 'TEXT', fill: word },
      { databaseId, name: 'to', type: 'RELATION', relatedDatabaseId: ids.otherDatabase },
      { databaseId, name: 'to', type: 'RELATION', relatedDatabaseId: ids.otherDatabase, fill: [ids.otherRow] },
    ],
    renameDatabaseColumn: [{ columnId: ids.column, name: title }],
    retypeDatabaseColumn: [
      { columnId: ids.column, type: 'SELECT' },
      { columnId: ids.relationColumn, type: 'RELATION', relatedDatabaseId: ids.otherDatabase },
    ],
    renameDatabaseChoice: [{ columnId: ids.choiceColumn, choice: `${word} choice`, name: title }],
    removeDatabaseColumn: [{ columnId: ids.column }],
    insertDatabaseRow: [{ databaseId, data: { [`${word} rows`]: [ids.otherRow] } }],
    insertDatabaseRows: [{ databaseId, rows: [{}, { [`${word} rows`]: [ids.otherRow] }] }],
    updateDatabaseRow: [{ rowId: ids.row, data: { [`${word} rows`]: [ids.otherRow] } }],
    deleteDatabaseRow: [{ rowId: ids.row }],
    addRelation: [
      { kind: 'PAGE', fromId: page, toId: ids.otherPage, name: title },
      { kind: 'ROW', fromId: ids.row, toId: ids.otherRow, name: title },
      { kind: 'DATABASE', fromId: databaseId, toId: ids.otherDatabase, name: title },
    ],
    removeRelation: [{ relationId: ids.relation }],
    savePageAsTemplate: [{ pageId: page, name: title }],
    updateTemplate: [
      { templateId: ids.template, name: title },
      { templateId: ids.template, pageId: page },
    ],
    deleteTemplate: [{ templateId: ids.template }],
    createAttachmentUpload: [
      { pageId: page, name: 'a.txt', contentType: 'text/plain', size: 4 },
      { pageId: page, blockId: block, name: 'a.txt', contentType: 'text/plain', size: 4 },
    ],
    confirmAttachment: [{ attachmentId: ids.attachment }],
    deleteAttachment: [{ attachmentId: ids.attachment }],
    retryIndexing: [{ pageIds: [page] }],
  };
}

/** Mutations that no user may ask for, whatever they name. */
export const NO_USERS: ReadonlySet<string> = new Set(['retryIndexing']);

/** Stands for a member who is none. */
const USER = randomUUID();

/** Inputs of ids that name no row of the workspace: users, and records of Odoo. */
export const FOREIGN_TO_WORK: ReadonlySet<string> = new Set([
  'userId',
  'adminId',
  'partnerId',
  'moveId',
  'projectId',
  'purchaseOrderId',
  'expenseId',
  'employeeId',
  'taskId',
  'recordId',
]);

/** The input with each of these ids replaced. */
export function swap(input: Input, ids: ReadonlyMap<string, string>): Input {
  return JSON.parse(JSON.stringify(input), (_key, value) => ids.get(value) ?? value);
}

const TEXT = { type: 'TOGGLE', content: { text: 'text' } };

/** How a list of operations names new blocks with an id of the client's, and the mutation that it goes to. */
export const NAMING: {
  readonly query: string;
  readonly operations: readonly (readonly [of: string, make: (id: string, own: Tenant) => readonly Input[]])[];
} = {
  query: `mutation ($input: ApplyBlockOperationsInput!) { applyBlockOperations(input: $input) {
    page { id } created { givenId id } blocks { id content } deletedBlockIds userErrors { code message path details } } }`,
  operations: [
    ['a new block', (id) => [{ insert: { id, ...TEXT } }]],
    ['what is split off', (id, { ids }) => [{ split: { blockId: ids.block, offset: 1, id } }]],
    [
      'a block that the list goes on with',
      (id) => [{ insert: { id, ...TEXT } }, { insert: { ...TEXT, parentId: id } }, { delete: { blockId: id } }],
    ],
    ['a block that there is already', (id) => [{ insert: { id, ...TEXT } }, { insert: { id, ...TEXT } }]],
  ],
};
