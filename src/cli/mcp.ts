/** `tripoint mcp`: MCP over standard input and output, for clients that start their servers. Nothing else is printed there. */
import { PassThrough, Readable } from 'node:stream';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { issueToken } from '../auth/issue.ts';
import { type Config, readConfig } from '../config.ts';
import { createStateFolder, type StateFolder } from '../demo/state.ts';
import { MCP_PATH } from '../http/mcp.ts';
import { createMetrics } from '../http/metrics.ts';
import { createLog } from '../log.ts';
import { pipe } from '../mcp/pipe.ts';
import { packagePaths } from '../paths.ts';
import { type Command, type Io, readOptions, UsageError } from './io.ts';
import { openServing, schemaEmbedder } from './mcp-serving.ts';
import { withGateway } from './start.ts';
import { readSubject } from './token.ts';

const HELP = `tripoint mcp --url <url> [--token <JWT>]
tripoint mcp [--user <name or uuid> | --service | --agent <name> [--act <name or uuid>] | --token <JWT>]

Speaks MCP over standard input and output, for desktop clients that start their servers themselves. With --url it asks a
gateway that runs. Without, it is a gateway of its own: of the embedded systems in .tripoint/, or of DATABASE_URL and ODOO_URL.

  --url    where the gateway is, e.g. http://127.0.0.1:4000
  --token  who asks; TRIPOINT_TOKEN where absent, which no other user of this machine can read
  --user, --service, --agent, --act
           who asks a gateway of its own, as of \`tripoint token\`; ana of the demo where nothing is said
  --help   print this`;

/** Seconds that a token of our own is good for: one is made for each call. */
const TOKEN_SECONDS = 300;

/** The command. */
export const mcpCommand: Command = {
  help: HELP,
  run: async (args, io) => {
    const {
      url,
      token: given,
      ...subject
    } = readOptions(args, {
      url: { type: 'string' },
      token: { type: 'string' },
      user: { type: 'string' },
      service: { type: 'boolean' },
      agent: { type: 'string' },
      act: { type: 'string' },
    });
    const token = given ?? (io.env.TRIPOINT_TOKEN || undefined);
    const isNamed = Object.values(subject).some((value) => value !== undefined);
    if (url !== undefined && isNamed) throw new UsageError('with --url, --token says who asks');
    const stdio = io.stdio?.() ?? { input: Readable.from([]), output: new PassThrough() };
    if (url !== undefined) return askElsewhere(readUrl(url), token, { io, stdio });
    if (given !== undefined && isNamed)
      throw new UsageError('--token says who asks: leave --user, --service and --agent');
    const state = createStateFolder(io.cwd);
    const lock = !io.env.DATABASE_URL && !io.env.ODOO_URL ? state.hold() : null;
    try {
      const config = readConfig(io.env, state.secret);
      const issue =
        isNamed || token === undefined ? await createIssue(config, isNamed ? subject : { user: 'ana' }, io) : null;
      await serveHere(config, { state, io, stdio, token: issue ?? (async () => String(token)) });
    } finally {
      lock?.release();
    }
  },
};

function readUrl(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError('--url must be a URL such as http://127.0.0.1:4000');
  if (url.pathname === '/') url.pathname = MCP_PATH;
  return url;
}

interface Spoken {
  readonly io: Io;
  readonly stdio: ReturnType<NonNullable<Io['stdio']>>;
}

async function askElsewhere(url: URL, token: string | undefined, { io, stdio }: Spoken): Promise<void> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const remote = new StreamableHTTPClientTransport(url, { requestInit: { headers } });
  const local = new StdioServerTransport(stdio.input, stdio.output);
  const log = createLog('warn');
  await Promise.race([pipe(local, remote, (problem) => log.warn({ url: url.href }, problem)), io.untilStopped()]);
  await Promise.all([remote.close(), local.close()]);
}

/** @throws UsageError where the gateway has no secret to sign with. */
async function createIssue(
  { auth }: Config,
  subject: Parameters<typeof readSubject>[0],
  io: Io,
): Promise<() => Promise<string>> {
  const { jwtSecret, issuer, audience } = auth;
  if (jwtSecret === null) throw new UsageError('SUPABASE_JWT_SECRET is not set: say by --token who asks');
  const who = await readSubject(subject, io);
  return () => issueToken(who, { jwtSecret, issuer, audience, lifetimeSeconds: TOKEN_SECONDS });
}

interface Here extends Spoken {
  readonly state: StateFolder;
  /** Gives the token of who asks. */
  readonly token: () => Promise<string>;
}

async function serveHere(config: Config, { state, io, stdio, token }: Here): Promise<void> {
  const log = createLog(config.logLevel);
  const paths = packagePaths(io.env);
  await withGateway({ config, state, log, metrics: createMetrics(), paths }, async ({ server, embedder: own }) => {
    const embedder = schemaEmbedder(own, config.search.embedder.kind);
    const serve = openServing({ config, server, paths, embedder, log });
    const authorization = async () => `Bearer ${await token()}`;
    // Refused at once, not at the first call.
    await server.verify(await authorization());
    const ended = new Promise<void>((resolve) => stdio.input.once('close', resolve));
    const handle = serveStdio(
      async () =>
        serve({ viewer: await server.verify(await authorization()), address: null, authorization, runId: null }),
      {
        transport: new StdioServerTransport(stdio.input, stdio.output),
        onerror: (err) => log.debug({ err }, 'an MCP message was refused'),
      },
    );
    await Promise.race([ended, io.untilStopped()]);
    await handle.close();
    if (embedder !== own) await embedder.close?.();
  });
}
