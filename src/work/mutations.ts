/** Every mutation of the workspace, and every query that answers with no stored type, by the name of its root field. */
import type { Mutations } from '../postgres/mutation.ts';
import type { Readings, Streams } from '../postgres/reading.ts';
import type { WrittenFiles } from '../storage/files.ts';
import { createAttachmentMutations } from './attachment.ts';
import { blockMutations } from './block.ts';
import { commentMutations } from './comment.ts';
import { databaseMutations } from './database.ts';
import { databaseColumnMutations } from './database-column.ts';
import { databaseReadings } from './database-query.ts';
import { databaseRowMutations } from './database-row.ts';
import { historyMutations } from './history.ts';
import { indexQueueMutations } from './index-queue.ts';
import { invitationMutations } from './invitation.ts';
import { memberMutations } from './member.ts';
import { createPageMutations } from './page.ts';
import { pageReadings } from './page-tree.ts';
import { relationMutations } from './relation.ts';
import { createAskDocs, createAskDocsAnswer, type Search } from './search/ask-docs.ts';
import { searchPages } from './search/search-pages.ts';
import { spaceMutations } from './space.ts';
import { createTemplateMutations } from './template.ts';

/** Each entity's own, side by side. @param files Where attachments are kept; null where no storage is configured. */
export function createWorkMutations(files: WrittenFiles | null): Mutations {
  return {
    ...spaceMutations,
    ...memberMutations,
    ...invitationMutations,
    ...createPageMutations(files),
    ...historyMutations,
    ...blockMutations,
    ...databaseMutations,
    ...databaseColumnMutations,
    ...databaseRowMutations,
    ...commentMutations,
    ...relationMutations,
    ...createTemplateMutations(files),
    ...createAttachmentMutations(files),
    ...indexQueueMutations,
  };
}

/** Each entity's own, side by side. */
export const workReadings: Readings = {
  ...pageReadings,
  ...databaseReadings,
};

/** Those of search. @param search Null where nothing turns questions into vectors: `askDocs` then says what to configure. */
export function createSearchReadings(search: Search | null): Readings {
  return { askDocs: createAskDocs(search), searchPages };
}

/** Subscriptions that make their events themselves. */
export function createWorkStreams(search: Search | null): Streams {
  return { askDocsAnswer: createAskDocsAnswer(search) };
}
