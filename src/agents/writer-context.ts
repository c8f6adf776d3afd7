/** The language and the day of a write: the writer's own, unless the write says otherwise. */
import { isTexts } from '../ops/odoo-values.ts';
import type { OdooWriter } from './odoo-writer.ts';

/** The Odoo user who writes. */
export interface WriterUser {
  readonly id: number;
  /** E.g. `fr_FR`. */
  readonly language: string;
  /** An IANA name. */
  readonly timeZone: string;
}

/** Asked for each write: it may change at any time. */
export async function readWriterUser(odoo: OdooWriter): Promise<WriterUser> {
  const { uid, lang, tz } = (await odoo('res.users', 'context_get', {})) as {
    uid: number;
    lang: string | false;
    tz: string | false;
  };
  return { id: uid, language: lang || 'en_US', timeZone: tz || 'UTC' };
}

/** A zone whose clock never changes. */
export interface FixedZone {
  /** As Odoo knows it: `Etc/GMT-8` is eight hours ahead of UTC. */
  readonly name: string;
  /** Hours ahead of UTC. */
  readonly hours: number;
}

/**
 * A fixed zone in which it is the same day now as in the given one. Odoo's import dates records by it, and reads times in it
 * without loss. In a zone whose clock changes, an hour comes twice, and the import would take it for the second one always.
 */
export function fixedZone(timeZone: string, now = new Date()): FixedZone {
  const day = dayIn(timeZone, now);
  const hours = HOURS.find((ahead) => new Date(now.getTime() + ahead * 3_600_000).toISOString().startsWith(day)) ?? 0;
  return { hours, name: hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}` };
}

/** Hours ahead of UTC that Odoo has a fixed zone for, the smallest first. */
const HOURS = Array.from({ length: 27 }, (_, place) => place - 12).sort((a, b) => Math.abs(a) - Math.abs(b));

/** E.g. `2026-11-29`; the day of UTC where the zone does not exist. */
function dayIn(timeZone: string, now: Date): string {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
  } catch {
    return now.toISOString().slice(0, 10);
  }
}

type Values = Readonly<Record<string, unknown>>;

/** Values by the language that they are written in: the first holds all that no language is named for. */
export type ByLanguage = readonly (readonly [language: string, values: Values])[];

/** How values are split by language. */
export interface Splitting {
  /** The language of texts that name none. */
  readonly language: string;
  /** Names of the fields that have a text for each language. */
  readonly translated: ReadonlySet<string>;
  /** Whether the record is made by it, and so needs each text at once. */
  readonly isNew: boolean;
}

/** Splits texts that name their languages from the rest, which comes first. */
export function splitLanguages(values: Values, { language, translated, isNew }: Splitting): ByLanguage {
  const rest: Record<string, unknown> = {};
  const others = new Map<string, Record<string, unknown>>();
  for (const [name, value] of Object.entries(values)) {
    if (!translated.has(name) || !isTexts(value)) {
      rest[name] = value;
      continue;
    }
    if (isNew || language in value) rest[name] = value[language] ?? Object.values(value)[0];
    for (const [named, text] of Object.entries(value))
      if (named !== language) others.set(named, { ...others.get(named), [name]: text });
  }
  return [[language, rest], ...others];
}
