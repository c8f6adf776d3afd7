/** Builds the console and GraphiQL into `dist/console/`: hashed assets, each also compressed, and nothing from anywhere else. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { buildASTSchema, getNamedType, isObjectType, parse } from 'graphql';
import { defineConfig, type Plugin } from 'vite';

const ROOT = join(import.meta.dirname, '..');

// Whoever builds: a suite has `test` there, a shell perhaps `development`, and React would be the one for developers.
process.env.NODE_ENV = 'production';

// biome-ignore lint/style/noDefaultExport: vite reads its configuration from the default export
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [operationIds(), links(), withoutFonts(), compressed()],
  build: {
    outDir: join(ROOT, 'dist', 'console'),
    emptyOutDir: true,
    // What is inlined as a `data:` URL is no asset of ours, and the policy refuses it.
    assetsInlineLimit: 0,
    // The polyfill is for browsers without module preloads, none of which has what else is used here.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // GraphiQL's own is larger than Vite warns of; a test holds what each page weighs.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: [join(import.meta.dirname, 'index.html'), join(import.meta.dirname, 'graphiql.html')],
      // Every file of a library of React's begins with `use client`, which means nothing here.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
});

/** Each operation of the console by the id that the manifest gives it: the page holds no document, and asks by these. */
function operationIds(): Plugin {
  return virtual('virtual:operations', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'ssot/operations/manifest.json'), 'utf8')) as {
      operations: { consumer: string; name: string; ids: string[] }[];
    };
    const own = manifest.operations.filter(({ consumer }) => consumer === 'console');
    const ids = Object.fromEntries(own.map(({ name, ids: [first] }) => [name, first]));
    return `export const IDS = ${JSON.stringify(ids)};`;
  });
}

/** The crossings between surfaces, as the SDL has them. */
function links(): Plugin {
  return virtual('virtual:links', () => {
    const schema = buildASTSchema(parse(readFileSync(join(ROOT, 'schema.graphql'), 'utf8')), { assumeValidSDL: true });
    const types = Object.values(schema.getTypeMap()).filter(isObjectType);
    const surfaceOf = new Map(
      types.flatMap(({ name, astNode }) => {
        const surface = astNode?.directives?.find(({ name: { value } }) => /^(odoo|ops|work)$/.test(value));
        return surface ? [[name, surface.name.value] as const] : [];
      }),
    );
    const found = types.flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) => {
        const link = field.astNode?.directives?.find(({ name: { value } }) => value === 'link');
        const contract = link?.arguments?.find(({ name: { value } }) => value === 'contract')?.value;
        const target = getNamedType(field.type).name.replace(/Connection$/, '');
        if (!link || contract?.kind !== 'StringValue') return [];
        const [from, to] = [surfaceOf.get(type.name), surfaceOf.get(target)];
        return [{ field: `${type.name}.${field.name}`, target, from, to, contract: contract.value }];
      }),
    );
    return `export const LINKS = ${JSON.stringify(found)};`;
  });
}

function virtual(name: string, render: () => string): Plugin {
  return {
    name,
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: (id) => (id === `\0${name}` ? render() : null),
  };
}

/** GraphiQL's style sheet holds its fonts as `data:` URLs, 260 kB compressed: the system's own do. */
function withoutFonts(): Plugin {
  return {
    name: 'without-fonts',
    enforce: 'pre',
    transform: (code, id) => (/graphiql\/.*\.css$/.test(id) ? code.replaceAll(/@font-face\s*\{[^}]*\}/g, '') : null),
  };
}

/** Beside each asset that a browser asks for by name, its Brotli and gzip forms. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    // Of what was written: until then Vite still puts its own words into the chunks.
    writeBundle({ dir = '' }, bundle) {
      for (const fileName of Object.keys(bundle)) {
        if (!/\.(js|css|svg)$/.test(fileName)) continue;
        const file = join(dir, fileName);
        const source = readFileSync(file);
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: source.length };
        writeFileSync(`${file}.br`, brotliCompressSync(source, { params }));
        writeFileSync(`${file}.gz`, gzipSync(source, { level: 9 }));
      }
    },
  };
}
