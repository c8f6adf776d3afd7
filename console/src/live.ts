/** Subscriptions over event streams, which go on by themselves from the last place after a cut. */
import { createClient, type RequestParams } from 'graphql-sse';
import { useEffect, useRef, useState } from 'react';
import { type AnswerError, type ArgumentsOf, type DataOf, type OperationName, payloadOf } from './ask.ts';
import { authorization, useChosen } from './token.ts';
import type { Trouble } from './words.ts';

/** How a subscription stands. */
export type LiveState =
  | { readonly kind: 'connecting' | 'live' | 'over' }
  | { readonly kind: 'refused'; readonly trouble: Trouble };

interface Following<Name extends OperationName> {
  readonly variables: ArgumentsOf<Name>;
  readonly next: (data: DataOf<Name>) => void;
  /** Variables that go on after what was seen; called after a cut. */
  readonly resume: () => Partial<ArgumentsOf<Name>>;
}

/** Milliseconds before it is asked again. */
const AGAIN_MS = 2_000;
/** After these nothing is won by asking again. */
const FINAL = new Set(['FORBIDDEN', 'UNAUTHENTICATED', 'NOT_FOUND', 'BAD_USER_INPUT', 'NOT_CONFIGURED']);

/** @param key Begins anew where it changes; null follows nothing. */
export function useLive<Name extends OperationName>(
  name: Name,
  key: string | null,
  following: Following<Name>,
): LiveState {
  const viewer = useChosen();
  const [state, setState] = useState<LiveState>({ kind: 'connecting' });
  const latest = useRef(following);
  latest.current = following;
  const token = viewer?.token;
  useEffect(() => {
    if (key === null || !token) return;
    setState({ kind: 'connecting' });
    return follow(name, latest, setState);
  }, [name, key, token]);
  return state;
}

/** Gives its end. */
function follow<Name extends OperationName>(
  name: Name,
  latest: { readonly current: Following<Name> },
  setState: (state: LiveState) => void,
): () => void {
  const client = createClient({ url: '/graphql', headers: authorization, retryAttempts: 0 });
  let end = () => {};
  let timer = 0;
  let isEnded = false;
  const open = (more: Partial<ArgumentsOf<Name>>) => {
    const payload = payloadOf(name, { ...latest.current.variables, ...more });
    let refusal: AnswerError | undefined;
    const again = () => {
      if (isEnded) return;
      setState({ kind: 'connecting' });
      timer = window.setTimeout(() => open(latest.current.resume()), AGAIN_MS);
    };
    // An id stands for the text, which the package's types do not know.
    end = client.subscribe<DataOf<Name>>(payload as unknown as RequestParams, {
      next: ({ data, errors }) => {
        refusal = errors?.[0] as AnswerError | undefined;
        if (!data) return;
        setState({ kind: 'live' });
        latest.current.next(data);
      },
      error: again,
      complete: () => {
        if (isEnded) return;
        if (!refusal) return setState({ kind: 'over' });
        const { code, surface } = refusal.extensions;
        if (FINAL.has(code)) setState({ kind: 'refused', trouble: { code, surface, message: refusal.message } });
        else again();
      },
    });
  };
  open({});
  return () => {
    isEnded = true;
    window.clearTimeout(timer);
    end();
    client.dispose();
  };
}
