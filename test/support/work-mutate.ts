/** Mutations of the workspace as a test asks them: the payload, or the one refusal. */
import type { TestGateway } from './gateway.ts';

/** A refusal among `userErrors`. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[] | null;
  readonly details: Readonly<Record<string, unknown>> | null;
}

/** A payload's fields. */
export type Payload = Readonly<Record<string, unknown>> & { readonly userErrors: readonly Refusal[] };

/** One mutation: its root field, its input, the payload's selection. */
export interface Asked {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly select: string;
}

/** Runs one mutation; fails where the response has errors. */
export async function mutate(gateway: TestGateway, as: string, asked: Asked): Promise<Payload> {
  const answer = await ask(gateway, as, asked);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data?.[asked.name] as Payload;
}

/** Runs one mutation that the response refuses; resolves with the code of its only error. */
export async function refuse(gateway: TestGateway, as: string | null, asked: Asked): Promise<string | undefined> {
  const { data, errors } = await ask(gateway, as, asked);
  if (data?.[asked.name]) throw new Error(`${asked.name} was not refused: ${JSON.stringify(data)}`);
  return errors?.length === 1 ? errors[0]?.extensions.code : undefined;
}

/** The codes of a payload's refusals. */
export function codesOf({ userErrors }: Payload): string[] {
  return userErrors.map(({ code }) => code);
}

function ask(gateway: TestGateway, as: string | null, { name, input, select }: Asked) {
  const type = `${name.replace(/^restore(?=Page$|Space$|Database$)/, 'archive').replace(/^./, (letter) => letter.toUpperCase())}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${select} userErrors { code message path details } } }`;
  return gateway.execute(query, { as, variables: { input } });
}
