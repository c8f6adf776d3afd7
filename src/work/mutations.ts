/** Every mutation of the workspace, and every query that answers with no stored type, by the name of its root field. */
import type { Mutations, Readings } from '../postgres/mutation.ts';
import { blockMutations } from './block.ts';
import { commentMutations } from './comment.ts';
import { databaseMutations } from './database.ts';
import { databaseColumnMutations } from './database-column.ts';
import { databaseReadings } from './database-query.ts';
import { databaseRowMutations } from './database-row.ts';
import { memberMutations } from './member.ts';
import { pageMutations } from './page.ts';
import { pageReadings } from './page-tree.ts';
import { relationMutations } from './relation.ts';
import { spaceMutations } from './space.ts';
import { templateMutations } from './template.ts';

/** Each entity's own, side by side. */
export const workMutations: Mutations = {
  ...spaceMutations,
  ...memberMutations,
  ...pageMutations,
  ...blockMutations,
  ...databaseMutations,
  ...databaseColumnMutations,
  ...databaseRowMutations,
  ...commentMutations,
  ...relationMutations,
  ...templateMutations,
};

/** Each entity's own, side by side. */
export const workReadings: Readings = {
  ...pageReadings,
  ...databaseReadings,
};
