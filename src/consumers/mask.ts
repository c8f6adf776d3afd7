/** Masks the values of an answer that a consumer declares volatile. A value that is not of the declared form stays, and shows. */

/** Forms that a masked value must have. */
export const FORMS = ['cursor', 'number', 'odooId', 'text', 'time', 'url', 'uuid'] as const;

/** One of them. */
export type Form = (typeof FORMS)[number];

/** Where: keys and indices from the root, `*` for any one, `**` for any number, e.g. `data.moves.nodes.*.id`. */
export interface Mask {
  readonly at: string;
  readonly as: Form;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

const IS_OF: Readonly<Record<Form, (value: unknown) => boolean>> = {
  cursor: (value) => typeof value === 'string' && /^[\w-]{4,}$/.test(value),
  number: (value) => typeof value === 'number',
  odooId: (value) => typeof value === 'string' && /^[1-9]\d*$/.test(value),
  text: (value) => typeof value === 'string' && value !== '',
  time: (value) => typeof value === 'string' && TIME.test(value),
  url: (value) => typeof value === 'string' && URL.canParse(value),
  uuid: (value) => typeof value === 'string' && UUID.test(value),
};

/** The answer with each declared value as `<form>`; the first mask that fits a place counts. */
export function maskVolatile(answer: unknown, masks: readonly Mask[]): unknown {
  const places = masks.map(({ at, as }) => ({ as, pattern: compile(at) }));
  const visit = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => visit(item, `${path}.${index}`));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, visit(item, `${path}.${key}`)]));
    const place = places.find(({ pattern }) => pattern.test(path));
    return place && IS_OF[place.as](value) ? `<${place.as}>` : value;
  };
  return visit(answer, '');
}

/** Paths begin with a dot, so that every step has one before it. */
function compile(at: string): RegExp {
  const steps = at.split('.').map((step) => {
    if (step === '**') return '(\\.[^.]+)*';
    if (step === '*') return '\\.[^.]+';
    return `\\.${step.replace(/[$^\\.*+?()[\]{}|]/g, '\\$&')}`;
  });
  return new RegExp(`^${steps.join('')}$`);
}
