/** Attachments in a private bucket of Supabase Storage, which answers the signed URLs itself. */
import { GatewayError } from '../errors.ts';
import { safeFileName } from './file-name.ts';
import { DOWNLOAD_SECONDS, type FileStore } from './files.ts';
import { UNKNOWN_TYPE } from './media-type.ts';
import { openSupabaseStorage, storageFault } from './supabase.ts';

/** @param config URL of the project, a key of its service role, and a bucket that exists and is private. */
export function createSupabaseFiles(config: { url: string; key: string; bucket: string }): FileStore {
  const { bucket } = config;
  const storage = openSupabaseStorage(config);
  const objects = storage.from(bucket);
  let checked: Promise<void> | null = null;
  const check = async () => {
    const { data, error } = await storage.getBucket(bucket);
    if (error) throw storageFault(error, `Supabase Storage does not show the bucket "${bucket}"`);
    if (data.public)
      throw new GatewayError('NOT_CONFIGURED', `The bucket "${bucket}" is public: attachments need a private one`);
  };
  /** Once: where it fails, the next one asks again. */
  const beforehand = () => {
    checked ??= check().catch((error: unknown) => {
      checked = null;
      throw error;
    });
    return checked;
  };
  return {
    signUpload: async (path) => {
      await beforehand();
      const { data, error } = await objects.createSignedUploadUrl(path);
      if (error) throw storageFault(error, 'Supabase Storage did not sign an upload');
      return data.signedUrl;
    },
    signDownload: async (path, name) => {
      await beforehand();
      const { data, error } = await objects.createSignedUrl(path, DOWNLOAD_SECONDS);
      if (error) throw storageFault(error, 'Supabase Storage did not sign a download');
      // Not by the client's own option, which encodes the name twice.
      return `${data.signedUrl}&download=${encodeURIComponent(safeFileName(name))}`;
    },
    stat: async (path) => {
      const { data, error } = await objects.info(path);
      if (error) {
        const fault = storageFault(error, 'Supabase Storage did not tell of a file');
        if (fault.code === 'NOT_FOUND') return null;
        throw fault;
      }
      return { size: Number(data.size ?? -1), contentType: data.contentType ?? '' };
    },
    copy: async (from, to) => {
      const { error } = await objects.copy(from, to);
      if (error) throw storageFault(error, 'Supabase Storage did not copy a file');
    },
    disarm: async (path) => {
      // The storage's signature does not cover `download`: whoever leaves it out of the URL is shown the file. So it is
      // stored as what no browser shows.
      const { data, error } = await objects.download(path);
      if (error) throw storageFault(error, 'Supabase Storage did not give a file back');
      const { error: refused } = await objects.update(path, new Blob([data], { type: UNKNOWN_TYPE }));
      if (refused) throw storageFault(refused, 'Supabase Storage did not take a file');
    },
    remove: async (path) => {
      const { error } = await objects.remove([path]);
      if (error) throw storageFault(error, 'Supabase Storage did not remove a file');
    },
  };
}
