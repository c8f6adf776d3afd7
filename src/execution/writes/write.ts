/**
 * One mutation in one transaction, as the viewer: the statement, the payload's objects, and what the doctrine wants of them.
 * A dry run does the same and is rolled back; so is a write whose confirmation was given for other rows.
 */
import type { DocumentNode } from 'graphql';
import { confirmingOf } from '../../doctrine/confirm.ts';
import type { Doctrine } from '../../doctrine/load.ts';
import { GatewayError, type Surface } from '../../errors.ts';
import { type JsonRow, readRows } from '../../postgres/json-rows.ts';
import type { Foreseen, Mutation } from '../../postgres/mutation.ts';
import type { RunStatement } from '../../postgres/source.ts';
import { boundsOf, callPostgres, renderOn, requirePostgres } from '../fetch.ts';
import { approvalSubject, type Confirmation, type Confirmed, giveConfirmation } from './confirmation.ts';
import { diffImages } from './diff.ts';
import { type Imaged, type ImagePlans, type Images, imagedOf, MAX_IMAGED, planImages, readImages } from './images.ts';
import { hashOperation, leaveReceipt, type Receipts, useConfirmation } from './receipt.ts';
import { type Answering, answer, type Payload, readStored, storedTypeOf } from './stored.ts';
import { digestOf, NOTE_ROWS, readTouched, type Touched } from './touched.ts';

/** What is written, and how. */
export interface Writing extends Answering {
  /** As it was asked, whose hash a receipt has. */
  readonly document: DocumentNode;
  readonly doctrine: Doctrine;
  readonly receipts: Receipts;
  readonly surface: Surface;
  /** Names the mutation among the upstream calls, e.g. `ops.enqueue`. */
  readonly what: string;
  readonly mutation: Mutation;
  /** The same mutation where it looks at files, and touches none. */
  readonly rehearsal: Mutation;
  /** Tables that it says it writes. */
  readonly tables: readonly string[];
  /** Whether an agent calls it for the user that it acts for. */
  readonly isForUser: boolean;
  readonly asked: Confirmed;
  readonly isDry: boolean;
  readonly confirmation: Confirmation | null;
  /** What will come of it elsewhere; null where nobody asked. */
  readonly foreseen: Foreseen | null;
}

/** What was answered, and whether anything was done. */
export interface Written {
  readonly answer: Payload;
  readonly isDone: boolean;
}

/** What a transaction had come to when it was rolled back. */
interface Rehearsed {
  readonly payload: Payload;
  readonly stored: ReadonlyMap<string, unknown>;
  readonly touched: readonly Touched[];
  readonly planned: readonly Imaged[];
  readonly after: Images;
  readonly saw: string;
}

/** Ends a transaction of which nothing is to stay. */
class Undone extends Error {
  readonly rehearsed: Rehearsed;

  constructor(rehearsed: Rehearsed) {
    super('rolled back as it was meant to be');
    this.rehearsed = rehearsed;
  }
}

const STALE =
  'What the confirmation was given for has changed since: look at the new `diff`, and give the new `confirmation` if it is still meant';

/** The same, where it may be compared. */
interface Comparing extends Writing {
  readonly plans: ImagePlans;
}

/** Nothing is written where anything below fails, the reading of the payload too. */
export async function write(given: Writing, input: unknown): Promise<Written> {
  const { surface, what, fetching, info, tables, isDry, confirmation } = given;
  const plans = isDry || confirmation ? await planImages(given, tables) : new Map();
  const writing: Comparing = { ...given, plans };
  const { context, sources } = fetching;
  const postgres = requirePostgres(sources, surface);
  const bounds = boundsOf(context, { surface, field: String(info.path.key) });
  for (const called of writing.mutation.calls) await context.settling?.before(called);
  const outcome = await callPostgres<Payload | Undone>(context, { surface, what }, () =>
    postgres
      .transact(context.viewer, (run) => act(writing, input, run), bounds)
      .catch((error: unknown) => {
        if (error instanceof Undone) return error;
        throw error;
      }),
  );
  if (!(outcome instanceof Undone)) return { answer: outcome, isDone: true };
  return { answer: await tellRehearsed(writing, outcome.rehearsed), isDone: false };
}

async function act(writing: Comparing, input: unknown, run: RunStatement): Promise<Payload> {
  const { mutation, fetching, selected, isDry, confirmation, isForUser } = writing;
  const isNoted = isDry || confirmation !== null || fetching.context.viewer.agent !== null;
  if (confirmation) await confirm(writing, confirmation, run);
  if (isNoted) await run(NOTE_ROWS);
  const rows = await readRows(run, mutation.statement(input as never, isForUser));
  // Before anything is done that no rollback takes back, such as the removal of a file.
  const saw = isDry || confirmation ? await look(writing, run) : '';
  const isUndone = isDry || (confirmation !== null && confirmation.saw !== saw);
  const { payload: payloadOf } = isUndone ? writing.rehearsal : mutation;
  const payload = { userErrors: [], ...(await payloadOf(rows, input as never)) };
  await conclude(writing, { rows, input }, run);
  const stored = await readStored(writing, payload, run);
  if (!isNoted) return answer(selected, payload, stored);
  const touched = await readTouched(run, writing.tables);
  if (isUndone) {
    const planned = imagedOf(writing.plans, touched);
    throw new Undone({
      ...{ payload, stored, touched, planned, saw },
      after: await readImages(planned, fetching, run),
    });
  }
  return answer(selected, { ...payload, receipt: await receipt(writing, touched, run) }, stored);
}

