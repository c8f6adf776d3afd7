/** `tripoint consumers`: what consumers ask and get, and what a release may no longer break. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildASTSchema, type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { NOTHING_ACCEPTED, readAccepted } from '../consumers/accepted.ts';
import { type Break, findBreaks, printReleased } from '../consumers/breaks.ts';
import { type Consumer, readConsumers } from '../consumers/consumer.ts';
import { findInvalid, type Verified, verifyConsumers } from '../consumers/verify.ts';
import { CLIENT_HELP, writeClients } from './consumers-client.ts';
import { withConsumersGateway } from './consumers-gateway.ts';
import { type Command, FoundError, type Io, readOptions, UsageError } from './io.ts';

const HELP = `tripoint consumers [--update] [--consumer <name>] [--url <url> [--tokens <file>] [--shape] [--flows]]
tripoint consumers --breaks | --release
tripoint consumers client --out <folder> [--consumer <name>]

Holds the gateway to what its consumers rely on: their trusted operations, and those beside the answers that are expected,
are valid against the schema, each answer to the consumer's own identity is the committed one, and nothing of the last
release is broken.
Exit code 1 on a difference, an invalid operation, or a breaking change that nobody accepted.

  --update      write the answers that came as the ones to expect
  --consumer    one consumer alone
  --url         a gateway that listens; the demo's own where absent
  --tokens      a JSON file { "<consumer>": "<JWT>" }; signed with the symmetric secret where absent
  --shape       compare the kinds of values alone: for a gateway with other data than the demo's
  --flows       with --url, run flows too: they write
  --breaks      only compare the schema with the last release; asks nothing
  --release     keep the schema as the one that is released, where every breaking change is accepted; begins the folder
              where there is none
  --folder      where their answers are: <consumer>/<operation>.json; default test/contracts
  --operations  where their trusted operations are: <consumer>/<operation>.graphql; default ssot/operations, and
                none with --folder
  --schema      the committed schema; default schema.graphql
  --help        print this

${CLIENT_HELP}`;

/** The command. */
export const consumersCommand: Command = {
  help: HELP,
  run: async ([action, ...rest], io) => {
    if (action === 'client') return writeClients(rest, io);
    const args = action === undefined ? [] : [action, ...rest];
    const given = readOptions(args, {
      ...{ update: { type: 'boolean' }, shape: { type: 'boolean' }, flows: { type: 'boolean' } },
      ...{ breaks: { type: 'boolean' }, release: { type: 'boolean' } },
      ...{ url: { type: 'string' }, tokens: { type: 'string' }, consumer: { type: 'string' } },
      ...{ folder: { type: 'string' }, operations: { type: 'string' }, schema: { type: 'string' } },
    } as const);
    checkTogether(given);
    const folder = resolve(io.cwd, given.folder ?? join('test', 'contracts'));
    const operations = given.operations ?? (given.folder === undefined ? join('ssot', 'operations') : null);
    const isAsking = !given.release && !given.breaks;
    const consumers = attempt(() =>
      readConsumers({ operations: operations && resolve(io.cwd, operations), contracts: folder }),
    );
    const asked = pickConsumers({ folder, consumers }, given.consumer);
    if (isAsking && asked.length === 0) throw new FoundError(noConsumer(folder));
    const schema = readCommittedSchema(resolve(io.cwd, given.schema ?? 'schema.graphql'));
    const built = buildASTSchema(schema);
    const problems = [
      ...findInvalid(built, consumers).map((problem) => `invalid  ${problem}`),
      ...(await checkBreaks({ folder, schema, consumers, isFirst: given.release === true }, io)),
    ];
    if (given.release && problems.length === 0) release(folder, schema, io);
    const verified = isAsking ? await verify(asked, { ...given, schema: built }, io) : [];
    report(problems, verified, io);
  },
};

interface Given {
  readonly update?: boolean | undefined;
  readonly shape?: boolean | undefined;
  readonly flows?: boolean | undefined;
  readonly url?: string | undefined;
  readonly tokens?: string | undefined;
}

function checkTogether({ update, shape, url, tokens }: Given): void {
  if (update && shape) throw new UsageError('--update writes whole answers: not with --shape');
  if (url === undefined && tokens !== undefined) throw new UsageError('--tokens goes with --url');
  if (url !== undefined && !URL.canParse(url))
    throw new UsageError('--url must be a URL such as http://127.0.0.1:4000');
}

