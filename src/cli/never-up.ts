/** How a gateway of several processes fails to start; a file of its own, since each command knows it. */
import { ToldError } from '../told-error.ts';

/** A gateway whose first process ended before it was up; that process has said why. */
export class NeverUpError extends ToldError {
  override readonly name = 'NeverUpError';
  override readonly exitCode: number;

  /** @param code What the process ended with. */
  constructor(code: number) {
    super('The first process ended before it was up: what it said is above');
    this.exitCode = code;
  }
}
