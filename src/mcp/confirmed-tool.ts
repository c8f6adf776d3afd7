/**
 * A mutation that its viewer has to confirm, as a tool: a call asks for a dry run first. A person at the client then says yes or
 * no, where the client can ask one; else the answer has the confirmation, for a second call.
 */
import { parse } from 'graphql';
import { type Confirmable, confirmableOf } from '../operations/confirmable.ts';
import type { TrustedOperation } from '../operations/manifest.ts';
import { ask, type McpGateway } from './gateway.ts';
import { refuseUnknown, tellAnswer } from './operation-tools.ts';
import { askPerson, type Foreseen } from './question.ts';
import { type Answer, resultOf } from './result.ts';
import type { Caller, JsonSchema, Question, Tool, ToolResult } from './tool.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** Both steps of a tool. */
interface Steps {
  readonly gateway: McpGateway;
  readonly name: string;
  readonly confirmable: Confirmable;
}

const DESCRIPTION = ' Without a confirmation it writes nothing, and answers what it would change.';

/** @returns Null where the operation cannot be asked so: then the gateway refuses it without a confirmation. */
export function createConfirmedTool(gateway: McpGateway, operation: TrustedOperation, tool: Tool): Tool | null {
  const confirmable = confirmableOf(parse(operation.document, { noLocation: true }));
  if (!confirmable) return null;
  const steps = { gateway, name: tool.name, confirmable };
  const input = withSteps(tool.input, confirmable);
  return {
    ...tool,
    input: { ...input, type: 'object' },
    description: `${tool.description}${DESCRIPTION}`,
    call: async (args, caller) => {
      refuseUnknown(input, args);
      return call(steps, args, caller);
    },
  };
}

async function call(steps: Steps, args: Arguments, caller: Caller): Promise<ToolResult | Question> {
  const { dryRun, confirmation } = steps.confirmable;
  const isSaid = isGiven(args[confirmation]) || (isGiven(args[dryRun]) && args[dryRun] !== false);
  if (isSaid) return tell(steps, await askGateway(steps, args, caller), args);
  const answer = caller.person?.answer ?? null;
  if (answer && !answer.isAccepted) return DECLINED;
  const step = answer ? { [dryRun]: false, [confirmation]: answer.state } : { [dryRun]: true };
  const answered = await askGateway(steps, { ...args, ...step }, caller);
  // Also of a write: what it was to change is another than was shown, and is shown anew.
  const foreseen = caller.person && foreseenIn(steps, answered);
  return foreseen ? askPerson(steps.name, foreseen) : tell(steps, answered, args);
}

/** A variable that is null is as one that is not there. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

const DECLINED = resultOf(
  { data: null, next: 'Nothing was written: the person said no. Do not repeat it unless they ask for it.' },
  true,
);

function askGateway({ gateway, confirmable }: Steps, variables: Arguments, { asking, signal }: Caller) {
  return ask(gateway, { query: confirmable.document, variables }, asking, signal);
}

/** Null where nothing is to be confirmed. */
function foreseenIn({ confirmable }: Steps, { data }: Answer): Foreseen | null {
  const payload = data?.[confirmable.responseName] as Partial<Foreseen> | null | undefined;
  if (typeof payload?.confirmation !== 'string') return null;
  const { confirmation, diff, unknown } = payload;
  return { confirmation, diff: diff ?? [], unknown: unknown ?? [] };
}

/** What the gateway answered; with a confirmation also what to do with it, and that whole where the rest is cut. */
function tell(steps: Steps, answered: Answer, variables: Arguments): ToolResult {
  const { name, confirmable } = steps;
  const { structured, isError, text } = tellAnswer(answered, { name, variables, isRead: false }, null);
  const foreseen = foreseenIn(steps, answered);
  if (!foreseen) return { structured, isError, text };
  const data = structured?.data as Readonly<Record<string, object>>;
  const payload = { ...data[confirmable.responseName], confirmation: foreseen.confirmation };
  const next = `Nothing is written yet: show diff and unknown to whoever you work for, and call again with the same arguments and, as ${confirmable.confirmation}, the confirmation.`;
  return resultOf({ ...structured, data: { ...data, [confirmable.responseName]: payload }, next }, isError);
}

function withSteps(input: JsonSchema, { dryRun, confirmation }: Confirmable): JsonSchema {
  const steps = { [dryRun]: { type: 'boolean' }, [confirmation]: { type: 'string' } };
  return { ...input, properties: { ...steps, ...(input.properties as object | undefined) } };
}
