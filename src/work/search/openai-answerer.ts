/** The chat endpoint of any OpenAI-compatible API, as a stream of text. */
import type { Answerer } from './answerer.ts';
import { createOpenAiClient, type OpenAiConfig, openModelSpan, toUpstreamError } from './openai-client.ts';

/** What the answerer asks, and how patiently. */
export interface OpenAiAnswererConfig extends OpenAiConfig {
  /** E.g. `gpt-4o-mini`. */
  readonly model: string;
  /** Milliseconds that one answer may take, from the request to its last word; default 20 000. */
  readonly timeoutMs?: number;
}

/** Less than an operation may take: its passages are to be answered when the answer is not. */
const TIMEOUT_MS = 20_000;

/** Asks nothing before the first question; never asks twice, since somebody waits. */
export function createOpenAiAnswerer({ model, timeoutMs = TIMEOUT_MS, ...config }: OpenAiAnswererConfig): Answerer {
  const client = createOpenAiClient(config);
  return {
    model,
    write: async function* (messages, signal, onTokens) {
      const bounded = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      const span = openModelSpan(config, 'chat', model);
      const { headers } = span;
      try {
        // Asked for where somebody pays for them: not every endpoint knows the option.
        const counted = onTokens && { stream_options: { include_usage: true } };
        const body = { model, messages, ...counted };
        for await (const { choices, usage } of client.chat(body, { signal: bounded, headers })) {
          if (usage) onTokens?.(usage.total_tokens);
          const piece = choices?.[0]?.delta?.content;
          if (piece) yield piece;
        }
      } catch (thrown) {
        const error = toUpstreamError(thrown, bounded);
        span.end(error);
        throw error;
      } finally {
        span.end();
      }
    },
  };
}
