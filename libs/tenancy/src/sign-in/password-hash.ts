import { hash, verify } from '@node-rs/argon2';
import { RateLimitedError } from '@pilotage/platform';

/** argon2id, the minimum of OWASP ASVS 5.0 appendix C: 46 MiB, one pass, one lane; about 35 ms of one core. */
const COST = { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 };

/** Each hash in work holds 46 MiB and a core; more at once would only make everyone slower. */
const AT_ONCE = 2;
/** About 4 s of work; who comes later is told to try again instead of waiting without end. */
const MAX_WAITING = 200;

let running = 0;
const waiting: (() => void)[] = [];

/** Returns the PHC text with salt and cost. @throws RateLimitedError when too many sign-ins wait already */
export const hashPassword = (password: string): Promise<string> => limited(() => hash(password, COST));

/** @throws RateLimitedError when too many sign-ins wait already */
export const verifyPassword = (attempt: { hash: string; password: string }): Promise<boolean> =>
  limited(() => verify(attempt.hash, attempt.password));

async function limited<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MAX_WAITING) throw new RateLimitedError();
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
