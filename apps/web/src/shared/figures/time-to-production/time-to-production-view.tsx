import { StepCurves } from '@pilotage/web-ui';
import type { LoadPage } from '../../graphql/use-further.js';
import { i18n } from '../../i18n.js';
import { HowComputed } from '../../method/how-computed.js';
import classes from '../figures.module.css';
import { Panel } from '../panel.js';
import { CountCards } from './count-cards.js';
import { FinishedOnly, howCurves } from './definitions.js';
import { LeftOut } from './left-out.js';
import { monthsOfDays } from './months.js';
import { NoRate } from './no-rate.js';
import { RegisterSentence } from './register-sentence.js';
import { Rows } from './rows.js';
import { Shares } from './shares.js';
import type { JourneyRow, TimeToProduction } from './time-to-production.graphql.js';

interface TimeToProductionViewProps {
  readonly figures: TimeToProduction;
  /** More of the pilots behind the figures: of the live page, or of a stored report. */
  readonly load: LoadPage<JourneyRow>;
}

/** What became of pilots and how long it took, live or as a stored report has it. */
export function TimeToProductionView({ figures, load }: TimeToProductionViewProps) {
  const { curves, riskTable, shares, startsAtDays, n, reason, rows } = figures;
  return (
    <div className={classes['stack']}>
      <CountCards figures={figures} />
      {reason ? (
        <NoRate figures={figures} reason={reason} />
      ) : (
        <>
          <Panel>
            <StepCurves
              title={i18n._('What became of pilots, by months since the pilot began')}
              unit={i18n._('% of {n} pilots', { n })}
              curves={curves}
              riskTable={riskTable}
              horizons={shares}
              startsAtMonths={startsAtDays === null ? null : monthsOfDays(startsAtDays)}
              explain={
                <HowComputed {...howCurves(figures)}>
                  <FinishedOnly figures={figures} />
                </HowComputed>
              }
            />
            <RegisterSentence figures={figures} />
          </Panel>
          <Shares figures={figures} />
        </>
      )}
      <LeftOut figures={figures} />
      {rows.totalCount > 0 && <Rows first={rows} load={load} />}
    </div>
  );
}
