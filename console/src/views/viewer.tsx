/** Who the token's viewer is, and what it may do. */
import { type FormEvent, useState } from 'react';
import type { DataOf } from '../ask.ts';
import { Explanation } from '../explanation.tsx';
import { Facts, Panel, Shown } from '../ui.tsx';
import { useAsk } from '../use-ask.ts';

type Viewer = NonNullable<DataOf<'Who'>['viewer']>;
type Doctrine = NonNullable<DataOf<'Doctrine'>['doctrine']>;

/** The view. */
export function ViewerView() {
  const who = useAsk('Who', {});
  const doctrine = useAsk('Doctrine', {});
  const viewer = who.data?.viewer;
  return (
    <div className="views">
      <Panel title="Who you are">
        <Shown asking={who} field="viewer" value={viewer} empty="Nobody.">
          {(known) => <Who viewer={known} />}
        </Shown>
      </Panel>
      <Panel title="May I?">
        <MayI />
      </Panel>
      <Panel title="What you may read" wide>
        <Shown asking={doctrine} field="doctrine" value={viewer && doctrine.data?.doctrine} empty="Nothing.">
          {(known) => viewer && <Reads viewer={viewer} doctrine={known} />}
        </Shown>
      </Panel>
    </div>
  );
}

function Who({ viewer }: { viewer: Viewer }) {
  return (
    <Facts
      of={[
        ['Kind', viewer.kind.toLowerCase().replaceAll('_', ' ')],
        ['Id', viewer.id],
        ['Name', viewer.person?.name],
        ['Agent', viewer.agent],
        ['OAuth client', viewer.clientId],
        ['Acts for', viewer.actsForPerson?.name ?? viewer.actsFor],
        ['Groups', viewer.groups.length > 0 ? viewer.groups.join(', ') : null],
      ]}
    />
  );
}

/** The doctrine's names for the viewer: its kind, its groups, or the agent that it is. */
function namesOf({ kind, agent, groups, actsFor }: Viewer): readonly string[] {
  const kinds = { ANONYMOUS: 'anonymous', ANONYMOUS_USER: 'anonymousUser', USER: 'user', SERVICE: 'service' } as const;
  if (agent !== null && agent !== undefined) return actsFor ? [agent, 'user'] : [agent];
  return [kinds[kind as keyof typeof kinds] ?? 'user', ...groups];
}

function Reads({ viewer, doctrine: { surfaces } }: { viewer: Viewer; doctrine: Doctrine }) {
  const names = namesOf(viewer);
  return (
    <div className="links">
      {surfaces.map(({ name, owns, writers }) => {
        const readable = owns.filter(({ readers }) => names.some((own) => readers.includes(own)));
        return (
          <div key={name}>
            <h3>
              {name}: {readable.length} of {owns.length}
            </h3>
            <p className="faint">
              {names.some((own) => writers.includes(own)) ? 'You write here.' : 'You do not write here.'}
            </p>
            <ul className="names">
              {readable.map(({ name: source }) => (
                <li key={source}>
                  <code>{source}</code>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

function MayI() {
  const [coordinate, setCoordinate] = useState('');
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setCoordinate(String(new FormData(event.currentTarget).get('coordinate')).trim());
  };
  return (
    <>
      <form className="row" onSubmit={ask}>
        <label className="grow">
          A mutation, a root field, a link, a table or a model
          <input name="coordinate" required placeholder="Mutation.enqueueRun" spellCheck={false} />
        </label>
        <button type="submit">Ask</button>
      </form>
      {coordinate !== '' && <Explanation coordinate={coordinate} />}
    </>
  );
}
