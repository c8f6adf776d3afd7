/** A query drawn as its plan: one of one's own, and those that this page has asked itself. */
import { type FormEvent, useState } from 'react';
import { askText } from '../ask.ts';
import { type Asked, useAsked } from '../asked.ts';
import { Plan } from '../plan.tsx';
import { Badge, Empty, Panel, Problem } from '../ui.tsx';
import { troubleOf } from '../use-ask.ts';
import type { Trouble } from '../words.ts';

const EXAMPLE = `query Pages {
  pages(first: 5) {
    nodes { title partner { name country { name } } }
  }
}`;

/** The view. */
export function PlanView() {
  const asked = useAsked();
  return (
    <div className="views">
      <OwnQuery />
      <Panel title="What this page has asked" wide>
        {asked.length === 0 && <Empty>Nothing yet.</Empty>}
        <ul className="recent">
          {asked.map((one) => (
            <li key={one.id}>
              <AskedPlan asked={one} />
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

function AskedPlan({ asked: { name, ms, at, errors, report } }: { asked: Asked }) {
  return (
    <details>
      <summary>
        <strong>{name}</strong> <span>{Math.round(ms)} ms</span>{' '}
        {errors.length > 0 && <Badge tone="bad">{errors.length === 1 ? '1 error' : `${errors.length} errors`}</Badge>}{' '}
        <span className="faint">{at.toLocaleTimeString()}</span>
      </summary>
      <Plan report={report} ms={ms} />
    </details>
  );
}

type Answer = Awaited<ReturnType<typeof askText>>;

function OwnQuery() {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const query = String(new FormData(event.currentTarget).get('query'));
    setTrouble(null);
    askText(query, true).then(setAnswer, (error) => setTrouble(troubleOf(error)));
  };
  const [first] = answer?.errors ?? [];
  return (
    <Panel title="A query of your own" wide>
      <form onSubmit={ask}>
        <label>
          <span className="unseen">Query</span>
          <textarea name="query" rows={6} spellCheck={false} defaultValue={EXAMPLE} />
        </label>
        <button type="submit">Draw its plan</button>
      </form>
      {trouble && <Problem trouble={trouble} />}
      {first && (
        <Problem trouble={{ code: first.extensions.code, message: first.message, surface: first.extensions.surface }} />
      )}
      {answer?.data !== undefined && <Plan report={answer.extensions?.tripoint} />}
    </Panel>
  );
}
