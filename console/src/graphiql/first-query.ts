/** What GraphiQL begins with: a query that the chosen viewer may ask whole. */
import type { Chosen } from '../token.ts';

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

/** The demo's people do not read the ledger; agents, and who is not known, are asked for what is open to all. */
export function firstQuery(chosen: Chosen | null): string {
  const isPerson = chosen !== null && ['ana', 'ben', 'carla'].includes(chosen.name);
  if (!isPerson && chosen?.name !== 'service') return OPEN;
  return `${HEAD}query Overview {\n  viewer { kind id agent }\n${MOVES}${isPerson ? '' : RUNS}${SPACES}}\n`;
}
