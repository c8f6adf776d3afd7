/** The sidebar of the workspace app, from its typed client: a wrong name or variable does not compile. */
import { SidebarDocument } from '../../src/generated/clients/workspace-app.ts';
import { ask, type Connection } from './typed-client.ts';

/** The titles of a space's pages, indented as they stand in the tree. */
export async function pageTitles(connection: Connection, spaceId: string): Promise<readonly string[]> {
  const { pageTree } = await ask(connection, SidebarDocument, { spaceId });
  return (pageTree?.nodes ?? []).map(({ title, level }) => `${'  '.repeat(level - 1)}${title}`);
}
