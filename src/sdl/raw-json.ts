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

/** The raw texts that the running `stringifyWithRawJson` has met; null while none runs. */
let splicing: { readonly mark: string; readonly texts: string[] } | null = null;

/** A leaf of a result that `stringifyWithRawJson` writes as it stands; any other writer gets the parsed value. */
export class RawJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): unknown {
    if (splicing) return `${splicing.mark}${splicing.texts.push(this.text) - 1}`;
    return JSON.parse(this.text);
  }
}

/** `JSON.stringify` with each `RawJson` spliced in unchanged. By `toJSON`: a replacer would be called for every value. */
export function stringifyWithRawJson(value: unknown): string {
  const texts: string[] = [];
  // A private-use character first: no other string of the result can look like a placeholder by chance.
  const mark = `\uE000${Math.random().toString(36).slice(2)}:`;
  splicing = { mark, texts };
  try {
    const json = JSON.stringify(value);
    if (texts.length === 0) return json;
    return json.replace(new RegExp(`"${mark}(\\d+)"`, 'g'), (_, index) => texts[Number(index)] as string);
  } finally {
    splicing = null;
  }
}
