/** A server with the suite's own tools, resources and prompts, behind the door that the gateway has. */
import { randomBytes } from 'node:crypto';
import {
  acceptedContent,
  completable,
  createRequestStateCodec,
  inputRequired,
  McpServer,
  ResourceTemplate,
} from '@modelcontextprotocol/server';
import { z } from 'zod';
import { SERVICE } from '../../src/auth/viewer.ts';
import { createMcpDoor, type McpDoor } from '../../src/http/mcp.ts';
import { createLog } from '../../src/log.ts';
import { PNG, registerTools } from './fixture-tools.ts';
import { type ListeningDoor, listenAt } from './listening.ts';

const HINT = { ttlMs: 1_000, cacheScope: 'private' as const };
const states = createRequestStateCodec<{ readonly step: string }>({ key: randomBytes(32) });

/** On a free port of this machine. */
export async function startFixture(): Promise<ListeningDoor> {
  const door: McpDoor = createMcpDoor({
    serve: async () => createFixtureServer(() => door.notify),
    verify: async () => SERVICE,
    charge: async () => {},
    log: createLog('silent'),
    ...{ allowedHosts: [], publicUrl: null, issuer: null, withScopes: false, maxSubscriptions: 10 },
  });
  return listenAt(door);
}

function createFixtureServer(notifier: () => { toolsChanged(): void; promptsChanged(): void }): McpServer {
  const server = new McpServer(
    { name: 'tripoint-fixture', version: '1.0.0' },
    {
      capabilities: {
        tools: { listChanged: true },
        prompts: { listChanged: true },
        resources: { subscribe: true },
        logging: {},
        completions: {},
      },
      requestState: { verify: states.verify },
      cacheHints: {
        'tools/list': HINT,
        'prompts/list': HINT,
        'resources/list': HINT,
        'resources/templates/list': HINT,
        'resources/read': HINT,
        'server/discover': HINT,
      },
    },
  );
  registerTools(server, {
    states,
    toolsChanged: () => notifier().toolsChanged(),
    promptsChanged: () => notifier().promptsChanged(),
  });
  registerResources(server);
  registerPrompts(server);
  return server;
}

function registerResources(server: McpServer): void {
  const about = { description: 'A resource of the suite' };
  server.registerResource(
    'text',
    'test://static-text',
    { ...about, mimeType: 'text/plain' },
    async ({ href: uri }) => ({
      contents: [{ uri, mimeType: 'text/plain', text: 'This is the content of the static text resource.' }],
    }),
  );
  server.registerResource(
    'binary',
    'test://static-binary',
    { ...about, mimeType: 'image/png' },
    async ({ href: uri }) => ({
      contents: [{ uri, mimeType: 'image/png', blob: PNG }],
    }),
  );
  server.registerResource(
    'watched',
    'test://watched-resource',
    { ...about, mimeType: 'text/plain' },
    async ({ href: uri }) => ({
      contents: [{ uri, mimeType: 'text/plain', text: 'Watched' }],
    }),
  );
  const template = new ResourceTemplate('test://template/{id}/data', { list: undefined });
  server.registerResource(
    'template',
    template,
    { ...about, mimeType: 'application/json' },
    async ({ href: uri }, { id }) => ({
      contents: [
        {
          uri,
          mimeType: 'application/json',
          text: JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` }),
        },
      ],
    }),
  );
  server.server.setRequestHandler('resources/subscribe', () => ({}));
  server.server.setRequestHandler('resources/unsubscribe', () => ({}));
}

function registerPrompts(server: McpServer): void {
  const description = 'A prompt of the suite';
  const say = (text: string) => ({ role: 'user' as const, content: { type: 'text' as const, text } });
  server.registerPrompt('test_simple_prompt', { description }, async () => ({
    messages: [say('This is a simple prompt for testing.')],
  }));
  const suggested = completable(z.string(), (value) =>
    ['paris', 'park', 'party'].filter((one) => one.startsWith(value)),
  );
  server.registerPrompt(
    'test_prompt_with_arguments',
    { description, argsSchema: z.object({ arg1: suggested, arg2: z.string() }) },
    async ({ arg1, arg2 }) => ({ messages: [say(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`)] }),
  );
  server.registerPrompt(
    'test_prompt_with_embedded_resource',
    { description, argsSchema: z.object({ resourceUri: z.string() }) },
    async ({ resourceUri: uri }) => {
      const resource = { uri, mimeType: 'text/plain', text: 'Embedded resource content for testing.' };
      return {
        messages: [
          { role: 'user', content: { type: 'resource', resource } },
          say('Please process the embedded resource above.'),
        ],
      };
    },
  );
  server.registerPrompt('test_prompt_with_image', { description }, async () => ({
    messages: [
      { role: 'user', content: { type: 'image', data: PNG, mimeType: 'image/png' } },
      say('Please analyze the image above.'),
    ],
  }));
  const contextForm = z.object({ context: z.string() });
  server.registerPrompt('test_input_required_result_prompt', { description }, async ({ mcpReq }) => {
    const { context } = acceptedContent(mcpReq.inputResponses, 'user_context') ?? {};
    if (typeof context === 'string') return { messages: [say(`In the context of ${context}`)] };
    const message = 'What context should the prompt use?';
    return inputRequired({
      inputRequests: { user_context: inputRequired.elicit({ message, requestedSchema: contextForm }) },
    });
  });
}
