/** `docs/incidents`: each code, exit code and alert has its section, and each link leads somewhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const PAGES = [
  ...readdirSync(join(ROOT, 'docs/incidents')).map((name) => `docs/incidents/${name}`),
  'deploy/README.md',
  'docs/operations.md',
  'docs/restore.md',
];

/** The anchor that a heading gets: lower case, spaces to hyphens, other signs gone. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .trim()
    .replaceAll(' ', '-');

const headingsOf = (path: string) => [...read(path).matchAll(/^#{1,4} (.+)$/gm)].map(([, heading = '']) => heading);

/** A path with an anchor, where either is not there; null where both are. */
function findBroken(target: string): string | null {
  const [path = '', anchor] = target.split('#');
  let anchors: string[];
  try {
    anchors = anchor === undefined ? [] : headingsOf(path).map(anchorOf);
    read(path);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EISDIR' ? null : target;
  }
  return anchor === undefined || anchors.includes(anchor) ? null : target;
}

/** The members of a type that is a union of strings, or the keys of a record, as the source writes them. */
const namesIn = (path: string, from: string, pattern: RegExp) => {
  const text = read(path);
  const start = text.indexOf(from);
  return [...text.slice(start, text.indexOf(';', start)).matchAll(pattern)].map(([, name = '']) => name);
};

interface Rule {
  readonly alert: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook_url: string };
}

const rules = (parse(read('deploy/prometheus/tripoint.rules.yaml')) as { groups: { rules: Rule[] }[] }).groups.flatMap(
  (group) => group.rules,
);

describe('the pages of incidents', () => {
  it('have a section for each code of an error, with what is seen, what to do, and when it is over', () => {
    const codes = namesIn('src/errors.ts', 'export type ErrorCode', /'([A-Z_]+)'/g);
    expect(codes.length).toBeGreaterThan(20);
    const sections = new Map(
      read('docs/incidents/codes.md')
        .split(/^## /m)
        .slice(1)
        .map((section) => [section.split('\n')[0] ?? '', section]),
    );
    expect([...sections.keys()].sort()).toEqual([...codes].sort());
    for (const section of sections.values())
      expect([...section.matchAll(/^\| ([a-z ]+) \| .{8,} \|$/gm)].map(([, what]) => what)).toEqual([
        'user sees',
        'you see',
        'comes from',
        'do',
        'over when',
      ]);
  });

  it('tell of each exit code of a database that a command cannot work with', () => {
    const codes = namesIn('src/postgres/connection-problem.ts', 'const EXIT_CODES', /: (\d+)/g);
    expect(codes).toHaveLength(10);
    const told = [...read('docs/incidents/starts.md').matchAll(/^\| (\d+) \|/gm)].map(([, code]) => code);
    expect(told).toEqual(expect.arrayContaining(['0', '1', '2', ...codes]));
  });

  it.each(rules)('are where the alert $alert says', ({ labels, annotations }) => {
    expect(labels.severity).toMatch(/^(page|ticket)$/);
    expect(annotations.summary).not.toBe('');
    expect(annotations.runbook_url).toContain('#');
    expect(findBroken(annotations.runbook_url)).toBeNull();
  });

  it('speak of no alert that there is not', () => {
    const alerts = new Set(rules.map(({ alert }) => alert));
    const told = PAGES.flatMap((path) => [...read(path).matchAll(/\b(Tripoint[A-Z][A-Za-z]+)\b/g)]).map(
      ([, name = '']) => name,
    );
    expect(told.filter((name) => !alerts.has(name))).toEqual([]);
  });

  it.each(PAGES)('lead nowhere wrong: %s', (path) => {
    const links = [...read(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const targets = links
      .filter((link) => !/^https?:/.test(link))
      .map((link) => (link.startsWith('#') ? `${path}${link}` : normalize(join(dirname(path), link))));
    expect(targets.flatMap((target) => findBroken(target) ?? [])).toEqual([]);
  });
});
