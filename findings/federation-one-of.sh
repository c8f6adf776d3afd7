#!/usr/bin/env bash
# Software: @apollo/composition and @apollo/federation-internals 2.14.4, graphql 16.15.0 (npm), beside
#   @theguild/federation-composition 0.27.0.
# Behaviour: an input that is `@oneOf` in its subgraph is a plain input in Apollo's supergraph. Where the subgraph's SDL does
#   not declare the directive, composition refuses it as unknown, although it is part of GraphQL as graphql-js 16 has it;
#   where it does, composition drops it without a hint. So the schema that a router shows takes two members or none at once.
#   Hive's composition keeps it either way.
# Seen:
#   Apollo, undeclared: 1 error, Unknown directive "@oneOf".
#   Apollo, declared: 0 errors, 0 hints, @oneOf in the supergraph: false; errors of two members in the router's schema: 0
#   in the subgraph's own schema: 1
#   Hive, undeclared: 0 errors, @oneOf in the supergraph: true
#   Hive, declared: 0 errors, @oneOf in the supergraph: true
# Fails when the output is no longer that.
set -euo pipefail
FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT
cd "$FOLDER"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund graphql@16.15.0 @apollo/composition@2.14.4 @apollo/federation-internals@2.14.4 \
  @theguild/federation-composition@0.27.0

cat >compose.cjs <<'JS'
const { buildSchema, parse, validate } = require('graphql');
const apollo = require('@apollo/composition');
const { Supergraph } = require('@apollo/federation-internals');
const hive = require('@theguild/federation-composition');

const TYPES = `
  input By @oneOf { id: ID name: String }
  type Query { user(by: By!): String }`;
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const undeclared = LINK + TYPES;
const declared = `${LINK} directive @oneOf on INPUT_OBJECT ${TYPES}`;
const compose = ({ composeServices }, sdl) => composeServices([{ name: 'a', url: 'http://a', typeDefs: parse(sdl) }]);
const isKept = ({ supergraphSdl }) => /input By[^{]*@oneOf/.test(supergraphSdl);
const both = parse('{ user(by: { id: "1", name: "x" }) }');

const refused = compose(apollo, undeclared).errors;
console.log(`Apollo, undeclared: ${refused.length} error, ${refused[0].message.split('\n')[0].replace('[a] ', '')}`);
const composed = compose(apollo, declared);
const shown = Supergraph.build(composed.supergraphSdl).apiSchema().toGraphQLJSSchema();
console.log(`Apollo, declared: ${(composed.errors ?? []).length} errors, ${composed.hints.length} hints, @oneOf in the supergraph: ${isKept(composed)}; errors of two members in the router's schema: ${validate(shown, both).length}`);
console.log(`in the subgraph's own schema: ${validate(buildSchema(TYPES), both).length}`);
for (const [how, sdl] of [['undeclared', undeclared], ['declared', declared]]) {
  const kept = compose(hive, sdl);
  console.log(`Hive, ${how}: ${(kept.errors ?? []).length} errors, @oneOf in the supergraph: ${isKept(kept)}`);
}
JS
node compose.cjs | tee seen
diff seen - <<'EXPECTED'
Apollo, undeclared: 1 error, Unknown directive "@oneOf".
Apollo, declared: 0 errors, 0 hints, @oneOf in the supergraph: false; errors of two members in the router's schema: 0
in the subgraph's own schema: 1
Hive, undeclared: 0 errors, @oneOf in the supergraph: true
Hive, declared: 0 errors, @oneOf in the supergraph: true
EXPECTED
