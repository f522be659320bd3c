import { it } from '@jest/globals';

/**
 * Steps that build on one another: once one has failed, those after it fail at once, instead of waiting in vain.
 *
 * @param onFailure keeps what may explain a failure
 */
export function story(onFailure: () => Promise<void>): (name: string, step: () => Promise<void>) => void {
  let failed: string | null = null;
  return (name, step) => {
    it(name, async () => {
      if (failed !== null) throw new Error(`Not tried: "${failed}" had failed before.`);
      try {
        await step();
      } catch (error) {
        failed = name;
        await onFailure();
        throw error;
      }
    });
  };
}
