// Read by relay-compiler alone: what a component would hold.
const { graphql } = require('relay-runtime');

graphql`
  query operationsListQuery {
    partners(first: 1) {
      nodes {
        id
        nodeId
        displayName
      }
    }
    currencies(first: 1) {
      nodes {
        id
        nodeId
        displayName
      }
    }
    moveGroups(groupBy: [{ field: COMPANY }, { field: CURRENCY }, { field: JOURNAL }], first: 5) {
      count
      keys {
        company {
          nodeId
          id
          displayName
        }
        currency {
          nodeId
          id
          displayName
        }
        journal {
          nodeId
          id
          displayName
        }
      }
    }
  }
`;

graphql`
  query operationsPartnerQuery($id: ID!) {
    node(id: $id) {
      __typename
      nodeId
      ... on Partner {
        ...operationsPartner_record @alias(as: "partner")
      }
    }
  }
`;

graphql`
  fragment operationsPartner_record on Partner
  @refetchable(queryName: "operationsPartnerRefetchQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 2 }) {
    name
    displayName
    contacts(first: $first) {
      nodes {
        displayName
      }
    }
  }
`;
