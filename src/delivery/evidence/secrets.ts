/** Which variables of an environment are secrets, and in which forms their values may stand in what a command prints. */
import { DeliveryError } from '../problem.ts';
import { type Needle, redactText } from './redact.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What no evidence may show. */
export interface Secrets {
  readonly needles: readonly Needle[];
  /** A text without them. */
  readonly redact: (text: string) => string;
  /** The environment by name, sorted: secrets as marks, the others without what they hold of secrets. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Below it a registered secret would be found in every second word. */
const MIN_LENGTH = 4;
/** Below it a part of a secret, or of a variable that only sounds like one, is not looked for by itself. */
const MIN_PART = 6;
/** One for each agent, so that no registry lists them. */
const HANDLER_SECRET = /^HANDLER_SECRET_/;
/** What is called so is taken for a secret, registered or not. */
const SOUNDS_SECRET = /key|secret|token|passw|pwd|credential|auth|cookie|dsn|private/i;
const HARMLESS = new Set(['PWD', 'OLDPWD', 'SSH_AUTH_SOCK', 'XAUTHORITY']);

/**
 * @param registered Names of the registered secrets.
 * @throws DeliveryError where one is too short to be told from other words.
 */
export function readSecrets(env: Env, registered: readonly string[]): Secrets {
  const isRegistered = (name: string) => registered.includes(name) || HANDLER_SECRET.test(name);
  const present = Object.entries(env).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const short = present.filter(([name, value]) => isRegistered(name) && value.length < MIN_LENGTH);
  if (short.length > 0)
    throw new DeliveryError(
      `${short.map(([name]) => name).join(', ')}: a secret of fewer than ${MIN_LENGTH} characters cannot be told from other words. Unset it for this command`,
    );
  const needles = present.flatMap(([name, value]) => needlesOf(name, value, isRegistered(name)));
  const redact = (text: string) => redactText(text, needles);
  const isSecret = (name: string) => isRegistered(name) || soundsSecret(name);
  const shown = present
    .map(([name, value]): [string, string] => [name, isSecret(name) ? markOf(name) : redact(value)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { needles, redact, environment: Object.fromEntries(shown) };
}

function markOf(name: string): string {
  return `[redacted ${name}]`;
}

function soundsSecret(name: string): boolean {
  return SOUNDS_SECRET.test(name) && !HARMLESS.has(name);
}

function needlesOf(name: string, value: string, isRegistered: boolean): Needle[] {
  const parts = [...passwordsOf(value), ...(isRegistered ? listedIn(value) : [])].filter(isLong);
  const whole = isRegistered || (soundsSecret(name) && isLong(value)) ? [value] : [];
  const forms = new Set([...whole, ...parts].flatMap(formsOf));
  return [...forms].map((form) => ({ bytes: Buffer.from(form), mark: Buffer.from(markOf(name)) }));
}

function isLong(part: string): boolean {
  return part.length >= MIN_PART;
}

/** The password of a URL, as it is written there and decoded. */
function passwordsOf(value: string): string[] {
  if (!value.includes('://') || !URL.canParse(value)) return [];
  const { password } = new URL(value);
  return password === '' ? [] : [password, decoded(password)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Rings of keys and lists by instance: `new:…,old:…`. URLs are none. */
function listedIn(value: string): string[] {
  if (value.includes('://')) return [];
  return value.split(',').flatMap((part) => [part, part.slice(part.indexOf(':') + 1)]);
}

/** As it is; in JSON; in a URL; in base64; and each line of one that has several. */
function formsOf(value: string): string[] {
  const lines = value.split(/\r?\n/).filter(isLong);
  const base64 = Buffer.from(value).toString('base64').replace(/=+$/, '');
  const forms = [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value), ...lines];
  return value.length < MIN_PART ? forms : [...forms, base64, base64.replaceAll('+', '-').replaceAll('/', '_')];
}
