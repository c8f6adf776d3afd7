/** A page's history and bin as a client reads them, and what brings things back. */
import { pick, type TestGateway } from './gateway.ts';
import { mutate, type Payload } from './work-mutate.ts';

/** One entry, as `readHistory` gives it. */
interface Entry {
  readonly id: string;
  readonly version: number;
  readonly isVersion: boolean;
  readonly restoredVersion: number | null;
  readonly changedBy: string | null;
  readonly changes: {
    readonly nodes: readonly {
      readonly kind: string;
      readonly operation: string;
      readonly recordId: string;
      readonly before: Readonly<Record<string, unknown>> | null;
    }[];
  };
}

/** One item of a bin. */
interface BinItem {
  readonly id: string;
  readonly kind: string;
  readonly recordId: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly deletedBy: string | null;
}

const BIN = 'bin { nodes { id kind recordId content deletedBy deletedAt page { id } } }';

/** What of a page was changed, the newest first. */
export async function readHistory(gateway: TestGateway, pageId: string, as = 'ana'): Promise<readonly Entry[]> {
  const { data, errors } = await gateway.execute(
    `{ page(id: "${pageId}") { history(first: 100) { nodes { id version isVersion restoredVersion changedBy changedAt
      changes(first: 100) { nodes { kind operation recordId before } } } } } }`,
    { as },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return (pick(data, 'page.history.nodes') ?? []) as readonly Entry[];
}

/** What was deleted on a page, or in a space. */
export async function readBin(
  gateway: TestGateway,
  of: { readonly page: string } | { readonly space: string },
  as = 'ana',
): Promise<readonly BinItem[]> {
  const [[field, id]] = Object.entries(of) as [[string, string]];
  const { data, errors } = await gateway.execute(`{ ${field}(id: "${id}") { ${BIN} } }`, { as });
  if (errors) throw new Error(JSON.stringify(errors));
  return (pick(data, `${field}.bin.nodes`) ?? []) as readonly BinItem[];
}

/** `restorePageVersion`. */
export function restoreVersion(
  gateway: TestGateway,
  input: Readonly<Record<string, unknown>>,
  as = 'ana',
): Promise<Payload> {
  return mutate(gateway, as, { name: 'restorePageVersion', input, select: 'page { id title version }' });
}

/** `restoreFromBin`. */
export function restoreBin(
  gateway: TestGateway,
  input: Readonly<Record<string, unknown>>,
  as = 'ana',
): Promise<Payload> {
  return mutate(gateway, as, { name: 'restoreFromBin', input, select: 'page { id title version }' });
}
