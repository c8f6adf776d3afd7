/** The operation of the foundation issue, word for word. */
export const OVERVIEW = `
query Overview {
  moves(first: 5, filter: { moveType: { eq: OUT_INVOICE } }, orderBy: [{ field: INVOICE_DATE, direction: DESC }]) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      id name state moveType invoiceDate amountTotal
      currency { name }
      partner { id name email country { code name } }
      invoiceLines(first: 3) { nodes { name quantity priceUnit product { id name } } }
    }
  }
  projects(first: 3) { nodes { id name tasks(first: 2) { totalCount nodes { name stage { name } } } } }
  runs(first: 5) { nodes { id agent status createdAt events(last: 3) { nodes { seq type createdAt } } artifacts { nodes { kind uri } } } }
  spaces(first: 3) { nodes { id name pages(first: 5) { nodes { id title partner { name } blocks(first: 3) { nodes { id type content } } } } } }
}
`;
