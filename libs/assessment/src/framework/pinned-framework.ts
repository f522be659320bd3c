import { type Framework, framework } from '@pilotage/frameworks';

/** The framework version that an assessment or draft is pinned to; versions are never taken off the catalogue. */
export function pinnedFramework(pin: { frameworkId: string; frameworkVersion: number }): Framework {
  const pinned = framework(pin.frameworkId, pin.frameworkVersion);
  if (pinned) return pinned;
  throw new RangeError(
    `Framework ${pin.frameworkId} version ${pin.frameworkVersion} is not in the catalogue.`,
  );
}
