/** Loads `ssot/doctrine.yaml`: who owns what, who reads it, which agent writes where. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Surface } from '../errors.ts';

const names = z.array(z.string().min(1));
const reads = z.strictObject({
  odoo: z.union([z.literal('all'), names]).optional(),
  ops: z.union([z.literal('all'), names]).optional(),
  work: z.union([z.literal('all'), names]).optional(),
});
const surface = z.strictObject({
  role: z.enum(['SoR', 'SSOT', 'SoW']),
  system: z.string(),
  /** Viewer kinds and agents that may write here. */
  writers: names,
  /** Models on `odoo`, tables elsewhere. */
  owns: names,
});
/** SQL functions, by qualified name; `all` means every one that a mutation names. */
const executes = z.union([z.literal('all'), names]);
/** What an agent may write to Odoo: a model, its methods, and others that are not called where their domain holds. */
const writesOdoo = z.strictObject({
  model: z.string().min(1),
  methods: z.array(z.enum(['create', 'write'])),
  once: z.record(z.string().regex(/^(?!unlink$)[a-z][a-z0-9_]*$/), z.array(z.unknown()).min(1)).default({}),
});
const agent = z.strictObject({
  purpose: z.string(),
  reads,
  executes: executes.optional(),
  writesOdoo: z.array(writesOdoo).default([]),
});

const doctrineSchema = z.strictObject({
  version: z.literal(1),
  surfaces: z.strictObject({ odoo: surface, ops: surface, work: surface }),
  open: names,
  readers: z.strictObject({ anonymous: reads, user: reads, service: reads }),
  executes: z.strictObject({ user: executes, service: executes }),
  agents: z.record(z.string().regex(/^[a-z]+(-[a-z]+)*$/), agent),
});

/** The doctrine, checked. */
export type Doctrine = z.infer<typeof doctrineSchema>;
/** What one kind of viewer, or one agent, may read. */
export type Reads = z.infer<typeof reads>;

/** @throws Error that names every unknown key, missing key and unknown model or table. */
export function loadDoctrine(file: string): Doctrine {
  const result = doctrineSchema.safeParse(parse(readFileSync(file, 'utf8')));
  const problems = result.success ? findUnknownNames(result.data) : z.prettifyError(result.error).split('\n');
  if (!result.success || problems.length > 0) throw new Error(`${file} is not a doctrine:\n${problems.join('\n')}`);
  return result.data;
}

function findUnknownNames(doctrine: Doctrine): string[] {
  const readers = [
    ...Object.entries(doctrine.readers),
    ...Object.entries(doctrine.agents).map(([name, { reads }]) => [name, reads] as const),
  ];
  const unknownReads = readers.flatMap(([reader, granted]) =>
    (Object.entries(granted) as [Surface, 'all' | string[]][]).flatMap(([name, sources]) => {
      if (sources === 'all') return [];
      const missing = sources.filter((source) => !doctrine.surfaces[name].owns.includes(source));
      return missing.map((source) => `${reader} reads ${source}, which ${name} does not own`);
    }),
  );
  const writers = new Set(['anonymous', 'user', 'service', ...Object.keys(doctrine.agents)]);
  const unknownWriters = (Object.entries(doctrine.surfaces) as [Surface, Doctrine['surfaces'][Surface]][]).flatMap(
    ([name, { writers: listed }]) =>
      listed
        .filter((writer) => !writers.has(writer))
        .map((writer) => `${name} is written by ${writer}, which is no viewer kind and no agent`),
  );
  const executors = Object.entries({
    ...doctrine.executes,
    ...Object.fromEntries(Object.entries(doctrine.agents).map(([name, { executes: granted }]) => [name, granted])),
  });
  const strayFunctions = executors.flatMap(([name, granted]) =>
    (granted === 'all' || !granted ? [] : granted)
      .filter((given) => !/^(ops|work)\.[a-z_]+$/.test(given))
      .map((given) => `${name} executes ${given}, which is no function of ops or work`),
  );
  return [...unknownReads, ...unknownWriters, ...strayFunctions, ...findStrayWrites(doctrine)];
}

function findStrayWrites({ surfaces, agents }: Doctrine): string[] {
  return Object.entries(agents).flatMap(([name, { writesOdoo: rules }]) =>
    rules.flatMap(({ model }) => [
      ...(surfaces.odoo.writers.includes(name) ? [] : [`${name} writes ${model}, and is no writer of odoo`]),
      ...(surfaces.odoo.owns.includes(model) ? [] : [`${name} writes ${model}, which odoo does not own`]),
    ]),
  );
}
