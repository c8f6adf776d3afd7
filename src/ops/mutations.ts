/** Every mutation of the ledger, and every query that answers with no stored type, by the name of its root field. */
import type { Mutations } from '../postgres/mutation.ts';
import type { Readings } from '../postgres/reading.ts';
import { approvalMutations } from './approval.ts';
import { backupMutations } from './backup.ts';
import { buildMutations } from './build.ts';
import { deploymentMutations } from './deployment.ts';
import { emergencyMutations } from './emergency.ts';
import { entityMappingMutations } from './entity-mapping.ts';
import { groupMutations } from './group.ts';
import { odooSeedMutations } from './odoo-seed.ts';
import { odooUserMutations } from './odoo-user.ts';
import { projectMutations } from './project.ts';
import { runMutations } from './run.ts';
import { scheduleMutations } from './schedule.ts';
import { stageProofMutations } from './stage-proof.ts';
import { ledgerReadings } from './verify-ledger.ts';

/** Each entity's own, side by side. */
export const opsMutations: Mutations = {
  ...runMutations,
  ...scheduleMutations,
  ...backupMutations,
  ...projectMutations,
  ...odooUserMutations,
  ...entityMappingMutations,
  ...odooSeedMutations,
  ...groupMutations,
  ...deploymentMutations,
  ...emergencyMutations,
  ...buildMutations,
  ...approvalMutations,
  ...stageProofMutations,
};

/** Each entity's own, side by side. */
export const opsReadings: Readings = {
  ...ledgerReadings,
};
