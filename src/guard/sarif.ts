/** Findings as SARIF 2.1.0, the format of code scanning. */
import type { Finding } from './finding.ts';
import { RULES } from './rules.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * One run, with every rule, whether it found something or not.
 *
 * @param prefix Path from the repository's root to the checkout that was looked at, with a `/` at its end; empty where they are one.
 */
export function printSarif(findings: readonly Finding[], prefix = ''): string {
  const ids = [...new Set([...Object.keys(RULES), ...findings.map(({ rule }) => rule)])];
  const rules = ids.map((id) => ({
    id,
    shortDescription: { text: RULES[id] ?? id },
    defaultConfiguration: { level: 'error' },
  }));
  const driver = { name: 'tripoint guard', rules };
  const results = findings.map((finding) => ({
    ruleId: finding.rule,
    ruleIndex: ids.indexOf(finding.rule),
    level: 'error',
    message: { text: finding.message },
    locations: [locationOf(finding, prefix)],
    // Lines move: the same violation is the same alert wherever it stands in its file.
    partialFingerprints: {
      'tripoint/v1': `${finding.rule} ${finding.file ? prefix + finding.file : ''} ${finding.message}`,
    },
  }));
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
  return JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2);
}

/** Code scanning shows no result without a place, so a finding without one is shown at the doctrine. */
function locationOf({ file = 'ssot/doctrine.yaml', line = 1 }: Finding, prefix: string) {
  return {
    physicalLocation: { artifactLocation: { uri: encodeURI(`${prefix}${file}`) }, region: { startLine: line } },
  };
}
