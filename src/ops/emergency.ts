/** Mutations of emergencies: who may ask, and what each needs, is the database's to say. */
import { z } from 'zod';
import { line, uuid } from '../input.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { name, sentence } from './input.ts';

const requestEmergency = defineMutation({
  input: z.object({ buildId: uuid, reason: sentence, requestedBy: name.nullish() }),
  calls: 'ops.request_emergency',
  arguments: ({ buildId, reason, requestedBy }) => ({ build_id: buildId, reason, requested_by: requestedBy }),
  payload: ([row]) => ({ emergency: row?.id ?? null }),
});

const recordFollowUp = defineMutation({
  input: z.object({ emergencyId: uuid, followUp: line(5_000), recordedBy: name.nullish() }),
  calls: 'ops.record_follow_up',
  arguments: ({ emergencyId, followUp, recordedBy }) => ({
    emergency_id: emergencyId,
    follow_up: followUp,
    recorded_by: recordedBy,
  }),
  payload: ([row]) => ({ emergency: row?.id ?? null }),
});

/** Each calls the function that its `@writes(by:)` names. */
export const emergencyMutations: Mutations = { requestEmergency, recordFollowUp };
