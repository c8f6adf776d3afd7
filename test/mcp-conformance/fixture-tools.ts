/** The tools that the suite's scenarios ask for by name. */
import {
  acceptedContent,
  type InputRequiredSpec,
  inputRequired,
  type McpServer,
  type RequestStateCodec,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { z } from 'zod';

/** A picture of one red point, and a sound of no length. */
export const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';
const WAV = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=';

const text = (said: string) => ({ type: 'text' as const, text: said });
const answer = (said: string) => ({ content: [text(said)] });
const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

const nameForm = z.object({ name: z.string() });
const askName = inputRequired.elicit({ message: 'What is your name?', requestedSchema: nameForm });
const askCapital = inputRequired.createMessage({
  messages: [{ role: 'user', content: text('What is the capital of France?') }],
  maxTokens: 100,
});
const askGreeting = inputRequired.createMessage({
  messages: [{ role: 'user', content: text('Generate a greeting') }],
  maxTokens: 50,
});
const askRoots = inputRequired.listRoots();

/** What a tool has at hand while it is called. */
export interface Changing {
  /** Seals the state of a tool of several rounds. */
  readonly states: RequestStateCodec<{ readonly step: string }>;
  /** Tells who listens that the lists have changed. */
  readonly toolsChanged: () => void;
  readonly promptsChanged: () => void;
}

/** Registers all of them. */
export function registerTools(server: McpServer, changing: Changing): void {
  registerContents(server);
  registerTelling(server);
  registerAsking(server, changing);
  server.registerTool('test_trigger_tool_change', { description: 'Says that the tools have changed' }, async () => {
    changing.toolsChanged();
    return answer('told');
  });
  server.registerTool('test_trigger_prompt_change', { description: 'Says that the prompts have changed' }, async () => {
    changing.promptsChanged();
    return answer('told');
  });
}

function registerContents(server: McpServer): void {
  const picture = { type: 'image' as const, data: PNG, mimeType: 'image/png' };
  const contents = {
    test_simple_text: [text('This is a simple text response for testing.')],
    test_image_content: [picture],
    test_audio_content: [{ type: 'audio' as const, data: WAV, mimeType: 'audio/wav' }],
    test_embedded_resource: [
      {
        type: 'resource' as const,
        resource: {
          uri: 'test://embedded-resource',
          mimeType: 'text/plain',
          text: 'This is an embedded resource content.',
        },
      },
    ],
    test_multiple_content_types: [
      text('Multiple content types test:'),
      picture,
      {
        type: 'resource' as const,
        resource: {
          uri: 'test://mixed-content-resource',
          mimeType: 'application/json',
          text: JSON.stringify({ test: 'data', value: 123 }),
        },
      },
    ],
  };
  for (const [name, content] of Object.entries(contents))
    server.registerTool(name, { description: `Answers with its content: ${name}` }, async () => ({ content }));
  server.registerTool('test_error_handling', { description: 'Fails' }, async () => {
    throw new Error('This tool intentionally returns an error for testing');
  });
  server.registerTool(
    'test_custom_headers',
    {
      description: 'Has a parameter that clients mirror in a header',
      inputSchema: z.object({ region: z.string().meta({ 'x-mcp-header': 'Region' }) }),
    },
    async ({ region }) => answer(region),
  );
}

function registerTelling(server: McpServer): void {
  const log = async (context: ServerContext, said: string) => context.mcpReq.log('info', said);
  const telling = async (context: ServerContext) => {
    await log(context, 'Tool execution started');
    await pause();
    await log(context, 'Tool processing data');
    await pause();
    await log(context, 'Tool execution completed');
    return answer('It has logged');
  };
  for (const name of ['test_tool_with_logging', 'test_logging_tool'])
    server.registerTool(name, { description: 'Logs while it works' }, telling);
  server.registerTool('test_tool_with_progress', { description: 'Tells how far it is' }, async ({ mcpReq }) => {
    const progressToken = mcpReq._meta?.progressToken;
    for (const progress of [0, 50, 100]) {
      if (progressToken !== undefined)
        await mcpReq.notify({ method: 'notifications/progress', params: { progressToken, progress, total: 100 } });
      await pause();
    }
    return answer('It has told how far it is');
  });
}

function registerAsking(server: McpServer, { states }: Changing): void {
  const asking = (name: string, answerIt: (context: ServerContext) => Promise<object> | object) =>
    server.registerTool(name, { description: 'Asks the client for something first' }, async (context) => {
      const answered = await answerIt(context);
      return answered as ReturnType<typeof answer>;
    });
  const need = (inputRequests: InputRequiredSpec['inputRequests'], requestState?: string) =>
    inputRequired({ ...(inputRequests && { inputRequests }), ...(requestState !== undefined && { requestState }) });

  asking('test_input_required_result_elicitation', ({ mcpReq }) => {
    const { name } = acceptedContent(mcpReq.inputResponses, 'user_name') ?? {};
    return typeof name === 'string' ? answer(`Hello, ${name}!`) : need({ user_name: askName });
  });
  asking('test_input_required_result_sampling', ({ mcpReq }) => {
    const sampled = mcpReq.inputResponses?.capital_question;
    return sampled ? answer(`Sampled: ${JSON.stringify(sampled)}`) : need({ capital_question: askCapital });
  });
  asking('test_input_required_result_list_roots', ({ mcpReq }) => {
    const roots = mcpReq.inputResponses?.client_roots;
    return roots ? answer(`Roots: ${JSON.stringify(roots)}`) : need({ client_roots: askRoots });
  });
  const okForm = z.object({ ok: z.boolean() });
  const confirm = inputRequired.elicit({ message: 'Please confirm', requestedSchema: okForm });
  for (const name of ['test_input_required_result_request_state', 'test_input_required_result_tampered_state'])
    asking(name, async ({ mcpReq }) => {
      const state = mcpReq.requestState<{ readonly step: string }>();
      return state && mcpReq.inputResponses?.confirm
        ? answer('state-ok')
        : need({ confirm }, await states.mint({ step: 'confirm' }));
    });
  asking('test_input_required_result_multiple_inputs', async ({ mcpReq }) => {
    const given = mcpReq.inputResponses ?? {};
    const isAll = ['user_name', 'greeting', 'client_roots'].every((key) => key in given);
    if (isAll && mcpReq.requestState()) return answer(`All of it: ${Object.keys(given).join(', ')}`);
    return need(
      { user_name: askName, greeting: askGreeting, client_roots: askRoots },
      await states.mint({ step: 'all' }),
    );
  });
  asking('test_input_required_result_multi_round', async ({ mcpReq }) => {
    const state = mcpReq.requestState<{ readonly step: string }>();
    const colorForm = z.object({ color: z.string() });
    const step1 = inputRequired.elicit({ message: 'Step 1: What is your name?', requestedSchema: nameForm });
    const step2 = inputRequired.elicit({ message: 'Step 2: What is your favorite color?', requestedSchema: colorForm });
    if (state?.step === '2' && mcpReq.inputResponses?.step2) return answer('Both steps are done');
    if (state?.step === '1' && mcpReq.inputResponses?.step1) return need({ step2 }, await states.mint({ step: '2' }));
    return need({ step1 }, await states.mint({ step: '1' }));
  });
  asking('test_input_required_result_capabilities', () => {
    const { sampling, elicitation } = server.server.getClientCapabilities() ?? {};
    return need({ ...(sampling && { capital_question: askCapital }), ...(elicitation && { user_name: askName }) });
  });
  asking('test_missing_capability', () => need({ capital_question: askCapital }));
  asking('test_streaming_elicitation', () => need({ user_name: askName }));
}
