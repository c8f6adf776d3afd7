/** A tool as MCP has it, and who calls one. */
import type { Scope } from '../auth/scopes.ts';
import type { Viewer } from '../auth/viewer.ts';
import type { Place } from './cut.ts';

/** JSON Schema 2020-12 as plain JSON. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Who calls, and how the gateway is asked for it. */
export interface Asking {
  readonly viewer: Viewer;
  /** The `Authorization` header of whatever is asked for the viewer. */
  readonly authorization: () => Promise<string | undefined>;
  /** Where it comes from, as the rates count it. */
  readonly address: string | null;
  /** The run that what it uses is counted to; null for none. */
  readonly runId: string | null;
  /** The id of the request that it came by, for the log; absent where it came by none. */
  readonly requestId?: string;
}

/** One call of a tool. */
export interface Caller {
  readonly asking: Asking;
  /** Aborted when the caller leaves. */
  readonly signal: AbortSignal;
  /** Where it goes on, of a call by `read_on`; null from the beginning. */
  readonly position: Position | null;
  /** Null where the client cannot ask anybody. */
  readonly person: Person | null;
}

/** The person at the client, whom a tool may ask before it goes on. */
export interface Person {
  /** What it said to the question that the call brings back; null where it was not asked yet. */
  readonly answer: Answered | null;
}

/** An answer to a question. */
export interface Answered {
  readonly isAccepted: boolean;
  /** As the question had it, or as the client made it up. */
  readonly state: string;
}

/** What the person is asked; the client then calls again, with the answer. */
export interface Question {
  readonly question: string;
  /** Comes back with the answer. */
  readonly state: string;
}

/** Where a tool goes on: within the same answer, or after what it told last. */
export type Position = { readonly from: Place } | { readonly after: string };

/** What a tool answers. */
export interface ToolResult {
  /** For programs; of a tool with `output` it satisfies that, unless it is an error. */
  readonly structured: Readonly<Record<string, unknown>> | null;
  /** For models. */
  readonly text: string;
  readonly isError: boolean;
}

/** One tool. */
export interface Tool {
  /** Letters, digits, `_`, `-` and `.`. */
  readonly name: string;
  readonly description: string;
  readonly input: JsonSchema & { readonly type: 'object' };
  /** Null where nothing can be said of its answers. */
  readonly output: JsonSchema | null;
  readonly risk: 'read' | 'write' | 'destructive';
  /** Whether the same call again changes nothing more. */
  readonly isIdempotent: boolean;
  /** What a token that is held to scopes has to have. */
  readonly scopes: readonly Scope[];
  /** @throws GatewayError, which becomes a result. */
  readonly call: (args: Readonly<Record<string, unknown>>, caller: Caller) => Promise<ToolResult | Question>;
}
