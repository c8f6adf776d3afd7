#!/usr/bin/env bash
# Software: relay-compiler 21.0.1 (npm), in a project whose Node interface keeps its id in another field than `id`.
# Behaviour: with `schemaConfig.nodeInterfaceIdField: "nodeId"` alone, the generated refetch query declares `$nodeId`,
#   but the fragment's metadata tell the runtime to send a variable named `id` (`identifierQueryVariableName`).
#   The compiler reports success. Every refetch of the fragment then lacks its required variable.
#   With `nodeInterfaceIdVariableName: "nodeId"` beside it, both sides name the same variable.
# Seen:
#   nodeInterfaceIdField alone: query declares $nodeId, runtime sends id
#   with nodeInterfaceIdVariableName: query declares $nodeId, runtime sends nodeId
# Fails when the output is no longer that.
set -euo pipefail
FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT
cd "$FOLDER"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund relay-compiler@21.0.1

mkdir src
cat >schema.graphql <<'SDL'
interface Node { nodeId: ID! }
type Task implements Node { nodeId: ID! name: String }
type Query { node(nodeId: ID!): Node task: Task }
SDL
cat >src/task.js <<'JS'
import { graphql } from 'relay-runtime';
graphql`fragment task_name on Task @refetchable(queryName: "taskRefetchQuery") { name }`;
graphql`query taskQuery { task { ...task_name } }`;
JS

compile() {
  rm -rf src/__generated__
  printf '{"src":"./src","schema":"./schema.graphql","language":"javascript","schemaConfig":%s}' "$1" >relay.config.json
  npx relay-compiler relay.config.json >compiler.log
  DECLARED=$(sed -n 's/.*"text": "query taskRefetchQuery(\\n  \(\$[a-zA-Z]*\):.*/\1/p' src/__generated__/taskRefetchQuery.graphql.js)
  SENT=$(sed -n 's/.*"identifierQueryVariableName": "\([a-zA-Z]*\)".*/\1/p' src/__generated__/task_name.graphql.js)
  echo "$2: query declares $DECLARED, runtime sends $SENT"
}
{
  compile '{"nodeInterfaceIdField":"nodeId"}' 'nodeInterfaceIdField alone'
  compile '{"nodeInterfaceIdField":"nodeId","nodeInterfaceIdVariableName":"nodeId"}' 'with nodeInterfaceIdVariableName'
} | tee seen
diff seen - <<'EXPECTED'
nodeInterfaceIdField alone: query declares $nodeId, runtime sends id
with nodeInterfaceIdVariableName: query declares $nodeId, runtime sends nodeId
EXPECTED
