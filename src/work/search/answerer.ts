/** What writes text from messages, whichever language model does it. */

/** A message to a language model. */
export interface ChatMessage {
  /** `system` says what to do, `user` what to do it with. */
  readonly role: 'system' | 'user';
  readonly content: string;
}

/** Writes text. */
export interface Answerer {
  /** Named beside the answer. */
  readonly model: string;
  /**
   * Yields the text piece by piece; ends it at once when it is read no further.
   *
   * @throws GatewayError `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_ERROR`, `RATE_LIMITED` (surface work).
   */
  write(
    messages: readonly ChatMessage[],
    signal: AbortSignal,
    /** Told the tokens of question and answer, where the model tells them. */
    onTokens?: (count: number) => void,
  ): AsyncIterable<string>;
  close?(): Promise<void>;
}
