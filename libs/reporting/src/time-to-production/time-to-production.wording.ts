import {
  type Day,
  type IncidenceCurves,
  type PilotJourney,
  rateWording,
  roughShare,
  type RoughShare,
  type Unavailable,
} from '@pilotage/analytics';
import { dayInWords, percentRange, plural } from '../period/words.js';
import {
  type Exclusion,
  type HorizonShare,
  MIN_ARRIVALS_FOR_SHARE,
  type RegisterStatement,
} from './time-to-production.js';

/** The horizon that leads on pages. */
export const HEADLINE_MONTHS = 12;

/** Why no share can be given, for people; null when one can. */
export function rateReason(
  register: RegisterStatement | null,
  arrivals: number,
  curves: IncidenceCurves | Unavailable<string>,
): string | null {
  if (register?.livingOnly)
    return 'This register lists living initiatives only. Pilots that were stopped are missing, so any share would be too high.';
  if (!register?.completeSince)
    return 'It is not known since when this register also records pilots that were stopped, so any share would be too high. State that day with the next import.';
  if (curves.kind === 'unavailable')
    return 'Fewer than five pilots were watched at the same time, too few for a share.';
  if (arrivals < MIN_ARRIVALS_FOR_SHARE)
    return `${arrivals === 0 ? 'No pilot has' : `Only ${plural(arrivals, 'pilot has', 'pilots have')}`} reached production so far; a share is given from ${MIN_ARRIVALS_FOR_SHARE} on.`;
  return null;
}

export const tooFewWatched = (atRisk: number, months: number, needed: number): string =>
  `${atRisk === 0 ? 'Nobody is' : `Only ${plural(atRisk, 'is', 'are')}`} still watched after ${months} months; a share is given from ${needed} on.`;

const ROUGH: Record<RoughShare, string> = {
  'almost-none': 'almost none',
  'about-one-in-ten': 'about one in ten',
  'about-a-fifth': 'about a fifth',
  'about-a-quarter': 'about a quarter',
  'about-three-in-ten': 'about three in ten',
  'about-a-third': 'about a third',
  'about-four-in-ten': 'about four in ten',
  'about-half': 'about half',
  'about-six-in-ten': 'about six in ten',
  'about-two-thirds': 'about two thirds',
  'about-three-quarters': 'about three quarters',
  'about-eight-in-ten': 'about eight in ten',
  'about-nine-in-ten': 'about nine in ten',
  'almost-all': 'almost all',
};

interface JourneyCounts {
  readonly n: number;
  readonly events: number;
}

/** "about half (18 to 76 %, 12 pilots, indicative)", or why nothing can be said. */
export function shareSentence(
  { n, events }: JourneyCounts,
  shares: readonly HorizonShare[],
  reason: string | null,
): string {
  if (reason !== null) return reason;
  const at = shares.find(({ months }) => months === HEADLINE_MONTHS);
  if (!at || at.share === null) return at?.reason ?? 'No share can be given.';
  const range = at.lower === null || at.upper === null ? [] : [percentRange(at.lower, at.upper)];
  const basis = [...range, plural(n, 'pilot', 'pilots')];
  if (rateWording(events) === 'indicative')
    return `${ROUGH[roughShare(at.share)]} (${[...basis, 'indicative'].join(', ')})`;
  return `${Math.round(100 * at.share)} % (${basis.join(', ')})`;
}

/** Who is counted apart and why, in plain words; kinds that nobody is of are left out. */
export function excludedJourneys(
  journeys: readonly PilotJourney[],
  endsUnknown: number,
  completeSince: ReadonlySet<Day | null>,
): Exclusion[] {
  const of = (kind: PilotJourney['kind'], code: Exclusion['code'], message: string): Exclusion => ({
    code,
    count: journeys.filter((journey) => journey.kind === kind).length,
    message,
  });
  const [day = null, ...others] = [...completeSince].filter((one) => one !== null);
  const since = day && others.length === 0 ? dayInWords(day) : 'the register was complete';
  return [
    {
      code: 'ENDS_UNKNOWN' as const,
      count: endsUnknown,
      message:
        'Of a register that does not say since when it also lists what was stopped, or lists living initiatives only.',
    },
    of(
      'history',
      'HISTORY',
      `Over before ${since}, from when on ends are recorded too: counted as history, never in a rate.`,
    ),
    of(
      'not-yet-watched',
      'NOT_YET_WATCHED',
      `Already running on ${since} and not seen since: in a rate from the next time it is seen.`,
    ),
    of('coarse-dates', 'COARSE_DATES', 'Pilot entry or exit is known to the month, quarter or year only.'),
    of(
      'entry-unknown',
      'ENTRY_UNKNOWN',
      'Seen in pilot or later, but the day on which the pilot began is not recorded.',
    ),
    of('out-of-order', 'OUT_OF_ORDER', 'Reached production or ended before it ever entered pilot.'),
    of('no-pilot', 'NO_PILOT', 'No pilot is recorded.'),
  ].filter(({ count }) => count > 0);
}
