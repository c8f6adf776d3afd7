/** The pages that one may see, each with its space and, read live of Odoo, the partner that it is about. */
import { useEffect, useState } from 'react';
import { PagesDocument, type PagesQuery } from '../lib/documents';
import { ask } from '../lib/gateway';

export function PageList({ onOpen }: { onOpen: (pageId: string) => void }) {
  const [pages, setPages] = useState<PagesQuery['pages']>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    ask(PagesDocument, {}).then(
      (answer) => setPages(answer.pages),
      (error: Error) => setProblem(error.message),
    );
  }, []);
  return (
    <section aria-label="Pages">
      <h2>{pages ? `${pages.totalCount} pages` : 'Pages'}</h2>
      {problem && <p role="alert">{problem}</p>}
      <ul>
        {pages?.nodes.map(({ id, title, space, partner }) => (
          <li key={id}>
            <button onClick={() => onOpen(id)}>{title}</button> {space?.name}
            {partner && `, about ${partner.name}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
