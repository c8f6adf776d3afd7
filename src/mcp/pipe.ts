/** MCP over standard input and output, for a gateway that is elsewhere: each message goes to it and back as it is. */
import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/client';

/** JSON-RPC's code for what a server could not do. */
const INTERNAL_ERROR = -32_603;

/** Where messages go; it is told which revision a client of 2025 has agreed upon, which goes with each request after it. */
export interface Remote extends Transport {
  setProtocolVersion?(version: string): void;
}

/** Resolves when either side is closed. @param say Told what went wrong. */
export async function pipe(local: Transport, remote: Remote, say: (problem: string) => void): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    local.onclose = resolve;
    remote.onclose = resolve;
  });
  local.onerror = ({ message }) => say(message);
  remote.onmessage = (message) => {
    const version = agreedVersion(message);
    if (version !== null) remote.setProtocolVersion?.(version);
    void local.send(message);
  };
  local.onmessage = (message) => {
    remote.send(message).catch((error: unknown) => {
      const problem = error instanceof Error ? error.message : String(error);
      say(problem);
      if ('method' in message && 'id' in message)
        void local.send({ jsonrpc: '2.0', id: message.id, error: { code: INTERNAL_ERROR, message: problem } });
    });
  };
  await remote.start();
  await local.start();
  await ended;
}

/** The version that an answer to `initialize` names; null of any other message. */
function agreedVersion(message: JSONRPCMessage): string | null {
  if (!('result' in message)) return null;
  const { protocolVersion } = message.result as { readonly protocolVersion?: unknown };
  return typeof protocolVersion === 'string' ? protocolVersion : null;
}
