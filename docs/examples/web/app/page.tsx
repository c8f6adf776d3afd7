'use client';
/** Who is signed in sees the pages and the runs; everybody else is asked to sign in. */
import type { Session } from '@supabase/supabase-js';
import { useEffect, useState } from 'react';
import { PageEditor } from '../components/page-editor';
import { PageList } from '../components/page-list';
import { Runs } from '../components/runs';
import { SignIn } from '../components/sign-in';
import { supabase } from '../lib/supabase';

export default function Home() {
  const [session, setSession] = useState<Session | null>(null);
  const [pageId, setPageId] = useState<string | null>(null);
  useEffect(() => {
    const { data } = supabase.auth.onAuthStateChange((_event, now) => setSession(now));
    return () => data.subscription.unsubscribe();
  }, []);
  if (!session) return <SignIn />;
  return (
    <main>
      <p>
        Signed in as {session.user.email} <button onClick={() => supabase.auth.signOut()}>Sign out</button>
      </p>
      <PageList onOpen={setPageId} />
      {pageId && <PageEditor key={pageId} pageId={pageId} />}
      <Runs />
    </main>
  );
}
