/** Media types of files: any is taken, and what a browser would run is known. */

/** The type of a file that nobody knows more of: no browser shows it. */
export const UNKNOWN_TYPE = 'application/octet-stream';

/** RFC 6838 names a type, RFC 9110 its parameters. */
const NAME = '[a-z0-9][a-z0-9!#$&^_.+-]{0,126}';
const TOKEN = "[a-z0-9!#$%&'*+.^_`|~-]+";
const ESSENCE = new RegExp(`^${NAME}/${NAME}$`, 'i');
const PARAMETER = new RegExp(
  `;[ \\t]*(?:(${TOKEN})=(${TOKEN}|"(?:[^"\\\\\\x00-\\x1f\\x7f-\\uffff]|\\\\[ -~])*"))?`,
  'giy',
);

/** Characters of a media type at most. */
const MAX_LENGTH = 255;

/**
 * Types that a browser would run as a page, or look into to find one: markup, scripts, and containers of other types. PDFs
 * are not among them: a browser shows them in a viewer of their own.
 */
const RUN =
  /^(multipart|message|unknown)\/|^application\/(unknown|x-unknown)$|(?<![a-z])(x?html|xml|xslt?|svg|(java|ecma|j|live|vb)script)(?![a-z])/;

/** The type as it is kept, e.g. `text/csv; charset=utf-8`; null where the text is no type. An empty one is the unknown type. */
export function readMediaType(given: string): string | null {
  const text = given.trim();
  if (text === '') return UNKNOWN_TYPE;
  if (text.length > MAX_LENGTH) return null;
  const end = text.indexOf(';');
  const essence = (end < 0 ? text : text.slice(0, end)).trimEnd();
  const parameters = end < 0 ? [] : readParameters(text.slice(end));
  return parameters && ESSENCE.test(essence) ? [essence.toLowerCase(), ...parameters].join('; ') : null;
}

function readParameters(text: string): readonly string[] | null {
  const found = [...text.matchAll(PARAMETER)];
  const length = found.reduce((sum, [whole]) => sum + whole.length, 0);
  if (length !== text.length) return null;
  return found.flatMap(([, name, value]) => (name ? [`${name.toLowerCase()}=${value}`] : []));
}

/** Whether both are one type, whatever their parameters: clients and storages write those as they like. */
export function isSameMediaType(one: string, other: string): boolean {
  return essenceOf(one) === essenceOf(other);
}

/** Whether a browser that shows a file of this type would run what is in it. */
export function isRun(mediaType: string): boolean {
  return RUN.test(essenceOf(mediaType));
}

function essenceOf(mediaType: string): string {
  const essence = mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return essence === '' ? UNKNOWN_TYPE : essence;
}
