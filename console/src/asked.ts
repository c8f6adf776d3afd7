/** What this page has asked last, and what each answer said of its calls. */
import { useSyncExternalStore } from 'react';
import type { Report } from './plan-of.ts';

/** One operation that was answered. */
export interface Asked {
  readonly id: number;
  readonly at: Date;
  readonly name: string;
  /** Milliseconds from the request to its answer, as the browser saw it. */
  readonly ms: number;
  readonly errors: readonly { readonly message: string }[];
  /** Undefined where the gateway tells of no calls, as in production. */
  readonly report: Report | undefined;
}

const MAX_KEPT = 40;
const listeners = new Set<() => void>();
let kept: readonly Asked[] = [];
let count = 0;

/** Keeps the latest. */
export function noteAsked(asked: Omit<Asked, 'id' | 'at'>): void {
  count += 1;
  kept = [{ ...asked, id: count, at: new Date() }, ...kept].slice(0, MAX_KEPT);
  for (const listener of listeners) listener();
}

/** The latest first. */
export function useAsked(): readonly Asked[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => kept,
  );
}
