/** Whether this Node can run the gateway. */

/** The oldest that can, major and minor; as `engines` of package.json has it. */
const NEEDED = [22, 15] as const;

/** A sentence where `version`, e.g. `20.19.0`, is too old; else null. */
export function describeOldNode(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return null;
  return `Tripoint needs Node ${NEEDED.join('.')} or newer, and this is Node ${version}. In a checkout, \`npm start\` and \`npx tripoint\` run on the Node 24 that \`npm ci\` brought.`;
}
