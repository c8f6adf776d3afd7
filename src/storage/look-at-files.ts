/** A store that looks and touches nothing: what a dry run has in place of the files. */
import { GatewayError } from '../errors.ts';
import type { FileStore, WrittenFiles } from './files.ts';

/** The same files; nothing is signed, copied, changed or removed. */
export function lookAtFiles({ stat }: Pick<FileStore, 'stat'>): WrittenFiles {
  return {
    stat,
    signUpload: async () => null,
    copy: async (from) => {
      if (!(await stat(from))) throw new GatewayError('NOT_FOUND', 'The storage has no such file');
    },
    disarm: async () => {},
    remove: async () => {},
  };
}