/** @throws FoundError where there is none: another repository must have its own, and never gets the package's. */
function readCommittedSchema(file: string): DocumentNode {
  if (!existsSync(file))
    throw new FoundError(`there is no ${file}: make it by \`tripoint schema\`, or say by --schema where it is`);
  return attempt(() => readSchema(file));
}

function readSchema(file: string): DocumentNode {
  return parse(readFileSync(file, 'utf8'), { noLocation: true });
}

/** Says what is wrong with a file without a stack. */
function attempt<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new FoundError(error instanceof Error ? error.message : String(error));
  }
}

interface Checked {
  readonly folder: string;
  readonly schema: DocumentNode;
  readonly consumers: readonly Consumer[];
  /** Whether this may be the first release. */
  readonly isFirst: boolean;
}

const RELEASED = 'released.graphql';
const ACCEPTED = 'accepted-breaks.yaml';

/** @returns What is broken and not accepted, and what is accepted and not broken. */
async function checkBreaks({ folder, schema, consumers, isFirst }: Checked, io: Io): Promise<string[]> {
  const file = join(folder, RELEASED);
  if (!existsSync(file)) {
    if (isFirst) return [];
    return [`there is no ${file}, which the schema is compared with: \`tripoint consumers --release\` makes the first`];
  }
  const released = attempt(() => readSchema(file));
  const accepted = attempt(() => readAccepted(join(folder, ACCEPTED)));
  const breaks = await findBreaks(released, schema, { consumers, accepted });
  for (const one of breaks.filter((found) => found.accepted !== null))
    io.print(`accepted ${describeBreak(one)}\n         because ${one.accepted}`);
  const stale = accepted.filter(({ type, path }) => !breaks.some((one) => one.type === type && one.path === path));
  return [
    ...breaks.filter((found) => found.accepted === null).map((one) => `breaking ${describeBreak(one)}`),
    ...stale.map(({ type, path }) => `stale    ${ACCEPTED} accepts ${type} of ${path}, which is not broken`),
  ];
}

function describeBreak({ type, path, message, breaks }: Break): string {
  const whom = breaks.length > 0 ? `breaks ${breaks.join(', ')}` : 'breaks no consumer that is registered here';
  return `${type} ${path}: ${message}\n         ${whom}`;
}

function release(folder: string, schema: DocumentNode, io: Io): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, RELEASED), printReleased(schema));
  writeFileSync(join(folder, ACCEPTED), NOTHING_ACCEPTED);
  io.print(`released: ${RELEASED} is the present schema, and nothing is accepted in advance`);
}

function pickConsumers(
  { folder, consumers }: Pick<Checked, 'folder' | 'consumers'>,
  name: string | undefined,
): readonly Consumer[] {
  if (name === undefined) return consumers;
  const picked = consumers.filter((consumer) => consumer.name === name);
  if (picked.length > 0) return picked;
  if (consumers.length === 0) throw new UsageError(`there is no consumer "${name}": ${noConsumer(folder)}`);
  throw new UsageError(`there is no consumer "${name}": there are ${consumers.map((one) => one.name).join(', ')}`);
}

function noConsumer(folder: string): string {
  return `${folder} has no consumer yet: make <consumer>/consumer.yaml and an operation there, see docs/consumers.md`;
}

interface Asking extends Given {
  readonly schema: GraphQLSchema;
}

function verify(consumers: readonly Consumer[], given: Asking, io: Io): Promise<Verified[]> {
  const mode = given.update ? 'update' : given.shape ? 'shape' : 'exact';
  const withFlows = given.url === undefined || given.flows === true;
  const { schema } = given;
  return withConsumersGateway(given, io, (ask) => verifyConsumers(consumers, { schema, ask, mode, withFlows }));
}

function report(problems: readonly string[], verified: readonly Verified[], io: Io): void {
  for (const { name, outcome, difference } of verified) {
    io.print(`${outcome.padEnd(10)}${name}`);
    if (difference !== '') io.print(difference.replaceAll(/^/gm, '    '));
  }
  for (const problem of problems) io.print(problem);
  const count = (outcome: Verified['outcome']) => verified.filter((one) => one.outcome === outcome).length;
  const failed = count('differs') + count('new');
  const counts = `${verified.length} operations: ${count('same')} as expected, ${failed} not, ${count('updated')} updated, ${count('not asked')} not asked`;
  if (verified.length > 0) io.print(counts);
  if (failed + problems.length > 0)
    throw new FoundError(`${failed} answers differ, and ${problems.length} problems with the schema`);
}
