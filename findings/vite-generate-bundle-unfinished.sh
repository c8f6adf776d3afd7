#!/usr/bin/env bash
# Software: vite 8.3.8 (npm package, with the rolldown that it brings).
# Behaviour: a plug-in that reads the chunks in `generateBundle`, as one that compresses assets or writes their integrity does, is
#   given code that Vite has not finished: where an entry loads another module by `import()`, its chunk still holds the name
#   `__VITE_PRELOAD__`, which stands nowhere in what is written to disk. Whatever is made from that code is broken in the browser
#   ("__VITE_PRELOAD__ is not defined"), and the build ends well. In `writeBundle` the same chunk is as it is on disk. A plug-in
#   with `enforce: 'post'` is called too early as well.
# Seen:
#   generateBundle, normal: unfinished
#   generateBundle, post: unfinished
#   writeBundle: finished
#   on disk: finished
# Fails when that is no longer so.
set -euo pipefail
FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT
cd "$FOLDER"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund vite@8.3.8

cat >index.html <<'HTML'
<script type="module" src="./entry.js"></script>
HTML
echo "import('./later.js').then(({ text }) => { document.title = text; });" >entry.js
echo "import './later.css'; export const text = 'later';" >later.js
echo 'body { margin: 0 }' >later.css
cat >build.mjs <<'JS'
import { readdirSync, readFileSync } from 'node:fs';
import { build } from 'vite';
const stateOf = (code) => (code.includes('__VITE_PRELOAD__') ? 'unfinished' : 'finished');
const entryOf = (bundle) => Object.values(bundle).find((chunk) => chunk.isEntry).code;
const tell = (name, enforce) => ({
  name,
  enforce,
  generateBundle: (_options, bundle) => console.log(`generateBundle, ${name}: ${stateOf(entryOf(bundle))}`),
});
const written = { name: 'written', writeBundle: (_options, bundle) => console.log(`writeBundle: ${stateOf(entryOf(bundle))}`) };
await build({ logLevel: 'error', plugins: [tell('normal'), tell('post', 'post'), written] });
const file = readdirSync('dist/assets').find((name) => name.startsWith('index-') && name.endsWith('.js'));
console.log(`on disk: ${stateOf(readFileSync(`dist/assets/${file}`, 'utf8'))}`);
JS
node build.mjs | tee seen
diff seen - <<'EXPECTED'
generateBundle, normal: unfinished
generateBundle, post: unfinished
writeBundle: finished
on disk: finished
EXPECTED
