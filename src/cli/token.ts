/** `tripoint token`: one JWT on standard output, and nothing else. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readAuthConfig } from '../auth/config.ts';
import { issueToken, type Signer, type TokenFor } from '../auth/issue.ts';
import { readSigningKey } from '../auth/signing-key.ts';
import { readConfig } from '../config.ts';
import { createStateFolder } from '../demo/state.ts';
import type { Doctrine } from '../doctrine/load.ts';
import { findNearest } from '../nearest.ts';
import { packagePaths } from '../paths.ts';
import { type Command, type Io, readOptions, UsageError } from './io.ts';

const HELP = `tripoint token (--user <name or uuid> [--group <name>]… | --service | --agent <name> [--act <name or uuid>])
               [--tenant <client>] [--expires-in <seconds>] [--key <file> [--kid <id>]]

Prints one token: with --key signed by a private key whose public half is in the key set of SUPABASE_URL (or of
SUPABASE_JWT_ISSUER), else by the symmetric secret (SUPABASE_JWT_SECRET, or the embedded one in .tripoint/).

  --user        ana, ben or carla of the demo, or the uuid of a user
  --group       a group of the doctrine that the user is in, e.g. accounting; again for another
  --service     the service viewer
  --agent       an agent of the doctrine, e.g. sync-odoo-agent
  --act         the user that the agent acts for, where the doctrine lets it: ana, ben, carla, or a uuid
  --tenant      the client of the company whose projects alone the token sees: its app_metadata.client_id
  --key         file of a private key for ES256 or RS256: a JWK as \`supabase gen signing-key\` prints it, or PEM
  --kid         which key of several in the file; of PEM, its "kid" in the key set
  --expires-in  lifetime in seconds, 1 to 31536000; default 3600
  --help        print this`;

const DEFAULT_LIFETIME_SECONDS = 3_600;
const MAX_LIFETIME_SECONDS = 31_536_000;

/** The command. */
export const tokenCommand: Command = {
  help: HELP,
  run: async (args, io) => {
    const given = readOptions(args, {
      user: { type: 'string' },
      group: { type: 'string', multiple: true },
      service: { type: 'boolean' },
      agent: { type: 'string' },
      act: { type: 'string' },
      tenant: { type: 'string' },
      'expires-in': { type: 'string' },
      key: { type: 'string' },
      kid: { type: 'string' },
    });
    const subject = await readSubject(given, io);
    const lifetimeSeconds = readLifetime(given['expires-in']);
    io.print(await issueToken(subject, { ...readSigner(given, io), lifetimeSeconds }));
  },
};

function readSigner({ key, kid }: { key?: string; kid?: string }, io: Io): Signer {
  if (key === undefined) {
    if (kid !== undefined) throw new UsageError('--kid goes with --key');
    const { jwtSecret, issuer, audience } = readConfig(io.env, createStateFolder(io.cwd).secret).auth;
    if (jwtSecret !== null) return { jwtSecret, issuer, audience };
    throw new UsageError('SUPABASE_JWT_SECRET is not set: sign with a private key of your identity provider by --key');
  }
  const { issuer, audience } = readAuthConfig(io.env);
  // No gateway takes a token of another issuer: better said here than by a 401.
  if (issuer === null)
    throw new UsageError('set SUPABASE_URL or SUPABASE_JWT_ISSUER: who verifies a token asks whose it is');
  return { key: readSigningKey(readFileSync(resolve(io.cwd, key), 'utf8'), kid), issuer, audience };
}

interface Subject {
  user?: string;
  group?: readonly string[];
  service?: boolean;
  agent?: string;
  act?: string;
  tenant?: string;
}

/** Exactly one of them. @throws UsageError naming what is missing or too much. */
export async function readSubject(
  { user, group = [], service, agent, act, tenant }: Subject,
  io: Io,
): Promise<TokenFor> {
  if (group.length > 0 && user === undefined) throw new UsageError('--group goes with --user');
  if (act !== undefined && agent === undefined) throw new UsageError('--act goes with --agent');
  if (tenant !== undefined && (service || tenant === '' || tenant.length > 200))
    throw new UsageError('--tenant is a name of 1 to 200 characters, and goes with --user or --agent');
  const subjects: TokenFor[] = [];
  if (user !== undefined) subjects.push({ user, groups: await readGroups(group, io), tenant });
  if (service) subjects.push({ service: true });
  if (agent !== undefined) subjects.push({ ...(await readAgent(agent, act, io)), tenant });
  const [subject] = subjects;
  if (!subject || subjects.length > 1) throw new UsageError('say for whom: one of --user, --service, --agent');
  return subject;
}

async function readGroups(given: readonly string[], io: Io): Promise<readonly string[]> {
  if (given.length === 0) return given;
  const known = Object.keys((await readDoctrine(io)).groups);
  const unknown = given.find((name) => !known.includes(name));
  if (unknown === undefined) return given;
  throw unknownName('group', unknown, known);
}

/** Loaded where somebody is named who stands in it: a token of a user or the service is made in half of the time. */
async function readDoctrine({ env }: Io): Promise<Doctrine> {
  const { loadDoctrine } = await import('../doctrine/load.ts');
  return loadDoctrine(packagePaths(env));
}

async function readAgent(
  agent: string,
  act: string | undefined,
  io: Io,
): Promise<Extract<TokenFor, { agent: string }>> {
  const { agents } = await readDoctrine(io);
  const known = Object.hasOwn(agents, agent) ? agents[agent] : undefined;
  if (!known) throw unknownName('agent', agent, Object.keys(agents));
  if (act === undefined) return { agent };
  if (!known.actsFor.includes('user')) throw new UsageError(`the doctrine does not let ${agent} act for a user`);
  return { agent, act };
}

function unknownName(kind: 'agent' | 'group', given: string, known: readonly string[]): UsageError {
  const nearest = findNearest(given, known);
  const hint = nearest === undefined ? '' : `. Did you mean ${nearest}?`;
  return new UsageError(`the doctrine has no ${kind} "${given}": it has ${known.join(', ') || 'none'}${hint}`);
}

function readLifetime(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIFETIME_SECONDS;
  const seconds = /^\d+$/.test(text) ? Number(text) : 0;
  if (seconds >= 1 && seconds <= MAX_LIFETIME_SECONDS) return seconds;
  throw new UsageError(`--expires-in is a number of seconds from 1 to ${MAX_LIFETIME_SECONDS}`);
}
