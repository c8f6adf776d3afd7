/** `tripoint token`: one JWT on standard output, and nothing else. */
import { issueToken, type TokenFor } from '../auth/issue.ts';
import { readConfig } from '../config.ts';
import { createStateFolder } from '../demo/state.ts';
import { loadDoctrine } from '../doctrine/load.ts';
import { packagePaths } from '../paths.ts';
import { type Command, readOptions, UsageError } from './io.ts';

const HELP = `tripoint token (--user <name or uuid> | --service | --agent <name> [--act <name or uuid>]) [--expires-in <seconds>]

Prints one token, signed with the symmetric secret (SUPABASE_JWT_SECRET, or the embedded one in .tripoint/).

  --user        ana, ben or carla of the demo, or the uuid of a user
  --service     the service viewer
  --agent       an agent of the doctrine, e.g. sync-odoo-agent
  --act         the user that the agent acts for, where the doctrine lets it: ana, ben, carla, or a uuid
  --expires-in  lifetime in seconds, 1 to 31536000; default 3600
  --help        print this`;

const DEFAULT_LIFETIME_SECONDS = 3_600;
const MAX_LIFETIME_SECONDS = 31_536_000;

/** The command. */
export const tokenCommand: Command = {
  summary: 'print a token',
  help: HELP,
  run: async (args, io) => {
    const given = readOptions(args, {
      user: { type: 'string' },
      service: { type: 'boolean' },
      agent: { type: 'string' },
      act: { type: 'string' },
      'expires-in': { type: 'string' },
    });
    const subject = readSubject(given);
    const lifetimeSeconds = readLifetime(given['expires-in']);
    const { auth } = readConfig(io.env, createStateFolder(io.cwd).secret);
    if (auth.jwtSecret === null) {
      throw new UsageError(
        'SUPABASE_JWT_SECRET is not set: without a symmetric secret only your identity provider can issue tokens',
      );
    }
    io.print(
      await issueToken(subject, {
        jwtSecret: auth.jwtSecret,
        issuer: auth.issuer,
        audience: auth.audience,
        lifetimeSeconds,
      }),
    );
  },
};

interface Subject {
  user?: string;
  service?: boolean;
  agent?: string;
  act?: string;
}

function readSubject({ user, service, agent, act }: Subject): TokenFor {
  if (act !== undefined && agent === undefined) throw new UsageError('--act goes with --agent');
  const subjects: TokenFor[] = [];
  if (user !== undefined) subjects.push({ user });
  if (service) subjects.push({ service: true });
  if (agent !== undefined) subjects.push(readAgent(agent, act));
  const [subject] = subjects;
  if (!subject || subjects.length > 1) throw new UsageError('say for whom: one of --user, --service, --agent');
  return subject;
}

function readAgent(agent: string, act: string | undefined): TokenFor {
  const { agents } = loadDoctrine(packagePaths().doctrine);
  const known = Object.hasOwn(agents, agent) ? agents[agent] : undefined;
  if (!known) throw new UsageError(`the doctrine has no agent "${agent}": it has ${Object.keys(agents).join(', ')}`);
  if (act === undefined) return { agent };
  if (!known.actsFor.includes('user')) throw new UsageError(`the doctrine does not let ${agent} act for a user`);
  return { agent, act };
}

function readLifetime(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIFETIME_SECONDS;
  const seconds = /^\d+$/.test(text) ? Number(text) : 0;
  if (seconds >= 1 && seconds <= MAX_LIFETIME_SECONDS) return seconds;
  throw new UsageError(`--expires-in is a number of seconds from 1 to ${MAX_LIFETIME_SECONDS}`);
}
