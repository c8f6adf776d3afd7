/** Options that several commands of delivery have, and what is wrong with them: said before anything is asked. */
import { didYouMean } from '../nearest.ts';
import { ENVIRONMENTS } from '../ops/environments.ts';
import { isUuid } from '../plan/id.ts';
import { UsageError } from './io.ts';

/** @param option As it is written, e.g. `--project`. @throws UsageError where what was given is no uuid. */
export function readUuid<T extends string | undefined>(given: T, option: string): T {
  if (given === undefined || isUuid(given)) return given;
  throw new UsageError(`${option} is a uuid, and ${JSON.stringify(given)} is none`);
}

/** @throws UsageError where what was given is no environment of a project. */
export function readEnvironmentName<T extends string | undefined>(given: T): T {
  if (given === undefined || ENVIRONMENTS.some((name) => name === given)) return given;
  throw new UsageError(
    `--environment is DEV, STAGING or PRODUCTION, and not ${given}${didYouMean(given.toUpperCase(), ENVIRONMENTS)}`,
  );
}
