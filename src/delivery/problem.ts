/** What a command of delivery cannot do, said for whoever started it. */
import { ToldError } from '../told-error.ts';

/** Its message says what is wrong and what to do. */
export class DeliveryError extends ToldError {
  override readonly name = 'DeliveryError';
}
