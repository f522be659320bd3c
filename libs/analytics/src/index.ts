export { type Interval, type Unavailable } from './common/unavailable.js';
export { type Fraction, percentOf } from './common/fraction.js';

export {
  addDays,
  addMonths,
  type Day,
  day,
  dayFromParts,
  daysInMonth,
  DAYS_PER_MONTH,
  daysBetween,
  daysFromMonths,
  EARLIEST_DAY,
  isDay,
  maxDay,
  minDay,
  monthsFromDays,
  parseDay,
  type ParsedDay,
} from './calendar/day.js';
export { firstDayOf, lastDayOf, type Precision, PRECISIONS } from './calendar/precision.js';
export {
  type DateFormat,
  dateFormat,
  DATE_FORMAT_EXAMPLES,
  readDate,
  type ReadDate,
} from './calendar/date-format.js';
export {
  type FiscalQuarter,
  fiscalQuarterOf,
  type FiscalYearSetting,
  nextQuarter,
  previousQuarter,
  type QuarterCalendar,
  quarterCalendar,
  quarterOf,
  quartersBetween,
} from './calendar/fiscal-quarter.js';
export {
  DEFAULT_VALIDITY,
  freshFrom,
  isStale,
  validThrough,
  type ValidityRule,
} from './calendar/validity.js';
export { dayAt, isTimeZone, quarterAt, type TimeZoneSetting, todayIn } from './calendar/time-zone.js';

export {
  type Answer,
  type AnswerCounts,
  type Answers,
  type Coverage,
  type ScoredDimension,
  type ScoredQuestion,
  type ScoringScheme,
} from './scoring/answer.js';
export { type ScoreScale, scoreScale } from './scoring/scale.js';
export { isAboutTheSame, largestAnswerStep } from './scoring/resolution.js';
export { type Evidence, type EvidenceGrade, evidenceOf, type EvidenceReading } from './scoring/evidence.js';
export { type OrdinalAgreement, ordinalAgreement } from './scoring/agreement.js';
export {
  MIN_OPPOSED_FOR_FINDING,
  MIN_QUESTIONS_FOR_AGREEMENT,
  type PanelQuestion,
  type PanelReading,
  readPanel,
} from './scoring/raters.js';
export { scoreByOrigin, type ScoresByOrigin } from './scoring/origin.js';
export {
  type AssessmentScores,
  type DimensionScoreRecord,
  scoreAssessment,
  type ScoreBounds,
  type ScoreRecord,
} from './scoring/score.js';
export {
  type CoverageThresholds,
  coverageOf,
  DEFAULT_COVERAGE,
  readScore,
  type ScoreReading,
  weakestDimension,
  type WeakestDimension,
} from './scoring/reading.js';
export { orderFlips, sensitivity, type Sensitivity } from './scoring/sensitivity.js';
export {
  type GateMinimum,
  type GateRequirement,
  type GateShortfall,
  type GateView,
  gateView,
  isReady,
} from './scoring/gate.js';

export { type Subject } from './survival/subject.js';
export { atRiskAt, MIN_AT_RISK_TO_START, type RiskRow, type RiskTable } from './survival/risk-table.js';
export {
  type IntervalOptions,
  type IntervalScale,
  probabilityInterval,
  type ProbabilityInterval,
} from './survival/interval.js';
export {
  kaplanMeier,
  stepInterval,
  survivalAt,
  type SurvivalAt,
  type SurvivalCurve,
  type SurvivalOptions,
  type SurvivalStep,
} from './survival/kaplan-meier.js';
export {
  type HazardCurve,
  type HazardOptions,
  type HazardStep,
  nelsonAalen,
} from './survival/nelson-aalen.js';
export {
  type AreaOptions,
  type MeanToHorizon,
  type RestrictedMean,
  restrictedMean,
  timeLost,
} from './survival/restricted-mean.js';
export {
  type QuantileOptions,
  type QuantileTime,
  survivalQuantile,
  type TimeToShare,
} from './survival/quantile.js';
export {
  type CauseStep,
  cumulativeIncidence,
  type IncidenceCurves,
  type IncidenceOptions,
  type IncidenceStep,
} from './survival/cumulative-incidence.js';
export { type IncidenceVariance } from './survival/incidence-variance.js';
export {
  type IncidenceAt,
  incidenceAt,
  MIN_AT_RISK_AT_HORIZON,
  SHARE_HORIZONS_MONTHS,
  type ShareByMonth,
  sharesByMonth,
  timeToShare,
} from './survival/incidence-figures.js';
export { type TimeGained, timeGained } from './survival/time-gained.js';

export { type EndOutcome, isInProduction, nextStageOf, type Stage, STAGES } from './stage/stage.js';
export {
  type CurrentStage,
  currentStage,
  furthestStage,
  type Outcome,
  outcomeOf,
  stageEntries,
  type StageEntry,
  type StageEvent,
  type StageLog,
  type StageObservation,
} from './stage/stage-log.js';
export {
  type JourneyScope,
  journeySubject,
  PILOT_EXITS,
  type PilotExit,
  type PilotFacts,
  type PilotJourney,
  pilotJourney,
  type PilotWatch,
} from './stage/pilot-journey.js';
export {
  type ConversionCounts,
  conversionCounts,
  type ConversionRates,
  conversionRates,
  matureCohort,
  type MatureCohort,
} from './stage/conversion.js';
export { type FinishedOnly, finishedOnly } from './stage/finished-only.js';
export { chanceWithin, fadingChanceLimit, type OwnLimit, ownPilotLimit } from './stage/own-pilot-limit.js';
export { type FunnelStep, stageFunnel } from './stage/stage-funnel.js';
export { type FlowCheck, littlesLaw } from './stage/littles-law.js';
export {
  carryingCost,
  type StandingPair,
  type StuckFlow,
  stuckFlow,
  type StuckOutflowCause,
} from './stage/stuck-flow.js';
export {
  DEFAULT_PILOT_LIMITS,
  pilotLimitDays,
  type PilotLimits,
  type PilotPlan,
  type PilotStanding,
  pilotStanding,
  type StuckReason,
} from './stage/stuck-pilot.js';

