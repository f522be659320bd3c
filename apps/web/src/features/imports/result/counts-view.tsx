import { FigureCard, formatNumber } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';
import type { ImportCounts } from '../imports.graphql.js';
import classes from './result.module.css';

/** What became, or would become, of the rows. */
export function CountsView({ counts }: { readonly counts: ImportCounts }) {
  const rows = i18n._('of {rows, plural, one {one row} other {# rows}}', { rows: counts.rows });
  return (
    <div className={classes['counts']}>
      <FigureCard label={i18n._('New initiatives')} value={formatNumber(counts.created)} basis={rows} />
      <FigureCard
        label={i18n._('Changed')}
        value={formatNumber(counts.changed)}
        basis={i18n._('{unchanged} unchanged', { unchanged: formatNumber(counts.unchanged) })}
      />
      <FigureCard label={i18n._('Rows skipped')} value={formatNumber(counts.skipped)} basis={rows} />
      <FigureCard
        label={i18n._('Stages with a day')}
        value={formatNumber(counts.events)}
        basis={i18n._('counted in times to production')}
      />
      <FigureCard
        label={i18n._('Stages only seen')}
        value={formatNumber(counts.observations)}
        basis={i18n._('day of entry not known')}
      />
      {counts.plans > 0 && (
        <FigureCard
          label={i18n._('Planned stages')}
          value={formatNumber(counts.plans)}
          basis={i18n._('after the day of the file')}
        />
      )}
      {counts.assessments > 0 && (
        <FigureCard
          label={i18n._('Assessments')}
          value={formatNumber(counts.assessments)}
          basis={i18n._('from the answers in its columns')}
        />
      )}
      <FigureCard label={i18n._('New units')} value={formatNumber(counts.units)} />
      {counts.absent > 0 && (
        <FigureCard
          label={i18n._('Not in this file any more')}
          value={formatNumber(counts.absent)}
          basis={i18n._('{running} still running, {ended} stopped or merged', {
            running: formatNumber(counts.absentRunning),
            ended: formatNumber(counts.absentEnded),
          })}
        />
      )}
    </div>
  );
}
