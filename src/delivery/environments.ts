/** `ssot/environments.yaml`: how what is built gets where it runs, and what it is like there. Each section's shape is its room's. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { packagePaths } from '../paths.ts';
import { DeliveryError } from './problem.ts';
import { promotionSection } from './promotion/rules.ts';
import { driversShape, findPullRequestProblems, pullRequestsShape } from './pull-requests/settings.ts';
import { stageSettings } from './stages/settings.ts';

const shape = z.strictObject({
  version: z.literal(1),
  promotion: promotionSection,
  pullRequests: pullRequestsShape,
  drivers: driversShape,
  stages: stageSettings.prefault({}),
});

/** The file, checked. */
export type Environments = z.infer<typeof shape>;

/** @param file A section that it leaves out is as tripoint brings it. @throws DeliveryError that names everything that is wrong in it. */
export function readEnvironments(file: string): Environments {
  const brought = parse(readFileSync(packagePaths().environments, 'utf8'));
  const read = shape.safeParse({ ...brought, ...parse(readFileSync(file, 'utf8')) });
  if (!read.success) throw new DeliveryError(`${file} is not understood:\n${z.prettifyError(read.error)}`);
  const problems = findPullRequestProblems(read.data);
  if (problems.length === 0) return read.data;
  throw new DeliveryError(`${file}:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}
