/** Supabase, for who is signed in: it keeps the session, and renews its token. */
import { createClient } from '@supabase/supabase-js';

export const supabase = createClient(
  process.env.NEXT_PUBLIC_SUPABASE_URL ?? '',
  process.env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? '',
);

/** The header by which the gateway knows who asks. */
export async function authorization(): Promise<string> {
  const { data } = await supabase.auth.getSession();
  if (!data.session) throw new Error('Nobody is signed in');
  return `Bearer ${data.session.access_token}`;
}
