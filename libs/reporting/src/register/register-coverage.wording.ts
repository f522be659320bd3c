import { capitalised, counted, dayInWords } from '../period/words.js';
import { type CoverageCounts, type RegisterClaim } from './register-coverage.js';

export interface NamedUnit extends CoverageCounts {
  /** Null: no unit. */
  readonly name: string | null;
}

export interface RegisterWords {
  readonly claim: RegisterClaim | null;
  /** The newest claim that says otherwise, of an earlier list or of another register. */
  readonly otherClaim: RegisterClaim | null;
  readonly all: CoverageCounts;
  /** The unit that lacks most start dates first. */
  readonly units: readonly NamedUnit[];
}

/** What a register can and cannot tell, for people. */
export function coverageWording({ claim, otherClaim, all, units }: RegisterWords): string {
  if (all.initiatives === 0) return 'No initiative is recorded here, so nothing can be told.';
  const parts = [
    claimSentence(claim),
    claim && otherClaim && otherClaimSentence(claim, otherClaim),
    startSentence(all, units),
  ];
  return parts.filter((part) => part !== null).join(' ');
}

function claimSentence(claim: RegisterClaim | null): string {
  if (claim?.livingOnly)
    return `This register lists living initiatives only, as of ${dayInWords(claim.asOfOn)}: no rate of stopping can be had from it, and shares reached are among cases still listed.`;
  if (!claim?.completeSince)
    return 'It is not known since when this register also records what ended: no rate can be had from it.';
  const since = dayInWords(claim.completeSince);
  if (claim.isByHand)
    return `This register has been kept here since ${since} and records from then on what ends: rates are of what was watched since.`;
  return `This register, as of ${dayInWords(claim.asOfOn)}, also lists what ended since ${since}: rates are of what was watched since, and what ended before is missing.`;
}

/** What another list left out, or has beyond it, has to be said. */
function otherClaimSentence(
  { registerId, ...claim }: RegisterClaim,
  { asOfOn, livingOnly, completeSince, ...other }: RegisterClaim,
): string {
  const whose = registerId === other.registerId ? 'Its' : 'Another register’s';
  const list = `${whose} list of ${dayInWords(asOfOn)}`;
  const isPutAside = registerId !== other.registerId && !completeSince && claim.completeSince !== null;
  const aside = isPutAside ? ' What it lists is in no rate.' : '';
  if (livingOnly) return `${list} was of living initiatives only.${aside}`;
  return completeSince
    ? `${list} also had what ended since ${dayInWords(completeSince)}.`
    : `${list} did not say since when it has what ended.${aside}`;
}

function startSentence(all: CoverageCounts, units: readonly NamedUnit[]): string {
  const { initiatives, withStartDate } = all;
  if (withStartDate === initiatives)
    return initiatives === 1
      ? 'Its start date is recorded.'
      : `All ${counted(initiatives)} have a start date.`;
  const whole = `${someOf(all)} ${withStartDate > 1 ? 'have' : 'has'} a start date`;
  const named = units.filter(({ name }) => name !== null);
  const [worst] = named;
  if (units.length < 2 || withStartDate === 0 || !worst || isAllDated(worst)) return `${capitalised(whole)}.`;
  const best = named.reduce((most, unit) => (unit.withStartDate > most.withStartDate ? unit : most));
  const verb = worst.withStartDate > 1 ? 'have' : 'has';
  const ofWorst = `in ${worst.name} ${someOf(worst)} ${verb} one`;
  const ofBest = best === worst ? '' : `, in ${best.name} ${someOf(best)}`;
  return `${capitalised(whole)}; ${ofWorst}${ofBest}.`;
}

const isAllDated = ({ initiatives, withStartDate }: CoverageCounts): boolean => withStartDate === initiatives;

/** "none of 240", "1,236 of 2,130" */
const someOf = ({ initiatives, withStartDate }: CoverageCounts): string =>
  `${withStartDate === 0 ? 'none' : counted(withStartDate)} of ${counted(initiatives)}`;
