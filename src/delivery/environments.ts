/** `ssot/environments.yaml`: how what is built gets where it runs, and what it is like there. Each section's shape is its room's. */
import { z } from 'zod';
import { packagePaths } from '../paths.ts';
import { readSettingsFile } from '../settings-file.ts';
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

/** @param file A section that it leaves out is as tripoint brings it. @throws DeliveryError, SettingsError that names everything that is wrong in it. */
export function readEnvironments(file: string): Environments {
  const [brought, own] = [packagePaths().environments, file].map(readSections);
  const read = shape.safeParse({ ...brought, ...own });
  if (!read.success) throw new DeliveryError(`${file} is not understood:\n${z.prettifyError(read.error)}`);
  const problems = findPullRequestProblems(read.data);
  if (problems.length === 0) return read.data;
  throw new DeliveryError(`${file}:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}

function readSections(file: string): object {
  const sections = readSettingsFile(file);
  if (typeof sections === 'object' && sections !== null && !Array.isArray(sections)) return sections;
  throw new DeliveryError(`${file} has no sections such as version and stages`);
}