async function look({ tables, foreseen }: Writing, run: RunStatement): Promise<string> {
  return digestOf(await readTouched(run, tables), foreseen?.versions ?? []);
}

/** The claims stay the viewer's, and so does who is noted to have done it. */
async function runAs<T>({ fetching }: Writing, role: string, run: RunStatement, work: () => Promise<T>): Promise<T> {
  const become = (name: string) => run({ text: "select set_config('role', $1, true)", values: [name] });
  await become(role);
  const result = await work();
  await become(fetching.context.viewer.role);
  return result;
}

/** First of all: whoever uses the same confirmation at the same time waits here. @throws GatewayError why it cannot be used. */
async function confirm(writing: Writing, confirmation: Confirmation, run: RunStatement): Promise<void> {
  const { asked, doctrine } = writing;
  const { coordinate, context } = asked;
  const needsApproval = confirmingOf(doctrine, context.viewer, coordinate)?.needsApproval ?? false;
  const approval = needsApproval ? approvalSubject(asked, confirmation) : null;
  const refusal = await runAs(writing, 'gateway', run, () =>
    useConfirmation(writing.receipts, run, confirmation, approval),
  );
  if (refusal === 'used')
    throw new GatewayError(
      'CONFIRMATION_USED',
      'The confirmation was used already, and is good for one write: read what came of that, and ask for a new dry run if more is meant',
      { details: { argument: 'confirmation' } },
    );
  if (refusal === 'unapproved')
    throw new GatewayError(
      'APPROVAL_REQUIRED',
      `${coordinate} needs the approval of somebody else: ask by requestApproval with this subject and subjectId, then for a new dry run, and confirm that`,
      { details: { subject: 'confirmation', subjectId: approval } },
    );
}

async function conclude(
  writing: Writing,
  { rows, input }: { readonly rows: readonly JsonRow[]; readonly input: unknown },
  run: RunStatement,
): Promise<void> {
  const { conclusion, concludedBy = 'service_role' } = writing.mutation;
  if (conclusion) await runAs(writing, concludedBy, run, () => run(conclusion(rows, input as never)));
}

/** Null where nothing was written, and nothing confirmed: such as where a known key was sent again. */
async function receipt(writing: Writing, touched: readonly Touched[], run: RunStatement) {
  const { confirmation, info, fetching, document } = writing;
  if (touched.length === 0 && !confirmation) return null;
  const runId = fetching.context.run?.id ?? null;
  const written = { field: info.fieldName, operation: hashOperation(document), runId, confirmation };
  return runAs(writing, 'gateway', run, () => leaveReceipt(writing.receipts, run, written, touched));
}

/** What it would have been, beside what there is. */
async function tellRehearsed(writing: Writing, rehearsed: Rehearsed): Promise<Payload> {
  const { fetching, surface, info, selected, asked, doctrine, isDry, foreseen } = writing;
  const { payload, stored, touched, planned, after, saw } = rehearsed;
  const { context, sources } = fetching;
  const before = await readImages(planned, fetching, (statement) => {
    const call = { surface, what: `select ${planned.map(({ object }) => object.type.source).join(', ')}` };
    return renderOn(requirePostgres(sources, surface), context, { ...call, field: String(info.path.key) }, statement);
  });
  const order = planned.flatMap(({ object, ids }) => ids.map((id) => `${object.type.name} ${id}`));
  const { changes, unknown } = diffImages({ before, after }, order, namesIn(writing, payload));
  const unread =
    touched.length > MAX_IMAGED
      ? [`What the rows after the first ${MAX_IMAGED} would become: those were compared`]
      : [];
  const isConfirmed = !isDry || confirmingOf(doctrine, context.viewer, asked.coordinate) !== null;
  const told = {
    diff: [...(foreseen?.changes ?? []), ...changes],
    unknown: [...(foreseen?.unknown ?? []), ...unread, ...unknown],
    confirmation: isConfirmed ? giveConfirmation(asked, saw) : null,
  };
  if (isDry) return answer(selected, { ...payload, ...told }, stored);
  return answer(selected, { ...told, userErrors: [{ code: 'CONFLICT', message: STALE, path: null, details: null }] });
}

/** The payload's own records, by type and id: what the payload calls each. */
function namesIn(writing: Writing, payload: Payload): Map<string, string> {
  const names = new Map<string, string>();
  for (const [field, value] of Object.entries(payload)) {
    const type = storedTypeOf(writing, field);
    if (type && (typeof value === 'string' || typeof value === 'number')) names.set(`${type.name} ${value}`, field);
  }
  return names;
}
