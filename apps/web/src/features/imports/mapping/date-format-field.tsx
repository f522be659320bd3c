import { Autocomplete } from '@mantine/core';
import { dateFormat, DATE_FORMAT_EXAMPLES, readDate, type DateFormat } from '@pilotage/analytics';
import { formatDay, type Stage } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';
import type { ImportColumn } from '../imports.graphql.js';
import { dateLabel } from './column-use.js';
import classes from './step.module.css';

interface DateFormatFieldProps {
  readonly columns: readonly ImportColumn[];
  readonly dates: readonly { readonly stage: Stage; readonly column: number }[];
  readonly format: string;
  readonly problem: string | undefined;
  readonly onChange: (format: string) => void;
}

/** How the file writes dates, with what its samples then mean. Never guessed: 3/4/2024 is a day in March or in April. */
export function DateFormatField({ columns, dates, format, problem, onChange }: DateFormatFieldProps) {
  const read = dateFormat(format.trim());
  return (
    <section>
      <h2 className={classes['title']}>{i18n._('Dates')}</h2>
      <p className={classes['lead']}>
        {i18n._(
          'Name the format in which the file writes its dates, and see below what its samples mean then. A date that does not read gets a finding.',
        )}
      </p>
      <Autocomplete
        label={i18n._('Date format')}
        description={i18n._('Of YYYY, MM or M, MMM, DD or D, and Q: D.M.YYYY, for example.')}
        placeholder="D.M.YYYY"
        maw={320}
        withAsterisk
        openOnFocus={false}
        data={[...DATE_FORMAT_EXAMPLES]}
        // All of them, whatever stands in the field: they are examples, not matches.
        filter={({ options }) => options}
        error={problem}
        value={format}
        onChange={onChange}
      />
      <dl className={classes['samples']} aria-live="polite">
        {dates.map(({ stage, column }) => (
          <div key={stage}>
            <dt>
              {dateLabel(stage)} <span className="pl-muted">{columns[column]?.header}</span>
            </dt>
            {(columns[column]?.samples ?? []).map((sample) => (
              <dd key={sample} className={classes['read']}>
                <span className="pl-muted">{sample}</span>
                {read && (
                  <>
                    <span aria-hidden="true">→</span>
                    <Reading sample={sample} format={read} />
                  </>
                )}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

function Reading({ sample, format }: { readonly sample: string; readonly format: DateFormat }) {
  const date = readDate(sample, format);
  return date.kind === 'date' ? (
    <span>{formatDay(date)}</span>
  ) : (
    <span className={classes['unread']}>{i18n._('does not read')}</span>
  );
}
