/** Looks at the Odoo of an environment by every way there is, and says of each thing what was found. */
import { GatewayError } from '../../errors.ts';
import type { Banner } from '../../odoo/login-page.ts';
import { type Judging, STAGE_CHECKS, type StageCheck } from './checks.ts';
import { concludeProof, failed, notSeen, type Proof, type ProofCheck, passed } from './proof.ts';
import type { StageReader } from './reader.ts';

/** What is looked at, and with what. */
export interface Looking extends Judging {
  /** The first that sees a thing decides; none where neither a login nor a key is set. */
  readonly readers: readonly StageReader[];
  readonly banner: Banner;
  /** Variables of ours that have production's values; null where no mark says what is production's. */
  readonly productionSecrets: readonly string[] | null;
  /** Whether a login leads to the database that the gateway asks; null where there is none. */
  readonly database: { readonly asked: string | null; readonly found: string } | null;
}

/** Asks one thing after another, and changes nothing. */
export async function proveStage(looking: Looking): Promise<Proof> {
  const checks: ProofCheck[] = [];
  for (const check of STAGE_CHECKS) checks.push(await lookBy(check, looking));
  return concludeProof([...checks, judgeCredentials(looking), judgeInstance(looking, checks[0])]);
}

async function lookBy({ name, look }: StageCheck, looking: Looking): Promise<ProofCheck> {
  const reasons: string[] = [];
  let areAllAway = true;
  for (const reader of looking.readers)
    try {
      return await look(reader, looking);
    } catch (error) {
      areAllAway &&= isAway(error);
      reasons.push(`${reader.way}: ${error instanceof Error ? error.message : String(error)}`);
    }
  return reasons.length === 0
    ? notSeen(name, "the gateway's reader may not see it", 'set ODOO_PROOF_DATABASE_URL, or ODOO_PROOF_API_KEY')
    : notSeen(
        name,
        reasons.join('; '),
        areAllAway
          ? 'look at ODOO_PROOF_DATABASE_URL or ODOO_PROOF_API_KEY, and at ODOO_URL: what is set leads nowhere, or is not let in'
          : 'give the login or the key what it lacks: `tripoint stage verify --sql` prints the grants',
      );
}

/** Whether nobody answered, or nobody was let in: no grant mends that. */
function isAway(error: unknown): boolean {
  return error instanceof GatewayError && /^UPSTREAM_(UNAVAILABLE|TIMEOUT)$/.test(error.code);
}

function judgeCredentials({ productionSecrets: found }: Looking): ProofCheck {
  const name = 'credentials';
  if (found === null)
    return notSeen(
      name,
      'ssot/stages.yaml has no host and no mark of production, so ours cannot be told from its',
      "run `tripoint guard --mark-production` in production's environment, and put what it prints into ssot/stages.yaml",
    );
  return found.length === 0
    ? passed(name, 'no variable of this shell has a value of production')
    : failed(
        name,
        `variables have production's values: ${found.join(', ')}`,
        'give this environment credentials of its own',
      );
}

/** What was looked into has to be what answers at ODOO_URL: a proof of another database proves nothing. */
function judgeInstance({ banner, database }: Looking, flag: ProofCheck | undefined): ProofCheck {
  const name = 'instance';
  if (database && database.asked !== null && database.asked !== database.found)
    return failed(
      name,
      `ODOO_PROOF_DATABASE_URL leads to the database ${database.found}, and ODOO_DB is ${database.asked}`,
      'let both name one database',
    );
  if ('unseen' in banner) return notSeen(name, banner.unseen, 'look at ODOO_URL and ODOO_DB');
  if (flag?.verdict === 'passed' && !banner.isNeutralized)
    return failed(
      name,
      'the login page at ODOO_URL has no banner of a neutralized database, although the database that was looked into is one',
      'let ODOO_URL and the login name one instance, or turn Odoo’s view web.neutralize_banner on again',
    );
  return banner.isNeutralized
    ? passed(name, 'the login page at ODOO_URL says that its database is neutralized')
    : failed(
        name,
        'the login page at ODOO_URL does not say that its database is neutralized',
        'run `odoo neutralize -d <database>`',
      );
}
