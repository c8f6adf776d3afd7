/** `ssot/environments.yaml`: what delivery does by itself, and by which commands. Each section is read by the room that it is about. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { DeliveryError } from './problem.ts';
import { driversShape, findPullRequestProblems, pullRequestsShape } from './pull-requests/settings.ts';

const shape = z.strictObject({
  version: z.literal(1),
  pullRequests: pullRequestsShape,
  drivers: driversShape,
});

/** The file, checked. */
export type Environments = z.infer<typeof shape>;

/** @throws DeliveryError that names everything that is wrong in the file. */
export function readEnvironments(file: string): Environments {
  const read = shape.safeParse(parse(readFileSync(file, 'utf8')));
  if (!read.success) throw new DeliveryError(`${file} is not understood:\n${z.prettifyError(read.error)}`);
  const problems = findPullRequestProblems(read.data);
  if (problems.length === 0) return read.data;
  throw new DeliveryError(`${file}:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}
