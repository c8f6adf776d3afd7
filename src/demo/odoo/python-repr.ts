/** Python's `repr` of JSON values: Odoo's messages quote what it was sent. */

/** `repr(value)`: `True`, `None`, `'text'`, `[1, 2]`. */
export function renderPython(value: unknown): string {
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'string') return renderText(value);
  if (Array.isArray(value)) return `[${value.map(renderPython).join(', ')}]`;
  if (typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, item]) => `${renderText(key)}: ${renderPython(item)}`)
      .join(', ')}}`;
  }
  return String(value);
}

/** `repr` of a tuple: `('name', '=', 1)`. */
export function renderTuple(values: readonly unknown[]): string {
  return `(${values.map(renderPython).join(', ')})`;
}

function renderText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  return `${quote}${quote === "'" ? escaped.replaceAll("'", "\\'") : escaped}${quote}`;
}
