import { type Stage } from '@pilotage/analytics';
import { capitalised, inWords, plural } from '../period/words.js';
import { type QuarterPoint } from '../trend/trend.js';
import { type StageMove, type StockFigure, type StuckFigure } from './executive-quarter.js';

/** Method, not software: changes when a definition or an estimator does. */
export const METHOD_VERSION = '1.0';

const STAGE_WORDS: Record<Stage, string> = {
  IDEA: 'idea',
  PILOT: 'pilot',
  LIMITED_PRODUCTION: 'limited production',
  PRODUCTION: 'production',
  SCALED: 'scaled',
  ENDED: 'ended',
};

/** The page in one or two sentences, for somebody who reads nothing else. */
export function headline({
  arrived,
  inProduction,
  pilots,
  stuck,
  point,
}: {
  readonly arrived: number;
  readonly inProduction: StockFigure;
  readonly pilots: StockFigure;
  readonly stuck: StuckFigure;
  readonly point: QuarterPoint;
}): string {
  if (point.active === 0) return 'There was no active initiative in this quarter.';
  const gone = inProduction.left === 0 ? '' : ` and ${inWords(inProduction.left, 'left', 'left')} it`;
  const came = `${inWords(arrived, 'initiative', 'initiatives')} reached production`;
  const held =
    stuck.stuck > 0
      ? `; ${inWords(stuck.stuck, 'pilot is', 'pilots are')} stuck`
      : stuck.overLimitNoPlan > 0
        ? `; ${inWords(stuck.overLimitNoPlan, 'pilot is', 'pilots are')} over the limit with no plan recorded`
        : '';
  return `${capitalised(came)}${gone}${held}. ${nextSentence(pilots, point)}`;
}

function nextSentence(pilots: StockFigure, { ready }: QuarterPoint): string {
  if (ready.of === 0) return 'No initiative is in pilot or beyond.';
  const running =
    pilots.count === 0
      ? 'No pilot is running'
      : `${capitalised(inWords(pilots.count, 'pilot is', 'pilots are'))} running`;
  return `${running}; ${ready.ready} of ${ready.of} in pilot or beyond are ready for the next stage.`;
}

/** "Pilot to production: reason as recorded" */
export function moveText({ stage, stageBefore, wasInProduction, successorId, reason }: StageMove): string {
  const from = stageBefore === null ? '' : `${capitalised(STAGE_WORDS[stageBefore])} to `;
  const move =
    stage === 'ENDED'
      ? successorId !== null
        ? 'Merged into another initiative'
        : wasInProduction
          ? 'Retired after production'
          : `Stopped before production${stageBefore === null ? '' : `, in ${STAGE_WORDS[stageBefore]}`}`
      : capitalised(`${from}${STAGE_WORDS[stage]}`);
  return reason ? `${move}: ${shortened(reason)}` : move;
}

const REASON_LENGTH = 140;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= REASON_LENGTH ? line : `${line.slice(0, REASON_LENGTH - 1).trimEnd()}…`;
}

/** The small print: how far the figures reach. */
export function footLines(
  { readiness, withoutStage, observedStages }: QuarterPoint,
  stuck: StuckFigure,
): string[] {
  return [
    `Readiness current for ${readiness.n} of ${readiness.active}`,
    ...(stuck.overLimitNoPlan > 0 ? [`${plural(stuck.overLimitNoPlan, 'plan', 'plans')} not recorded`] : []),
    ...(observedStages > 0
      ? [`For ${observedStages} the stage was seen, the day it was entered is not recorded`]
      : []),
    ...(withoutStage > 0
      ? [`${plural(withoutStage, 'initiative', 'initiatives')} without a recorded stage left out`]
      : []),
    `Method ${METHOD_VERSION}`,
  ];
}
