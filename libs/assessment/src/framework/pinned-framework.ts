import { framework, type ReadinessFramework } from '@pilotage/frameworks';

/** Of what is pinned to the built-in framework, as every draft is, its version; versions are never taken off the catalogue. */
export function pinnedFramework(pin: FrameworkPin): ReadinessFramework {
  const pinned = framework(pin.frameworkId, pin.frameworkVersion);
  if (pinned) return pinned;
  throw new RangeError(
    `Framework ${pin.frameworkId} version ${pin.frameworkVersion} is not in the catalogue.`,
  );
}

/** The framework version that an assessment or a draft was answered by. */
export interface FrameworkPin {
  readonly frameworkId: string;
  readonly frameworkVersion: number;
}
