/** Jobs and webhooks come from migrations: not from code that runs, and not from a settings file of the platform. */
import type { Finding } from '../finding.ts';
import type { Tree } from '../tree.ts';
import type { Module } from './modules.ts';

const MADE =
  /\bcron\.(schedule|schedule_in_database|alter_job|unschedule)\s*\(|\bsupabase_functions\.(http_request|hooks)\b|\bnet\.http_(get|post|delete)\s*\(/;
/** What Supabase's command line would set up beside the migrations. */
const SETTINGS = 'supabase/config.toml';
const SECTIONS = /^\s*\[(auth\.hook\.\w+|functions\.[\w-]+|edge_runtime\.\w+|realtime\.\w+|experimental\.webhooks)\]/;

/** Each place that sets up what only a migration may. */
export function checkUiOnlyConfig(modules: readonly Module[], tree: Tree): Finding[] {
  const made = modules.flatMap(({ path, texts }) =>
    texts
      .filter(({ text }) => MADE.test(text))
      .map(({ text, line }) =>
        finding(
          path,
          line,
          `${path} calls ${MADE.exec(text)?.[0].replace(/\s*\($/, '')}: make jobs and webhooks in a migration`,
        ),
      ),
  );
  const set = tree.has(SETTINGS)
    ? tree
        .read(SETTINGS)
        .split('\n')
        .flatMap((text, index) => {
          const section = SECTIONS.exec(text)?.[1];
          return section
            ? [finding(SETTINGS, index + 1, `[${section}] is set up by a file of the platform: make it in a migration`)]
            : [];
        })
    : [];
  return [...made, ...set];
}

function finding(file: string, line: number, message: string): Finding {
  return { rule: 'code/ui-only-config', message, file, line };
}
