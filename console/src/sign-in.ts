/** Signing in by Supabase Auth: a link by e-mail, or an account elsewhere. Its session lives as long as this tab. */
import type { GoTrueClient, Session } from '@supabase/auth-js';
import { useSyncExternalStore } from 'react';
import { START } from './start.ts';
import { choose, chosenViewer } from './token.ts';

/** Where the tab keeps its session. */
const SESSION = 'tripoint.session';
/** Milliseconds that a page waits for the auth server before it is shown. */
const PATIENCE_MS = 5_000;

/** The client that keeps the session fresh; null where nobody has signed in by it. */
let kept: GoTrueClient | null = null;

const listeners = new Set<() => void>();
let told = '';

/** What there is to say of signing in; empty for nothing. */
export function useTold(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => told,
  );
}

/** Says it where people sign in, instead of what was said before. */
export function say(text: string): void {
  told = text;
  for (const listener of listeners) listener();
}

/** Ends the session of this tab, here and at the auth server. */
export async function signOut(): Promise<void> {
  const client = kept;
  kept = null;
  endSession('');
  await client?.signOut({ scope: 'local' }).catch(() => {});
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

/** Whether the page is one that a sign-in comes back to, or has a session to go on with. */
export function isSigningIn(): boolean {
  return isToTakeUp(readReturn());
}

function isToTakeUp(back: Return | null): boolean {
  return START.signIn !== null && (back !== null || readSession() !== null);
}

/** Takes up a session that the address brings back, or that this tab has; then keeps its token fresh. Says what failed. */
export function finishSignIn(): Promise<void> {
  return takeUpSession(readReturn());
}

/** The same on a page that no sign-in comes back to. */
export function continueSession(): Promise<void> {
  return takeUpSession(null);
}

async function takeUpSession(back: Return | null): Promise<void> {
  if (!isToTakeUp(back)) return;
  if (back?.refusal) {
    say(`You are not signed in: ${back.refusal}`);
    leaveReturn();
    if (!readSession()) return;
  }
  const client = await createClient(back?.hasCode ? 'pkce' : 'implicit', back !== null);
  kept = client;
  let isOurs = readSession() !== null;
  client.onAuthStateChange(() => {
    if (kept !== client) return;
    // Not what the event brings: other tabs tell of their sessions too.
    const session = readSession();
    if (session && !isExpired(session)) takeUp(session);
    else if (isOurs && !session) endSession('Your session has ended: sign in again.');
    isOurs = session !== null;
  });
  const outcome = await Promise.race([client.initialize(), wait(PATIENCE_MS)]);
  const session = readSession();
  if (session && !isExpired(session)) takeUp(session);
  else if (session) endSession('The auth server does not answer. Your session goes on as soon as it does.');
  else if (outcome?.error) say(`You are not signed in: ${outcome.error.message}`);
  else if (back && !outcome) say('You are not signed in: the auth server does not answer.');
  else if (back?.hasCode) say('You are not signed in: this was not begun in this tab, or is over.');
  if (back) leaveReturn();
}

/** What Supabase Auth has come back with. */
interface Return {
  readonly hasCode: boolean;
  readonly refusal: string | null;
}

/** In the query (a code) or in the fragment (a session); null for an address of ours. */
function readReturn(): Return | null {
  const query = new URLSearchParams(location.search);
  const fragment = new URLSearchParams(location.hash.slice(1));
  const find = (name: string) => query.get(name) ?? fragment.get(name);
  const refusal = find('error_description') ?? find('error');
  const hasCode = query.has('code');
  return hasCode || refusal !== null || fragment.has('access_token') ? { hasCode, refusal } : null;
}

function leaveReturn(): void {
  history.replaceState(null, '', `${location.pathname}#/overview`);
}

/** The session that this tab keeps. */
function readSession(): Session | null {
  return JSON.parse(sessionStorage.getItem(SESSION) ?? 'null') as Session | null;
}

function isExpired({ expires_at = 0 }: Session): boolean {
  return expires_at * 1_000 <= Date.now();
}

function takeUp({ user, access_token: token }: Session): void {
  say('');
  if (chosenViewer()?.token !== token) choose({ name: user.email ?? user.id, token });
}

function endSession(text: string): void {
  choose(null);
  say(text);
}

function wait(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms));
}

/** Loaded where somebody signs in, and never else. */
async function createClient(flowType: 'implicit' | 'pkce', detectSessionInUrl = true): Promise<GoTrueClient> {
  const { GoTrueClient } = await import('@supabase/auth-js');
  const signIn = START.signIn;
  if (!signIn) throw new Error('This gateway has no auth server (SUPABASE_URL)');
  const keeping = { autoRefreshToken: true, persistSession: true, storage: sessionStorage, storageKey: SESSION };
  const asking = { url: signIn.url, headers: headersOf(signIn.key), flowType, detectSessionInUrl };
  return new GoTrueClient({ ...asking, ...keeping });
}

function headersOf(key: string | null): Record<string, string> {
  return key === null ? {} : { apikey: key };
}

function pageUrl(): string {
  return `${location.origin}/`;
}
