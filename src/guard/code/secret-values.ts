/** No secret's value in the tree: known forms of keys and tokens, passwords in URLs, and long random values given to secrets. */
import type { Finding } from '../finding.ts';
import type { Tree } from '../tree.ts';

const FORMS: readonly (readonly [what: string, form: RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/g],
  ['a JSON Web Token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/g],
  ['a key of AWS', /\bA(?:KIA|SIA)[0-9A-Z]{16}\b/g],
  ['a token of GitHub', /\bgh[pousr]_[A-Za-z0-9]{36,}|\bgithub_pat_\w{60,}/g],
  ['a key of Supabase', /\bsb_secret_[\w-]{20,}|\bsbp_[0-9a-f]{40}/g],
  ['a key of OpenAI', /\bsk-[A-Za-z0-9_-]{32,}/g],
  ['a token of Slack', /\bxox[abeprs]-[\w-]{20,}/g],
  ['a key of Stripe', /\b[rs]k_live_\w{20,}/g],
  ['a key of Google', /\bAIza[\w-]{35}\b/g],
  ['a token of npm', /\bnpm_[A-Za-z0-9]{36}\b/g],
];
/** A user and a password before the host. It begins with what is rare, or a large file would take seconds. */
const IN_URL = /:\/\/[^\s:/@'"`$<>{}()]+:([^\s@/'"`$<>{}()]+)@/g;
const ASSIGNED = /_(?:KEY|SECRET|PASSWORD|TOKEN)\b["']?\s*[:=]\s*["'`]?([\w+/=.-]{20,})/g;
/** Bits that each character of a random value carries at least; of words and repetitions it is less. */
const RANDOM_BITS = 3.2;
/** Words that stand for a password in texts for people. */
const STAND_INS = /^(password|secret|pass|pw|user|key|x+|\*+|…|\.\.\.|postgres|odoo)$/i;
/** Bytes beyond which a file is no source. */
const MAX_BYTES = 4_000_000;

/** Each place that holds one; its value is not repeated. */
export function checkSecretValues(tree: Tree): Finding[] {
  return tree.list('.').flatMap((file) => {
    const text = tree.read(file);
    return text.length > MAX_BYTES || text.includes('\0') ? [] : checkText(file, text);
  });
}

function checkText(file: string, text: string): Finding[] {
  const found: Finding[] = [];
  const say = (what: string, index: number) => {
    const line = text.slice(0, index).split('\n').length;
    const message = `This looks like ${what}: revoke it, and keep it where ssot/secrets/registry.yaml says`;
    if (!found.some((each) => each.line === line)) found.push({ rule: 'code/secret-value', message, file, line });
  };
  for (const [what, form] of FORMS) for (const { index } of text.matchAll(form)) say(what, index);
  for (const { 1: password = '', index } of text.matchAll(IN_URL))
    if (!STAND_INS.test(password)) say('a password in a URL', index);
  for (const { 1: value = '', index } of text.matchAll(ASSIGNED)) if (isRandom(value)) say("a secret's value", index);
  return found;
}

/** Whether it looks random: high entropy by Shannon, and letters and digits mixed. */
function isRandom(value: string): boolean {
  if (!/\d/.test(value) || !/[a-z]/i.test(value)) return false;
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits >= RANDOM_BITS;
}
