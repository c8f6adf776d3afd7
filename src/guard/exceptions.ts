/** `ssot/guard-exceptions.yaml`: files that may break a rule, with the reason. An exception that excuses nothing is a finding. */
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Finding } from './finding.ts';
import type { Tree } from './tree.ts';

const FILE = 'ssot/guard-exceptions.yaml';
/** The name in place of a file where a finding has none, such as one about a live database. */
const NO_FILE = 'database';
const exception = z.strictObject({
  rule: z.string().regex(/^[a-z]+\/[a-z-]+$/),
  /** One file, or all below a folder: `src/agents/**`. */
  file: z.string().min(1),
  /** Words of the message; all findings of the rule in the file where absent. */
  message: z.string().min(1).optional(),
  reason: z.string().min(20, 'a reason is a sentence'),
});
const file = z.strictObject({ exceptions: z.array(exception) });

type Exception = z.infer<typeof exception> & { readonly line: number };

/** The findings that nothing excuses, and the exceptions that excuse nothing. @param rules Ids of the rules that were checked. */
export function excuse(findings: readonly Finding[], tree: Tree, rules: readonly string[]): Finding[] {
  const { exceptions, problems } = readExceptions(tree);
  const used = new Set<Exception>();
  const left = findings.filter((finding) => {
    const excusing = exceptions.find((each) => excuses(each, finding));
    if (excusing) used.add(excusing);
    return !excusing;
  });
  const stale = exceptions
    .filter((each) => !used.has(each) && rules.includes(each.rule))
    .map(({ rule, line }) => problem(`Nothing breaks ${rule} as this exception says: remove it`, line));
  return [...left, ...problems, ...stale];
}

function excuses({ rule, file: where, message }: Exception, finding: Finding): boolean {
  if (rule !== finding.rule) return false;
  const at = finding.file ?? NO_FILE;
  const isThere = where.endsWith('/**') ? at.startsWith(where.slice(0, -2)) : at === where;
  return isThere && (message === undefined || finding.message.includes(message));
}

function readExceptions(tree: Tree): { exceptions: Exception[]; problems: Finding[] } {
  if (!tree.has(FILE)) return { exceptions: [], problems: [] };
  const counter = new LineCounter();
  const document = parseDocument(tree.read(FILE), { lineCounter: counter });
  const parsed = file.safeParse(document.errors.length > 0 ? null : document.toJS());
  if (!parsed.success)
    return { exceptions: [], problems: [problem(`The file is not understood: ${z.prettifyError(parsed.error)}`, 1)] };
  const list = isMap(document.contents) ? document.contents.get('exceptions', true) : null;
  const items = isSeq(list) ? list.items : [];
  const lineOf = (index: number) =>
    counter.linePos((items[index] as { range?: [number] } | undefined)?.range?.[0] ?? 0).line;
  return { exceptions: parsed.data.exceptions.map((each, index) => ({ ...each, line: lineOf(index) })), problems: [] };
}

function problem(message: string, line: number): Finding {
  return { rule: 'guard/exception', message, file: FILE, line };
}
