/** Findings as text for people, as GitHub's annotations, and as JSON. */
import type { Finding } from './finding.ts';

/** One line a finding, the place first; then a count. */
export function printText(findings: readonly Finding[]): string[] {
  const lines = findings.map(({ rule, message, file, line }) => {
    const at = file ? `${file}${line ? `:${line}` : ''}  ` : '';
    return `${at}${rule}  ${message}`;
  });
  if (findings.length === 0) return ['the guard finds nothing'];
  return [...lines, '', `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`];
}

/**
 * Workflow commands: shown beside the lines of a pull request.
 *
 * @param prefix Path from the repository's root to the checkout that was looked at, with a `/` at its end; empty where they are one.
 */
export function printGithub(findings: readonly Finding[], prefix = ''): string[] {
  return findings.map(({ rule, message, file, line }) => {
    const properties = [
      file && `file=${escapeProperty(`${prefix}${file}`)}`,
      line && `line=${line}`,
      `title=${escapeProperty(rule)}`,
    ];
    return `::error ${properties.filter(Boolean).join(',')}::${escapeMessage(message)}`;
  });
}

/** The findings as one JSON value: `{ "findings": [ … ] }`. */
export function printJson(findings: readonly Finding[]): string {
  return JSON.stringify({ findings }, null, 2);
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
