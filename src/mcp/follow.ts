/** A subscription as a tool: it waits for what comes, tells it, and the next call goes on from there. */
import { givenUp } from '../abort.ts';
import { cut } from './cut.ts';
import { type McpGateway, type Message, type Messages, readAnswer } from './gateway.ts';
import { printCursor } from './read-on.ts';
import { MOST_TOKENS, resultOf, tellErrors } from './result.ts';
import { estimateTokens } from './tokens.ts';
import type { Caller, ToolResult } from './tool.ts';

/** Milliseconds that a call waits for something to come: clients give up a call after a minute. */
const WAIT_MS = 15_000;
/** Milliseconds in which what comes with the first is told with it. */
const GATHER_MS = 250;
/** Tokens of a result that are left for what it holds beside events. */
const RESERVED_TOKENS = 2_000;

interface Followed {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The variable that says where it begins; null where it has none. */
  readonly placeVariable: string | null;
}

interface Heard {
  readonly events: unknown[];
  readonly errors: Message[];
  place: string | null;
  isOver: boolean;
}

/** Ends with what came, or with nothing once the time is up. @throws GatewayError where the caller leaves. */
export async function follow(gateway: McpGateway, followed: Followed, caller: Caller): Promise<ToolResult> {
  const { name, query, variables, placeVariable } = followed;
  const { asking, signal, position } = caller;
  const last = position && 'after' in position ? position.after : null;
  // Given, it would count for more than the place.
  const begun = Object.entries(variables).filter(([name]) => last === null || name !== placeVariable);
  const messages = await gateway.open({ query, variables: Object.fromEntries(begun) }, asking, last);
  const heard: Heard = { events: [], errors: [], place: last, isOver: false };
  try {
    await hear(messages, heard, signal);
  } finally {
    void messages.return();
  }
  const errors = heard.errors.flatMap((message) => tellErrors(readAnswer(message).errors));
  const { events, place, isOver } = heard;
  return resultOf(
    {
      ...{ events, isOver },
      ...(errors.length > 0 && { errors }),
      ...(!isOver &&
        place !== null && { cursor: printCursor({ tool: name, args: variables, position: { after: place } }) }),
    },
    errors.length > 0 && events.length === 0,
  );
}

async function hear(messages: Messages, heard: Heard, signal: AbortSignal): Promise<void> {
  let left = MOST_TOKENS - RESERVED_TOKENS;
  let deadline = performance.now() + WAIT_MS;
  while (left > 0) {
    const next = await within(messages.next(), Math.max(0, deadline - performance.now()), signal);
    if (next === null) return;
    if (next.done) {
      heard.isOver = true;
      return;
    }
    const message = next.value as Message;
    if (message.kind === 'errors' || readAnswer(message).errors.length > 0) heard.errors.push(message);
    if (message.kind === 'next') {
      const data = cut(readAnswer(message).data, left, null).value;
      left -= estimateTokens(JSON.stringify(data));
      heard.events.push(data);
      heard.place = message.place ?? heard.place;
    }
    deadline = Math.min(deadline, performance.now() + GATHER_MS);
  }
}

/** Null where the time is up first. @throws GatewayError where the caller leaves. */
async function within<T>(promise: Promise<T>, ms: number, signal: AbortSignal): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  let leave = () => {};
  const late = new Promise<null>((resolve, reject) => {
    timer = setTimeout(() => resolve(null), ms);
    leave = () => reject(givenUp(signal.reason));
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', leave);
  }
}
