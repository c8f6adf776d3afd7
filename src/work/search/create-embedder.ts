/** Which embedder turns texts into vectors: an endpoint's, a local model's, or the one built in. */
import { createBuiltInEmbedder } from './built-in-embedder.ts';
import type { Embedder } from './embedder.ts';
import { createLocalEmbedder } from './local-embedder.ts';
import type { OpenAiConfig } from './openai-client.ts';
import { createOpenAiEmbedder } from './openai-embedder.ts';

/** Where vectors come from. */
export type EmbedderConfig =
  | ({ readonly kind: 'openai'; readonly model: string } & OpenAiConfig)
  /** @see createLocalEmbedder for what is in the folder. */
  | { readonly kind: 'local'; readonly folder: string }
  /** Without a network. @see createBuiltInEmbedder */
  | { readonly kind: 'built-in' };

/** Nothing is loaded, read or asked before the first text. */
export function createEmbedder(config: EmbedderConfig): Embedder {
  if (config.kind === 'openai') return createOpenAiEmbedder(config);
  return config.kind === 'local' ? createLocalEmbedder(config.folder) : createBuiltInEmbedder();
}
