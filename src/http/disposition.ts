/** The header that has a browser save a file under its own name. */
import { safeFileName } from '../storage/file-name.ts';

/**
 * RFC 6266: the name in full as `filename*`, and for clients that do not know it a name of ASCII with the same ending.
 *
 * @param name As a user gave it.
 */
export function contentDisposition(name: string): string {
  const safe = safeFileName(name);
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, toPercent);
  return `attachment; filename="${toAscii(safe)}"; filename*=UTF-8''${encoded}`;
}

/** What `encodeURIComponent` leaves and the header does not take. */
function toPercent(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** `報告書.pdf` → `file.pdf`, `Übersicht (1).csv` → `Ubersicht (1).csv`. */
function toAscii(name: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,10})?$/s.exec(name) ?? [];
  const plain = stem
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9 !#$&()+,.=@^_{}~-]+/g, '_');
  return (/[A-Za-z0-9]/.test(plain) ? plain : 'file') + ending;
}
