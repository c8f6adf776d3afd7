/** The sidebar of the workspace app, from its typed client: a wrong name or variable does not compile. */
import { SidebarDocument } from '../../src/generated/clients/workspace-app.ts';
import { ask, type Connection } from './typed-client.ts';

/** The titles of a space's pages, indented as they stand in the tree. @throws Error with the code of what failed. */
export async function pageTitles(connection: Connection, spaceId: string): Promise<readonly string[]> {
  const { data, errors } = await ask(connection, SidebarDocument, { spaceId });
  const failed = errors.find(({ path }) => path === undefined || path[0] === 'pageTree');
  if (failed) throw new Error(`${failed.extensions.code}: ${failed.message}`);
  return (data?.pageTree?.nodes ?? []).map(({ title, level }) => `${'  '.repeat(level - 1)}${title}`);
}
