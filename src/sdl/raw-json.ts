/**
 * JSON that is sent on as the database wrote it.
 *
 * Postgres and `JSON.stringify` write the same jsonb differently (spaces, `1.0`, order of numeric keys), and
 * both lanes must answer the same bytes: so the ordinary lane carries stored JSON as text up to the response.
 */

/** A stored JSON value on its way through the ordinary lane, as the statement renders it. */
export interface StoredJson {
  readonly $raw: string;
}

/** Whether a resolved value is stored JSON; a client's own JSON never arrives here unwrapped. */
export function isStoredJson(value: unknown): value is StoredJson {
  return typeof value === 'object' && value !== null && typeof (value as { $raw?: unknown }).$raw === 'string';
}

/** A leaf of a result that `stringify` writes as it stands; any other writer gets the parsed value. */
export class RawJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** `JSON.stringify` with each `RawJson` spliced in unchanged. */
export function stringifyWithRawJson(value: unknown): string {
  const texts: string[] = [];
  // A private-use character first: no other string of the result can look like a placeholder by chance.
  const mark = `\uE000${Math.random().toString(36).slice(2)}:`;
  const json = JSON.stringify(value, function replace(this: Record<string, unknown>, key, replaced: unknown) {
    const original = this[key];
    return original instanceof RawJson ? `${mark}${texts.push(original.text) - 1}` : replaced;
  });
  if (texts.length === 0) return json;
  return json.replace(new RegExp(`"${mark}(\\d+)"`, 'g'), (_, index) => texts[Number(index)] as string);
}
