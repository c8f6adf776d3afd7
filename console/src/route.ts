/** Which view the address names: `#/runs/<id>`. */
import { useSyncExternalStore } from 'react';

/** A view, and what comes after it. */
export interface Route {
  readonly view: string;
  readonly rest: string;
}

/** The present one. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const [, view = 'overview', rest = ''] = /^#\/([a-z]+)(?:\/(.*))?$/.exec(hash) ?? [];
  return { view, rest: decodeURIComponent(rest) };
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
