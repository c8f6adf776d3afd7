/** `manifest.json` of an export: what it has, file by file, and how far it is. */
import { z } from 'zod';
import { GatewayError } from '../errors.ts';
import { FORMATS } from './export-format.ts';

const file = z.strictObject({
  name: z.string().min(1),
  rows: z.int().min(1),
  bytes: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  firstId: z.int(),
  lastId: z.int(),
});

const manifest = z.strictObject({
  version: z.literal(1),
  /** What was asked for: an export that goes on is asked for the same. */
  asked: z.strictObject({
    model: z.string(),
    since: z.iso.datetime().nullable(),
    fields: z.array(z.string()).nullable(),
    format: z.enum(FORMATS),
    via: z.enum(['reader', 'fdw']),
    rowsPerFile: z.int(),
  }),
  columns: z.array(z.strictObject({ name: z.string(), kind: z.string() })),
  /** Fields of the schema that could not be read. */
  leftOut: z.array(z.string()),
  startedAt: z.iso.datetime(),
  /** What the next export may be asked `--since`, to miss no transaction that was open when this one began. */
  nextSince: z.iso.datetime(),
  files: z.array(file),
  rows: z.int(),
  complete: z.boolean(),
});

/** The file's content. */
export type Manifest = z.infer<typeof manifest>;
/** What was asked for. */
export type Asked = Manifest['asked'];

/** The longest transaction of Odoo by default: a record may be older than the moment at which it is seen. */
const OVERLAP_MS = 120_000;

/** One of an export that begins. */
export function createManifest(given: Pick<Manifest, 'asked' | 'columns' | 'leftOut'>, now: Date): Manifest {
  const nextSince = new Date(Math.floor((now.getTime() - OVERLAP_MS) / 1_000) * 1_000).toISOString();
  return { version: 1, ...given, startedAt: now.toISOString(), nextSince, files: [], rows: 0, complete: false };
}

/** @throws GatewayError `CONFLICT` where the text is no manifest. */
export function readManifest(text: string): Manifest {
  try {
    return manifest.parse(JSON.parse(text));
  } catch (cause) {
    throw new GatewayError('CONFLICT', 'The manifest.json that is there is none of an export: choose another folder', {
      cause,
    });
  }
}

/** @throws GatewayError `CONFLICT` that names what is otherwise than it was asked for at first. */
export function assertSame(found: Manifest, wanted: Pick<Manifest, 'asked' | 'columns'>): void {
  const names = Object.keys(wanted.asked) as (keyof Asked)[];
  const others: string[] = names.filter(
    (name) => JSON.stringify(found.asked[name]) !== JSON.stringify(wanted.asked[name]),
  );
  if (JSON.stringify(found.columns) !== JSON.stringify(wanted.columns)) others.push('columns');
  if (others.length === 0) return;
  const message = `An export of other ${others.join(', ')} was begun there: ask for the same to go on, or choose another folder`;
  throw new GatewayError('CONFLICT', message);
}
