import { useApiQuery } from '../graphql/use-api-query.js';
import type { Quarter } from './quarter.graphql.js';
import { quartersQuery } from './quarters.graphql.js';

/** How far live pages look back, the running quarter included; older quarters are had as stored reports. */
const KEPT_QUARTERS = 20;

/** How many quarters a page shows unless asked otherwise, and a stored report always. */
export const PERIOD_QUARTERS = 8;

/** Those that live pages know, oldest first; none while they are being read. */
export function useKeptQuarters(): readonly Quarter[] {
  const known = useApiQuery(quartersQuery, { count: KEPT_QUARTERS });
  return known.kind === 'ready' ? known.data.quarters : [];
}

/** The quarters that a page of `count` quarters can end with: all that it shows must be kept. */
export const lastQuarters = (kept: readonly Quarter[], count: number): readonly Quarter[] =>
  kept.slice(count - 1);
