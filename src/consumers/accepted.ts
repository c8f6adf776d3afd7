/** Breaking changes since the last release that are meant, each with its reason. */
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const acceptedSchema = z.strictObject({
  accepted: z
    .array(
      z.strictObject({
        /** The kind of change, as the gate prints it, e.g. `FIELD_REMOVED`. */
        type: z.string().regex(/^[A-Z_]+$/),
        /** Where, as the gate prints it, e.g. `Query.moves`. */
        path: z.string().min(1),
        /** Why, and since when its consumers know. */
        reason: z.string().min(10),
      }),
    )
    .default([]),
});

/** One of them. */
export type Accepted = z.infer<typeof acceptedSchema>['accepted'][number];

/** None where there is no such file. @throws Error that names what is not as it must be. */
export function readAccepted(file: string): readonly Accepted[] {
  if (!existsSync(file)) return [];
  const read = acceptedSchema.safeParse(parse(readFileSync(file, 'utf8')) ?? {});
  if (!read.success) throw new Error(`${file} accepts nothing so:\n${z.prettifyError(read.error)}`);
  return read.data.accepted;
}

/** The file after a release: nothing is accepted in advance. */
export const NOTHING_ACCEPTED = `# Breaking changes since the last release that are meant: { type, path, reason }, as \`tripoint consumers\` prints them.
accepted: []
`;
