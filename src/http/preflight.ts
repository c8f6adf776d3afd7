/** What a page of another site cannot send without asking first, so that a GET may be answered. */
import type { IncomingHttpHeaders } from 'node:http';
import { PREFLIGHT_HEADERS } from '../server.ts';

/** Types of content that a form can send. */
const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];

/** Whether a browser asked first: the rules by which Apollo Server goes. */
export function isPreflighted(headers: IncomingHttpHeaders): boolean {
  if (PREFLIGHT_HEADERS.some((name) => headers[name])) return true;
  const [type] = (headers['content-type'] ?? 'text/plain').split(';');
  return !FORM_TYPES.includes(String(type).trim());
}
