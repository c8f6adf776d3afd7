/** What GraphiQL begins with: a query that the chosen viewer may ask whole. */
import { useEditorContext } from '@graphiql/react';
import { useEffect } from 'react';
import { type Chosen, useChosen } from '../token.ts';

const HEAD = `# Invoices from Odoo, and pages from the workspace
# with their partners, which are read live from Odoo.
`;

const MOVES = `  moves(
    first: 3
    filter: { moveType: { eq: OUT_INVOICE } }
    orderBy: [{ field: INVOICE_DATE, direction: DESC }]
  ) {
    nodes { name invoiceDate amountTotal currency { name } partner { name } }
  }
`;

const SPACES = `  spaces(first: 3) {
    nodes {
      name
      pages(first: 5) {
        nodes { title partner { name } }
      }
    }
  }
`;

const RUNS = `  runs(first: 3) {
    nodes { agent status createdAt }
  }
`;

const OPEN = `# Who you are, and how the three surfaces are: anybody may ask it.
query Overview {
  viewer { kind id agent }
  surfaces { name state lastFault { at code } }
}
`;

const PERSON = `${HEAD}query Overview {\n  viewer { kind id agent }\n${MOVES}${SPACES}}\n`;
const SERVICE = `${HEAD}query Overview {\n  viewer { kind id agent }\n${MOVES}${RUNS}${SPACES}}\n`;

/** The demo's people do not read the ledger; agents, and who is not known, are asked for what is open to all. */
export function firstQuery(chosen: Chosen | null): string {
  if (chosen !== null && ['ana', 'ben', 'carla'].includes(chosen.name)) return PERSON;
  return chosen?.name === 'service' ? SERVICE : OPEN;
}

/** Follows the viewer, in the tab that is shown, as long as nobody has changed the query. Draws nothing. */
export function FollowViewer() {
  const query = firstQuery(useChosen());
  const { queryEditor, activeTabIndex } = useEditorContext({ nonNull: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab has a text of its own
  useEffect(() => {
    const shown = queryEditor?.getValue() ?? '';
    if (shown !== query && [OPEN, PERSON, SERVICE].includes(shown)) queryEditor?.setValue(query);
  }, [queryEditor, query, activeTabIndex]);
  return null;
}
