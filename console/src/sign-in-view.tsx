/** What is shown to who has not signed in yet. */
import { type FormEvent, useEffect, useState } from 'react';
import { readProviders, say, sendLink, signInWith, useTold } from './sign-in.ts';
import { START } from './start.ts';
import { choose } from './token.ts';
import { Panel } from './ui.tsx';

/** By Supabase Auth where the gateway has one, and by a token in any case. */
export function SignInView() {
  return (
    <div className="views narrow">
      {START.signIn && <BySupabase />}
      <ByToken />
    </div>
  );
}

function BySupabase() {
  const [providers, setProviders] = useState<readonly string[]>([]);
  const told = useTold();
  useEffect(() => {
    readProviders().then(setProviders, () => setProviders([]));
  }, []);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email'));
    say('Sending…');
    sendLink(email).then(
      () => say(`A link is on its way to ${email}.`),
      (error: Error) => say(`No link was sent: ${error.message}`),
    );
  };
  const leave = (provider: string) =>
    signInWith(provider).catch((error: Error) => say(`That failed: ${error.message}`));
  return (
    <Panel title="Sign in">
      <form onSubmit={send}>
        <label>
          E-mail address
          <input name="email" type="email" required autoComplete="email" />
        </label>
        <button type="submit">Send me a link</button>
      </form>
      {providers.map((provider) => (
        <button key={provider} type="button" onClick={() => void leave(provider)}>
          Sign in with {provider}
        </button>
      ))}
      <p role="status">{told}</p>
    </Panel>
  );
}

function ByToken() {
  const take = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const token = String(new FormData(event.currentTarget).get('token')).trim();
    choose({ name: 'token', token });
  };
  return (
    <Panel title="By a token">
      <form onSubmit={take}>
        <label>
          A JWT that this gateway accepts, e.g. of <code>npx tripoint token</code>
          <input name="token" type="password" required autoComplete="off" />
        </label>
        <button type="submit">Look with it</button>
      </form>
      <p className="faint">It is kept in this tab, and gone with it.</p>
    </Panel>
  );
}
