/** What the gateway has written into the page for its start. */

/** A viewer to choose, in development on this machine. */
export interface DemoToken {
  readonly name: string;
  readonly token: string;
}

/** Where people sign in. */
export interface SignIn {
  readonly url: string;
  /** The project's publishable key; null where none is wanted. */
  readonly key: string | null;
}

interface Start {
  readonly tokens: readonly DemoToken[];
  readonly signIn: SignIn | null;
  /** Which of the two pages are served. */
  readonly console: boolean;
  readonly graphiql: boolean;
}

const text = document.getElementById('start')?.textContent ?? '{}';

/** The same for the page's whole life. */
export const START: Start = {
  ...{ tokens: [], signIn: null, console: true, graphiql: false },
  ...(JSON.parse(text) as Partial<Start>),
};
