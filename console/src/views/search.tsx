/** The search index, and a question to it. */
import { type FormEvent, useState } from 'react';
import { Ago, Badge, Facts, None, Panel, Shown, Table } from '../ui.tsx';
import { useAsk } from '../use-ask.ts';

/** The view. */
export function SearchView() {
  return (
    <div className="views">
      <Question />
      <Index />
    </div>
  );
}

function Question() {
  const [question, setQuestion] = useState('');
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setQuestion(String(new FormData(event.currentTarget).get('question')).trim());
  };
  const asking = useAsk('Ask', { question }, { enabled: question !== '' });
  return (
    <Panel title="Ask the workspace" wide>
      <form className="row" onSubmit={ask}>
        <label className="grow">
          <span className="unseen">Question</span>
          <input name="question" type="search" required placeholder="How do we file 2550Q?" />
        </label>
        <button type="submit">Ask</button>
      </form>
      {question !== '' && (
        <Shown asking={asking} field="askDocs" value={asking.data?.askDocs} empty="Nothing was answered.">
          {(found) => <Found found={found} />}
        </Shown>
      )}
    </Panel>
  );
}

type DocsAnswer = NonNullable<NonNullable<ReturnType<typeof useAsk<'Ask'>>['data']>['askDocs']>;

function Found({ found: { answer, index, insufficientEvidence, isKeywordOnly, passages } }: { found: DocsAnswer }) {
  return (
    <>
      {answer && (
        <blockquote>
          {answer.text} <footer className="faint">{answer.model}</footer>
        </blockquote>
      )}
      {insufficientEvidence && <p className="faint">Nothing that was found says it for sure.</p>}
      {isKeywordOnly && <p className="faint">Found by words alone: meaning is not available just now.</p>}
      {passages.length === 0 && <p className="empty">No passage was found among the pages that you see.</p>}
      <ol className="passages">
        {passages.map(({ page, heading, snippet, keywordRank, semanticRank, indexedAt, version }) => (
          <li key={`${page?.id} ${heading} ${snippet}`}>
            <details>
              <summary>
                <strong>{page?.title ?? 'A page that is gone'}</strong>
                {heading && <> · {heading}</>} <span className="faint">{page?.space?.name}</span>
              </summary>
              <p>{snippet}</p>
              <p className="faint">
                {keywordRank ? `by words ${keywordRank}` : 'not by words'},{' '}
                {semanticRank ? `by meaning ${semanticRank}` : 'not by meaning'}; version {version}, indexed{' '}
                <Ago at={indexedAt} />
              </p>
            </details>
          </li>
        ))}
      </ol>
      {index && (
        <Facts
          of={[
            [
              'Model',
              <span key="model">
                {index.model} {index.isLexical && <Badge tone="quiet">words only</Badge>}
              </span>,
            ],
            ['Pages waiting', index.pendingPages],
            ['Lag', `${Math.round(index.lagSeconds)} s`],
            ['Passages of another model', index.staleChunks],
          ]}
        />
      )}
    </>
  );
}

function Index() {
  const asking = useAsk('IndexState', {}, { everyMs: 5_000 });
  const { waiting, dead } = asking.data ?? {};
  return (
    <>
      <Panel title="Waiting for the indexer" aside={<Badge tone="quiet">{waiting?.totalCount ?? '–'}</Badge>}>
        <Shown asking={asking} field="waiting" value={waiting?.nodes} empty="Every page is indexed.">
          {(entries) => (
            <Table
              label="Pages that wait"
              rows={entries}
              keyOf={({ id }) => id}
              columns={[
                { title: 'Page', cell: ({ page }) => page?.title ?? <None /> },
                { title: 'Since', cell: ({ enqueuedAt }) => <Ago at={enqueuedAt} /> },
                { title: 'Tries', isNumber: true, cell: ({ attempts }) => attempts },
                { title: 'Error', cell: ({ lastError }) => lastError ?? <None /> },
              ]}
            />
          )}
        </Shown>
      </Panel>
      <Panel title="Given up" aside={<Badge tone="quiet">{dead?.totalCount ?? '–'}</Badge>}>
        <Shown asking={asking} field="dead" value={dead?.nodes} empty="The indexer has given up no page.">
          {(entries) => (
            <Table
              label="Pages given up"
              rows={entries}
              keyOf={({ id }) => id}
              columns={[
                { title: 'Page', cell: ({ page }) => page?.title ?? <None /> },
                { title: 'Since', cell: ({ deadAt }) => <Ago at={deadAt} /> },
                { title: 'Error', cell: ({ lastError }) => lastError ?? <None /> },
              ]}
            />
          )}
        </Shown>
      </Panel>
    </>
  );
}
