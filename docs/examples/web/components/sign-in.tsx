/** Signs in with a password, by Supabase Auth. */
import { type FormEvent, useState } from 'react';
import { supabase } from '../lib/supabase';

export function SignIn() {
  const [problem, setProblem] = useState<string | null>(null);
  const signIn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const { error } = await supabase.auth.signInWithPassword({
      email: String(given.get('email')),
      password: String(given.get('password')),
    });
    setProblem(error?.message ?? null);
  };
  return (
    <form onSubmit={signIn}>
      <label>
        E-mail <input name="email" type="email" autoComplete="username" required />
      </label>{' '}
      <label>
        Password <input name="password" type="password" autoComplete="current-password" required />
      </label>{' '}
      <button>Sign in</button>
      {problem && <p role="alert">{problem}</p>}
    </form>
  );
}
