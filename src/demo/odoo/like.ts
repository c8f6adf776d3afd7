/** SQL patterns. `ilike` ignores case but not accents: Odoo ignores those only where `unaccent` was installed. */

/** Compiles `like`, `ilike`, `=like` or `=ilike`; the first two match anywhere. `%`, `_` and `\` are special. */
export function compilePattern(operator: string, pattern: string): (text: string) => boolean {
  const ignoresCase = operator.endsWith('ilike');
  const whole = operator.startsWith('=') ? pattern : `%${pattern}%`;
  const expression = new RegExp(`^${translate(ignoresCase ? whole.toLowerCase() : whole)}$`, 'su');
  return (text) => expression.test(ignoresCase ? text.toLowerCase() : text);
}

function translate(pattern: string): string {
  let source = '';
  let escaped = false;
  for (const char of pattern) {
    if (escaped || !['\\', '%', '_'].includes(char)) source += char.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
    else if (char !== '\\') source += char === '%' ? '.*' : '.';
    escaped = char === '\\' && !escaped;
  }
  return source;
}
