/** The files of a page: the gateway is told of one, it goes where the gateway says, and the gateway is told that it is there. */
import { type ChangeEvent, useState } from 'react';
import { AnnounceFileDocument, ConfirmFileDocument, type PageQuery } from '../lib/documents';
import { ask, fileUrl, upload } from '../lib/gateway';

type Page = NonNullable<PageQuery['page']>;

export function Files({ page, onChange }: { page: Page; onChange: () => Promise<void> }) {
  const [said, setSaid] = useState('');
  const send = async (file: File) => {
    const { name, size } = file;
    const announced = await ask(AnnounceFileDocument, { pageId: page.id, name, size, contentType: file.type });
    const { uploadUrl, attachment, userErrors = [] } = announced.createAttachmentUpload ?? {};
    if (!uploadUrl || !attachment) return setSaid(userErrors.map(({ message }) => message).join('. '));
    await upload(uploadUrl, file, attachment.contentType);
    const { confirmAttachment } = await ask(ConfirmFileDocument, { attachmentId: attachment.id });
    setSaid(confirmAttachment?.userErrors[0]?.message ?? `${name} is there`);
    await onChange();
  };
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file) send(file).catch((error: Error) => setSaid(error.message));
  };
  return (
    <>
      <ul aria-label="Files">
        {page.attachments?.nodes.map(({ id, name, size, url }) => (
          <li key={id}>
            {url ? <a href={fileUrl(url)}>{name}</a> : name} ({size} bytes)
          </li>
        ))}
      </ul>
      <label>
        Add a file <input type="file" onChange={choose} />
      </label>{' '}
      <output>{said}</output>
    </>
  );
}
