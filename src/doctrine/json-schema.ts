/** JSON Schemas of the files in `ssot/`, for editors; made from what checks them at load. */
import { z } from 'zod';
import { registryShape } from './secrets.ts';
import { doctrineShape } from './shape.ts';

/** As `ssot/doctrine.schema.json` keeps it. */
export function printDoctrineSchema(): string {
  return print(doctrineShape, 'ssot/doctrine.yaml: who owns what, and who may do what there.');
}

/** As `ssot/secrets/registry.schema.json` keeps it. */
export function printRegistrySchema(): string {
  return print(registryShape, 'ssot/secrets/registry.yaml: every secret by name, never a value.');
}

/** `input`: what may be left out in the file is not asked for. */
function print(shape: z.ZodType, description: string): string {
  return `${JSON.stringify({ ...z.toJSONSchema(shape, { io: 'input' }), description }, null, 2)}\n`;
}
