import { i18n } from '../../i18n.js';
import type { MethodSection } from '../../method/method-sections.js';
import type { Bridge, QuarterPoint, ReadinessFigure } from './trend.graphql.js';

/** What stands behind "How is this computed?" of a figure. */
interface Definition {
  readonly of: string;
  readonly section: MethodSection;
  readonly definition: string;
  readonly basis?: string;
  readonly exclusions?: string[];
}

export const howStages = ({ active }: Pick<QuarterPoint, 'active'>): Definition => ({
  of: i18n._('Initiatives by stage'),
  section: 'stages-and-their-dates',
  definition: i18n._(
    'The stage in force on the last day of each quarter, or today in the quarter that still runs. It is the last one entered or seen up to that day.',
  ),
  basis: activeWords(active),
  exclusions: [i18n._('Initiatives without any recorded stage'), i18n._('Initiatives that have ended')],
});

export const howActive = ({ active, withoutStage }: QuarterPoint): Definition => ({
  of: i18n._('Active initiatives'),
  section: 'stages-and-their-dates',
  definition: i18n._('Initiatives with a recorded stage that have not ended by the end of the quarter.'),
  basis: activeWords(active),
  exclusions:
    withoutStage > 0
      ? [
          i18n._(
            '{withoutStage, plural, one {one initiative without a recorded stage} other {# initiatives without a recorded stage}}',
            { withoutStage },
          ),
        ]
      : [],
});

export const howInProduction = ({ active }: Pick<QuarterPoint, 'active'>): Definition => ({
  of: i18n._('In production'),
  section: 'stages-and-their-dates',
  definition: i18n._(
    'Active initiatives whose stage at the end of the quarter is production or scaled. Came and left compare it with the end of the quarter before.',
  ),
  basis: activeWords(active),
  exclusions: [i18n._('Limited production, and initiatives without a recorded stage')],
});

export const howReady = ({ of }: QuarterPoint['ready']): Definition => ({
  of: i18n._('Ready for the next stage'),
  section: 'ready-for-next-stage',
  definition: i18n._(
    'Each question has a minimum answer for the stage that comes next. An initiative is ready when all of them are met; a missing answer counts as No.',
  ),
  basis: beyondIdeaWords(of),
  exclusions: [i18n._('Ideas, and scaled initiatives, which have no next stage')],
});

export const howReadiness = ({ n, stale, never }: ReadinessFigure): Definition => ({
  of: i18n._('Readiness, mean score'),
  section: 'portfolio-readiness',
  definition: i18n._(
    'The mean of the last current scores of all active initiatives at the end of the quarter, each weighing the same. It mixes ideas and running systems: read it by stage.',
  ),
  basis: i18n._('{n, plural, one {one initiative} other {# initiatives}}', { n }),
  exclusions: [
    stale > 0 &&
      i18n._(
        '{stale, plural, one {one whose assessment is out of date} other {# whose assessments are out of date}}',
        {
          stale,
        },
      ),
    never > 0 && i18n._('{never, plural, one {one never assessed} other {# never assessed}}', { never }),
  ].filter((text) => text !== false),
});

export const howByStage = (latest: ReadinessFigure, cadenceQuarters: number): Definition => ({
  of: i18n._('Readiness by stage'),
  section: 'portfolio-readiness',
  definition: i18n._(
    'The mean of the last current scores of the initiatives in each stage at the end of the quarter. A line has a gap where none was current.',
  ),
  basis: ratedOf(latest),
  exclusions: [
    i18n._(
      'Assessments that are out of date: by the settings of today they count for their own quarter and {quarters, plural, one {the next} other {the # after it}}',
      { quarters: cadenceQuarters },
    ),
  ],
});

export const howByDimension = (latest: ReadinessFigure): Definition => ({
  of: i18n._('Readiness by dimension'),
  section: 'coverage-and-bounds',
  definition: i18n._(
    'The mean of each dimension over all active initiatives with a current assessment. A hollow mark stands on less than 80 % of the questions that apply.',
  ),
  basis: ratedOf(latest),
  exclusions: [i18n._('Dimensions of which nothing was answered')],
});

export const howBridge = ({ counts }: Bridge): Definition => ({
  of: i18n._('What moved readiness'),
  section: 'bridge',
  definition: i18n._(
    'The change of the mean, split exactly. Same initiatives: the change of those rated in both quarters. The other parts: their share, times how far their mean is from that of the same initiatives. Moved in and out: from or to a unit or kind that is not shown.',
  ),
  basis: i18n._('{n, plural, one {one initiative} other {# initiatives}} rated in both quarters', {
    n: counts.continuing,
  }),
});

export const howBlockers = ({ of }: QuarterPoint['ready']): Definition => ({
  of: i18n._('What blocks most'),
  section: 'ready-for-next-stage',
  definition: i18n._(
    'For each question, how many initiatives in pilot or beyond are below the answer that their next stage asks for. One initiative can be held by several questions.',
  ),
  basis: beyondIdeaWords(of),
});

const activeWords = (active: number): string =>
  i18n._('{active, plural, one {one active initiative} other {# active initiatives}} in the last quarter', {
    active,
  });

const beyondIdeaWords = (of: number): string =>
  i18n._(
    '{of, plural, one {one initiative} other {# initiatives}} in pilot, limited production or production, by the last assessment that is current',
    { of },
  );

const ratedOf = ({ n, active }: ReadinessFigure): string =>
  i18n._('{n} of {active} active initiatives in the last quarter', { n, active });
