/** Files as people have them: their types, and their names. */

/** What people have, as browsers name it. */
export const KINDS: readonly [string, string?][] = [
  ['application/vnd.ms-excel'],
  ['application/x-zip-compressed'],
  ['image/heic'],
  ['application/msword'],
  ['message/rfc822'],
  ['text/xml'],
  ['application/vnd.oasis.opendocument.text'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['audio/wav'],
  ['application/octet-stream'],
  ['text/csv; charset=utf-8'],
  ['text/plain', ''],
  ['text/html', '<script>alert(1)</script>'],
  ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['application/xhtml+xml'],
  ['text/javascript'],
  ['multipart/related'],
];
/** Those of them that a browser runs, or looks into for what it runs. */
export const RUN = new Set([
  'text/html',
  'image/svg+xml',
  'application/xhtml+xml',
  'text/xml',
  'text/javascript',
  'multipart/related',
  'message/rfc822',
]);
/** A name, what it is saved as, and what a client saves it as that knows ASCII alone. */
export const NAMES = [
  ['報告書.pdf', '報告書.pdf', 'file.pdf'],
  ['Übersicht (1).csv', 'Übersicht (1).csv', 'Ubersicht (1).csv'],
  [`it's 100% "done"; a*b.txt`, `it's 100% "done"; a*b.txt`, 'it_s 100_ _done_ a_b.txt'],
  ['../../etc/passwd', '.._.._etc_passwd', '.._.._etc_passwd'],
  ['gnp\u202efdp.exe', 'gnp_fdp.exe', 'gnp_fdp.exe'],
  ['किताब 👩‍👧.odt', 'किताब 👩‍👧.odt', 'file.odt'],
] as const;
