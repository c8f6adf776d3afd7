/** A page's title and files. What somebody else has saved meanwhile is shown beside one's own text, and one of them chosen. */
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { PageDocument, type PageQuery, RenamePageDocument } from '../lib/documents';
import { ask } from '../lib/gateway';
import { Files } from './files';

type Page = NonNullable<PageQuery['page']>;

export function PageEditor({ pageId }: { pageId: string }) {
  const [page, setPage] = useState<Page | null>(null);
  const [title, setTitle] = useState('');
  const [theirs, setTheirs] = useState<Page | null>(null);
  const [said, setSaid] = useState('');

  const load = useCallback(async () => (await ask(PageDocument, { id: pageId })).page ?? null, [pageId]);
  const show = useCallback((loaded: Page | null) => {
    setPage(loaded);
    setTitle(loaded?.title ?? '');
    setTheirs(null);
  }, []);
  useEffect(() => {
    load().then(show, (error: Error) => setSaid(error.message));
  }, [load, show]);

  /** @param version What the text was written upon: another one in the workspace is refused. */
  const save = async (version: number) => {
    const { updatePage } = await ask(RenamePageDocument, { pageId, title, expectedVersion: version });
    const [refusal] = updatePage?.userErrors ?? [];
    if (refusal?.code === 'CONFLICT') return setTheirs(await load());
    if (refusal) return setSaid(refusal.message);
    show(await load());
    setSaid('Saved');
  };

  if (!page) return <p>{said}</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSaid('');
    save(page.version).catch((error: Error) => setSaid(error.message));
  };
  return (
    <section aria-label="Page">
      <form onSubmit={submit}>
        <label>
          Title <input value={title} onChange={(event) => setTitle(event.target.value)} size={50} />
        </label>{' '}
        <button>Save</button> <output>{said}</output>
      </form>
      {theirs && (
        <div role="alert">
          <p>Somebody else has saved this page meanwhile.</p>
          <p>Theirs: {theirs.title}</p>
          <p>Yours: {title}</p>
          <button onClick={() => save(theirs.version)}>Keep mine</button>
          <button onClick={() => show(theirs)}>Take theirs</button>
        </div>
      )}
      <Files page={page} onChange={async () => setPage(await load())} />
    </section>
  );
}
