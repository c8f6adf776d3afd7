#!/usr/bin/env bash
# Software: @graphql-tools/schema 11.0.6 (10.1.5 does the same) and @graphql-tools/utils 13.1.3, graphql 16.15.0 (npm).
# Behaviour: `makeExecutableSchema` gives an enum its internal values by its resolvers. It rewrites an argument's default that
#   is a value of that enum, and leaves one that stands within an input object's default. The resolver is then given `GREEN` where
#   the argument is absent and `2` where the client sends the very same value; introspection answers an error at that default,
#   and `printSchema` throws. `mapSchema(schema, {})`, which changes nothing by its name, mends all three.
# Seen:
#   made: by default {"pick":{"color":"GREEN"},"color":2}, sent {"pick":{"color":2},"color":2}
#   made: introspection null and Enum "Color" cannot represent value: "GREEN", printSchema Enum "Color" cannot represent value: "GREEN"
#   mapped: by default {"pick":{"color":2},"color":2}, sent {"pick":{"color":2},"color":2}
#   mapped: introspection {color: GREEN}, printSchema prints
# Fails when the output is no longer that.
set -euo pipefail
FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT
cd "$FOLDER"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund graphql@16.15.0 @graphql-tools/schema@11.0.6 @graphql-tools/utils@13.1.3

cat >ask.mjs <<'JS'
import { makeExecutableSchema } from '@graphql-tools/schema';
import { mapSchema } from '@graphql-tools/utils';
import { graphqlSync, printSchema } from 'graphql';
const typeDefs = `
  enum Color { RED GREEN }
  input Pick { color: Color! }
  type Query { picked(pick: Pick! = { color: GREEN }, color: Color! = GREEN): String }`;
const resolvers = { Color: { RED: 1, GREEN: 2 }, Query: { picked: (_, given) => JSON.stringify(given) } };
const made = makeExecutableSchema({ typeDefs, resolvers });
const prints = (schema) => {
  try {
    return printSchema(schema) && 'prints';
  } catch ({ message }) {
    return message;
  }
};
for (const [name, schema] of Object.entries({ made, mapped: mapSchema(made, {}) })) {
  const ask = (source) => graphqlSync({ schema, source });
  const { byDefault, sent } = ask('{ byDefault: picked sent: picked(pick: { color: GREEN }, color: GREEN) }').data;
  console.log(`${name}: by default ${byDefault}, sent ${sent}`);
  const { data, errors } = ask('{ __type(name: "Query") { fields { args { defaultValue } } } }');
  const shown = [data.__type.fields[0].args[0].defaultValue, ...(errors ?? []).map(({ message }) => message)];
  console.log(`${name}: introspection ${shown.map(String).join(' and ')}, printSchema ${prints(schema)}`);
}
JS
node ask.mjs | tee seen
diff seen - <<'EXPECTED'
made: by default {"pick":{"color":"GREEN"},"color":2}, sent {"pick":{"color":2},"color":2}
made: introspection null and Enum "Color" cannot represent value: "GREEN", printSchema Enum "Color" cannot represent value: "GREEN"
mapped: by default {"pick":{"color":2},"color":2}, sent {"pick":{"color":2},"color":2}
mapped: introspection {color: GREEN}, printSchema prints
EXPECTED
