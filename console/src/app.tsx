/** The frame: which view is shown, who looks, and the lights of the three surfaces above everything. */
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { Lights } from './lights.tsx';
import { useRoute } from './route.ts';
import { SignInView } from './sign-in-view.tsx';
import { START } from './start.ts';
import { useChosen } from './token.ts';
import { ViewerChoice } from './viewer-choice.tsx';
import { BordersView } from './views/borders.tsx';
import { DeliveryView } from './views/delivery.tsx';
import { OperationsView } from './views/operations.tsx';
import { OverviewView } from './views/overview.tsx';
import { PlanView } from './views/plan.tsx';
import { RunView } from './views/run.tsx';
import { RunsView } from './views/runs.tsx';
import { SearchView } from './views/search.tsx';
import { ViewerView } from './views/viewer.tsx';

const DoctrineView = lazy(async () => ({ default: (await import('./views/doctrine.tsx')).DoctrineView }));

const VIEWS: Readonly<Record<string, { readonly title: string; readonly show: (rest: string) => ReactNode }>> = {
  overview: { title: 'Overview', show: () => <OverviewView /> },
  runs: { title: 'Runs', show: (id) => (id ? <RunView id={id} /> : <RunsView />) },
  doctrine: { title: 'Doctrine', show: () => <DoctrineView /> },
  borders: { title: 'Borders', show: () => <BordersView /> },
  search: { title: 'Search', show: () => <SearchView /> },
  delivery: { title: 'DeliveryProjects', show: () => <DeliveryView /> },
  operations: { title: 'Operations', show: () => <OperationsView /> },
  plan: { title: 'Plan', show: () => <PlanView /> },
  viewer: { title: 'Viewer', show: () => <ViewerView /> },
};

/** The whole page. */
export function App() {
  const viewer = useChosen();
  const { view, rest } = useRoute();
  const shown = VIEWS[view] ?? VIEWS.overview;
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${shown?.title} · Tripoint`;
    // On a phone the bar is broader than the window.
    document.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [shown]);
  return (
    <>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        To the content
      </button>
      <header className="top">
        <a className="brand" href="#/overview">
          Tripoint
        </a>
        <Lights />
        <ViewerChoice />
      </header>
      <nav aria-label="Views">
        {Object.entries(VIEWS).map(([name, { title }]) => (
          <a key={name} href={`#/${name}`} aria-current={VIEWS[name] === shown ? 'page' : undefined}>
            {title}
          </a>
        ))}
        {START.graphiql && <a href="/graphiql">GraphiQL</a>}
      </nav>
      <main id="content" ref={main} tabIndex={-1}>
        <h1>{shown?.title}</h1>
        <Suspense fallback={<p className="loading">Loading…</p>}>
          {viewer ? shown?.show(rest) : <SignInView />}
        </Suspense>
      </main>
    </>
  );
}
