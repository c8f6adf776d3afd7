/** Signing in by Supabase Auth: a link by e-mail, or an account elsewhere. Its session lives as long as this tab. */
import type { GoTrueClient } from '@supabase/auth-js';
import { START } from './start.ts';
import { choose, chosenViewer } from './token.ts';

/** The client that keeps the session fresh; null where nobody has signed in by it. */
let kept: GoTrueClient | null = null;

/** Ends the session of this tab, here and at the auth server. */
export async function signOut(): Promise<void> {
  const client = kept;
  kept = null;
  choose(null);
  await client?.signOut({ scope: 'local' });
  sessionStorage.clear();
}

/** Sends a link to the address. @throws Error with what the auth server says. */
export async function sendLink(email: string): Promise<void> {
  // The link is opened in another tab, which has no verifier of this one.
  const client = await createClient('implicit');
  const { error } = await client.signInWithOtp({ email, options: { emailRedirectTo: pageUrl() } });
  if (error) throw error;
}

/** Leaves the page for a provider's. @throws Error with what the auth server says. */
export async function signInWith(provider: string): Promise<void> {
  const client = await createClient('pkce');
  const { error } = await client.signInWithOAuth({
    provider: provider as 'github',
    options: { redirectTo: pageUrl() },
  });
  if (error) throw error;
}

/** Names of the providers that the auth server has turned on; none where it does not say. */
export async function readProviders(): Promise<readonly string[]> {
  if (!START.signIn) return [];
  const response = await fetch(`${START.signIn.url}/settings`, { headers: headersOf(START.signIn.key) });
  const { external = {} } = (await response.json()) as { external?: Record<string, boolean> };
  return Object.keys(external).filter(
    (name) => external[name] && !['email', 'phone', 'anonymous_users'].includes(name),
  );
}

/** Takes up a session that the address brings back, or that this tab has; then keeps its token fresh. */
export async function finishSignIn(): Promise<void> {
  if (!START.signIn) return;
  const isBack = /[#&]access_token=/.test(location.hash) || new URLSearchParams(location.search).has('code');
  if (!isBack && !chosenViewer()) return;
  const client = await createClient(new URLSearchParams(location.search).has('code') ? 'pkce' : 'implicit');
  kept = client;
  client.onAuthStateChange((_event, session) => {
    if (session && kept === client)
      choose({ name: session.user.email ?? session.user.id, token: session.access_token });
  });
  await client.initialize();
  if (isBack) history.replaceState(null, '', `${location.pathname}#/overview`);
}

/** Loaded where somebody signs in, and never else. */
async function createClient(flowType: 'implicit' | 'pkce'): Promise<GoTrueClient> {
  const { GoTrueClient } = await import('@supabase/auth-js');
  const signIn = START.signIn;
  if (!signIn) throw new Error('This gateway has no auth server (SUPABASE_URL)');
  const kept = { autoRefreshToken: true, persistSession: true, detectSessionInUrl: true, storage: sessionStorage };
  return new GoTrueClient({ url: signIn.url, headers: headersOf(signIn.key), flowType, ...kept });
}

function headersOf(key: string | null): Record<string, string> {
  return key === null ? {} : { apikey: key };
}

function pageUrl(): string {
  return `${location.origin}/`;
}
