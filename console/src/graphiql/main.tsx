/** GraphiQL, as one of our own pages: its viewer is the console's, a subscription shows all that came, a plug-in draws the plan. */
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { Plan } from '../plan.tsx';
import { continueSession, useTold } from '../sign-in.ts';
import { START } from '../start.ts';
import { chooseDemo, chosenViewer, useChosen } from '../token.ts';
import { ViewerChoice } from '../viewer-choice.tsx';
import { fetcher, useLastAnswer } from './fetcher.ts';
import { FollowViewer, firstQuery } from './first-query.ts';
import { sortTypes } from './sort-types.ts';
import 'graphiql/style.css';
import './graphiql.css';

/** Drawn of the last answer: what it says of its calls. */
function PlanPane() {
  const last = useLastAnswer();
  return (
    <div className="plan-pane">
      <h2>Plan</h2>
      {last ? <Plan report={last.report} ms={last.ms} /> : <p>Run a query: its calls are drawn here.</p>}
    </div>
  );
}

function PlanIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
      <path d="M4 6h9M4 12h15M4 18h6" strokeLinecap="round" />
    </svg>
  );
}

const PLUGINS = [{ title: 'Plan', icon: PlanIcon, content: PlanPane }];

/** Beside the response: the sums alone, and the whole plan in the plug-in. */
function PlanLine() {
  const last = useLastAnswer();
  if (!last?.report?.calls) return null;
  const { calls } = last.report;
  return (
    <p className="plan-line" role="status">
      {calls.length === 1 ? '1 call' : `${calls.length} calls`}, {Math.round(last.ms)} ms: the plan is in “Plan”, at the
      left
    </p>
  );
}

/** As whom it asks, or what there is to say of that. */
function Asking() {
  const chosen = useChosen();
  const told = useTold();
  if (chosen || START.tokens.length > 0) return <ViewerChoice />;
  return <span role="status">{told || 'set Authorization under Headers'}</span>;
}

function Page() {
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={PLUGINS}
      defaultQuery={firstQuery(chosenViewer())}
      shouldPersistHeaders={false}
      onSchemaChange={sortTypes}
    >
      <GraphiQL.Logo>
        <div className="ask">
          {START.console ? <a href="/">Console</a> : <strong>Tripoint</strong>}
          <Asking />
        </div>
      </GraphiQL.Logo>
      <GraphiQL.Footer>
        <FollowViewer />
        <PlanLine />
      </GraphiQL.Footer>
    </GraphiQL>
  );
}

await continueSession();
chooseDemo('ana');
createRoot(document.getElementById('root') as HTMLElement).render(<Page />);