export {
  type PortfolioQuarter,
  portfolioReadiness,
  type PortfolioReadiness,
  type RatedInitiative,
} from './trend/readiness.js';
export {
  type AssessedInitiative,
  type CarriedForward,
  carryForward,
  type DatedScore,
} from './trend/carry-forward.js';
export {
  type BridgeNumber,
  type BridgePart,
  type BridgeQuarter,
  readinessBridge,
  type ReadinessBridge,
} from './trend/bridge.js';
export {
  type CohortPair,
  constantCohort,
  type ConstantCohort,
  MIN_PAIRS_FOR_INTERVAL,
} from './trend/constant-cohort.js';
export {
  comparisonWording,
  type ComparisonWording,
  MIN_QUARTERS_FOR_TREND,
  rateWording,
  type RateWording,
  roughShare,
  type RoughShare,
  trendWording,
  type TrendWording,
} from './trend/wording.js';

export {
  logRank,
  type GroupedSubject,
  type LogRankTest,
  type LogRankWeighting,
} from './survival/log-rank.js';
export { grayTest } from './survival/gray-test.js';
export { landmark } from './survival/landmark.js';
export {
  type Occupancy,
  occupancy,
  type OccupancyOptions,
  type OccupancyStep,
  type Stay,
} from './survival/occupancy.js';
export {
  STAGE_EXITS,
  type StageExit,
  stageStays,
  stageVisits,
  type TotalStay,
  totalStay,
} from './stage/stage-stays.js';

export {
  type SeasonalLine,
  seasonalTheilSen,
  type SeriesPoint,
  theilSen,
  type TheilSenLine,
} from './trend/theil-sen.js';
export {
  mannKendall,
  type MannKendallOptions,
  type MannKendallTest,
  seasonalMannKendall,
  smallestExactP,
} from './trend/mann-kendall.js';
export { type AutocorrelatedTest, hamedRao, preWhitened, yueWang } from './trend/autocorrelated.js';
export { type BootstrapOptions, clusterBootstrap } from './trend/bootstrap.js';
export { seededRandom } from './trend/random.js';
export { type GroupValue, plainMean, standardisedMean } from './trend/mix.js';

export {
  type BenefitAndCost,
  MIN_INITIATIVES_FOR_RATIO_INTERVAL,
  type PortfolioReturn,
  realisedOfPlanned,
  returnOnInvestment,
} from './finance/returns.js';
export {
  type DatedFlow,
  modifiedInternalRate,
  netPresentValue,
  netPresentValueByPeriod,
  type TooLarge,
} from './finance/present-value.js';
export {
  datedInternalRate,
  internalRate,
  type InternalRate,
  type NoInternalRate,
  signChanges,
} from './finance/internal-rate.js';
export { discountedPayback, type Payback, payback } from './finance/payback.js';
export {
  type Attribution,
  attribution,
  type Benefit,
  BENEFIT_STATES,
  BENEFIT_TYPES,
  type BenefitState,
  type BenefitTotals,
  benefitTotals,
  type BenefitType,
} from './finance/benefit.js';
export {
  type Converted,
  currencyConverter,
  type ExchangeRate,
  type Money,
  RATE_VALID_DAYS,
} from './finance/currency.js';
export {
  FIRST_VALUE_SHARE,
  firstValueSubject,
  firstValueThreshold,
  paybackSubject,
  VALUE_EXITS,
  type ValueExit,
  type ValueJourney,
  type ValuePeriod,
  type ValueSubject,
} from './finance/value-subject.js';

export { type Difference, difference, type RatioOfMeans, ratioOfMeans } from './comparison/means.js';
export {
  type Variation,
  variation,
  variationRatio,
  type VariationRatio,
  variationWording,
  type VariationWording,
  varianceParts,
  type VarianceParts,
} from './comparison/variation.js';
export {
  type AllocationOptions,
  deploymentsNeeded,
  detectableRatio,
  eventsNeeded,
  type PowerOptions,
} from './comparison/sample-size.js';
export {
  assessedAtStartCohorts,
  beforeAfterCohorts,
  type CohortMember,
  type Cohorts,
  type MixRow,
  mixTable,
  type NeitherReason,
  readyAtStartCohorts,
} from './comparison/cohort.js';
export {
  percentChange,
  type RatioOfTimes,
  ratioOfTimes,
  type RatioOfTimesOptions,
} from './comparison/ratio-of-times.js';
export { logitSpread, robustVariation, type ShareWithin, shareWithin } from './comparison/consistency.js';
export {
  type Claim,
  type ClaimEvidence,
  type ClaimReading,
  type ClaimVerdict,
  judgeClaim,
  type Wait,
} from './comparison/claim.js';

export { type Facts, type FactValue } from './patterns/expression.js';
export { answerFact } from './patterns/facts.js';
export {
  checkPortfolio,
  type CheckedSignals,
  evaluatePattern,
  MIN_KNOWN_SHARE,
  type Pattern,
  type PatternDefinition,
  type PatternReading,
  type PatternVerdict,
  type RaisedSignal,
  readPattern,
  type ReadPattern,
  type ScoredSignals,
  type SignalDefinition,
} from './patterns/pattern.js';

export { normalCdf, normalQuantile, normalTwoSidedP } from './probability/normal.js';
export { clopperPearsonInterval, type ProportionInterval, wilsonInterval } from './probability/proportion.js';
