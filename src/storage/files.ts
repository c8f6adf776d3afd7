/** Where attachments are kept: files under names. Only URLs that are signed for a while lead to them. */

/** What a storage holds under a name. */
export interface StoredFile {
  /** Bytes. */
  readonly size: number;
  readonly contentType: string;
}

/** A private store of files. No URL of it belongs in a log: whoever has one needs nothing else. */
export interface FileStore {
  /** A URL to PUT the file to, once, and with its content type as the header. */
  readonly signUpload: (path: string, file: StoredFile) => Promise<string>;
  /** A URL to GET the file from, for `DOWNLOAD_SECONDS`, as a download that is called `name`. */
  readonly signDownload: (path: string, name: string) => Promise<string>;
  /** What is there; null where nothing is. */
  readonly stat: (path: string) => Promise<StoredFile | null>;
  /** Copies a file, with its type, to a path where none is. @throws GatewayError `NOT_FOUND` where there is no such file. */
  readonly copy: (from: string, to: string) => Promise<void>;
  /**
   * Makes sure that no browser runs the file, whatever URL leads to it. For what `isRun` says, before anybody fetches it.
   */
  readonly disarm: (path: string) => Promise<void>;
  /** Removes a file; one that is not there is fine. */
  readonly remove: (path: string) => Promise<void>;
}

/** What mutations do with files. `lookAtFiles` makes such a store that signs and changes nothing. */
export interface WrittenFiles extends Pick<FileStore, 'stat' | 'copy' | 'disarm' | 'remove'> {
  /** Null where nothing is signed. */
  readonly signUpload: (path: string, file: StoredFile) => Promise<string | null>;
}

/** Seconds for which a signed URL to read a file is good. */
export const DOWNLOAD_SECONDS = 300;
