/** As whom the pages ask: a token in this tab's session storage, which both pages share and a reload keeps. */
import { useSyncExternalStore } from 'react';
import { START } from './start.ts';

/** Who was chosen, or has signed in. */
export interface Chosen {
  /** What it is called on the page. */
  readonly name: string;
  /** Null for nobody: asks without a token. */
  readonly token: string | null;
}

const KEY = 'tripoint.viewer';
/** Whom a list of demo viewers has at its end. */
export const NOBODY: Chosen = { name: 'anonymous', token: null };

const listeners = new Set<() => void>();
let chosen: Chosen | null = restore();

/** Null where nobody was chosen yet. */
export function chosenViewer(): Chosen | null {
  return chosen;
}

/** Null signs out. */
export function choose(next: Chosen | null): void {
  chosen = next;
  if (next) sessionStorage.setItem(KEY, JSON.stringify(next));
  else sessionStorage.removeItem(KEY);
  for (const listener of listeners) listener();
}

/** The viewer, as React sees it change. */
export function useChosen(): Chosen | null {
  return useSyncExternalStore(subscribe, chosenViewer);
}

/** Headers of a request of the viewer. */
export function authorization(): Record<string, string> {
  return chosen?.token ? { authorization: `Bearer ${chosen.token}` } : {};
}

/** What to choose where nothing was: on this machine the first page is to show something. */
export function chooseDemo(preferred: string): void {
  if (chosen || START.tokens.length === 0) return;
  choose(START.tokens.find(({ name }) => name === preferred) ?? START.tokens[0] ?? null);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A demo viewer is taken by name: the page brings a newer token of its own. */
function restore(): Chosen | null {
  const kept = sessionStorage.getItem(KEY);
  if (kept === null) return null;
  try {
    const { name, token } = JSON.parse(kept) as Chosen;
    return START.tokens.find((demo) => demo.name === name) ?? { name, token };
  } catch {
    return null;
  }
}
