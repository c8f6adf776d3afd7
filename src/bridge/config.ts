/** What the doors for webhooks and the bridge read from the environment. */
import { z } from 'zod';
import { apiKey, secret } from '../variables.ts';
import { githubWebhookSecrets, type InstanceSecret, nativeWebhookSecrets, webhookSecrets } from './secrets.ts';

/** What events of Odoo are taken and processed with. */
export interface BridgeConfig {
  /** Secrets of instances that sign their events. */
  readonly secrets: readonly InstanceSecret[];
  /** Secrets in the paths at which Odoo's own webhooks come in. */
  readonly nativeSecrets: readonly InstanceSecret[];
  /** Secrets by which GitHub signs, each of a repository or an owner there. */
  readonly githubSecrets: readonly InstanceSecret[];
  /** The instance that the reader reads: ODOO_INSTANCE, or the first that has a secret; null where neither is set. */
  readonly instance: string | null;
}

/** Its variables. */
export const bridgeVariables = z.object({
  ODOO_WEBHOOK_SECRETS: webhookSecrets,
  ODOO_NATIVE_WEBHOOK_SECRETS: nativeWebhookSecrets,
  GITHUB_WEBHOOK_SECRETS: githubWebhookSecrets,
  GITHUB_TOKEN: secret(apiKey),
});

/** @param read The variables, checked. */
export function readBridge(
  read: z.infer<typeof bridgeVariables> & { readonly ODOO_INSTANCE?: string | undefined },
): BridgeConfig {
  const { ODOO_WEBHOOK_SECRETS: secrets, ODOO_NATIVE_WEBHOOK_SECRETS: nativeSecrets } = read;
  const [first] = [...secrets, ...nativeSecrets];
  const { GITHUB_WEBHOOK_SECRETS: githubSecrets } = read;
  return { secrets, nativeSecrets, githubSecrets, instance: read.ODOO_INSTANCE ?? first?.instance ?? null };
}
