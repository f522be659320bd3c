import { Autocomplete, Button, Checkbox, Group } from '@mantine/core';
import { dateFormat, DATE_FORMAT_EXAMPLES } from '@pilotage/analytics';
import { formatNumber, stageLabel } from '@pilotage/web-ui';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { dateLabel, type DateOf } from './column-use.js';
import { columnLetter } from './column-letter.js';
import { dateFormatsQuery, type DateFormatFit } from './date-formats.graphql.js';
import { datable } from './mapping-draft.js';
import { problemOf, type StepProps } from './step-props.js';
import classes from './step.module.css';

interface DateColumnProps extends StepProps {
  readonly of: DateOf;
  readonly column: number;
}

const OFFERED = 3;

/** How one column writes its dates. What reads most is offered; never chosen: 3/4/2024 is a day in March or in April. */
export function DateColumn({ source, draft, onChange, problems, of, column }: DateColumnProps) {
  const format = draft.formats[of] ?? '';
  const named = dateFormat(format.trim()) ? format.trim() : null;
  const fits = useApiQuery(dateFormatsQuery, { id: source.id, column, format: named });
  const all = fits.kind === 'ready' ? (fits.data.import?.dateFormats ?? []) : [];
  const fit = all.find((one) => one.format === named);
  const choose = (chosen: string) => onChange({ ...draft, formats: { ...draft.formats, [of]: chosen } });
  const others = draft.monthly.filter((one) => one !== of);
  return (
    <div className={classes['value']}>
      <div className={classes['name']}>
        {dateLabel(of)}
        <div className="pl-muted">{`${columnLetter(column)} ${source.columns[column]?.header ?? ''}`}</div>
        {!fit && (
          <Group gap={6} mt={6}>
            {all.slice(0, OFFERED).map((one) => (
              <Button key={one.format} size="compact-sm" variant="default" onClick={() => choose(one.format)}>
                {i18n._('{format} reads {share}', { format: one.format, share: shareOf(one) })}
              </Button>
            ))}
          </Group>
        )}
        {fits.kind === 'ready' && all.length === 0 && (
          <div className={classes['note']}>
            {i18n._(
              'None of the usual formats reads this column. Name the one that comes nearest; the check says what can be done with its dates.',
            )}
          </div>
        )}
        {fit && <Fit fit={fit} />}
        {fit?.precision === 'DAY' && fit.firstsOfMonth > 0 && (
          <Checkbox
            mt={8}
            size="sm"
            label={i18n._('A first of month means the month: {firsts} of {read} are one', {
              firsts: formatNumber(fit.firstsOfMonth),
              read: formatNumber(fit.read),
            })}
            checked={draft.monthly.includes(of)}
            onChange={(event) =>
              onChange({ ...draft, monthly: event.currentTarget.checked ? [...others, of] : others })
            }
          />
        )}
        {of === 'NAMED' && <NamedStages {...{ draft, onChange, problems }} />}
      </div>
      <Autocomplete
        aria-label={i18n._('Date format: {date}', { date: dateLabel(of) })}
        className={classes['choice']}
        placeholder="D.M.YYYY"
        openOnFocus={false}
        data={[...DATE_FORMAT_EXAMPLES]}
        // All of them, whatever stands in the field: they are examples, not matches.
        filter={({ options }) => options}
        error={named === null ? problemOf(problems, 'dateFormat') : undefined}
        value={format}
        onChange={choose}
      />
    </div>
  );
}

/** Of a day "since when": a register may keep it for some of its stages only. */
function NamedStages({ draft, onChange, problems }: Omit<StepProps, 'source'>) {
  const offered = datable(draft);
  return (
    <Checkbox.Group
      mt={8}
      label={i18n._('The day counts in rows of these stages')}
      error={problemOf(problems, 'namedStages')}
      value={draft.namedStages.filter((stage) => offered.includes(stage))}
      onChange={(chosen) =>
        onChange({ ...draft, namedStages: offered.filter((stage) => chosen.includes(stage)) })
      }
    >
      <Group gap="sm" mt={6}>
        {offered.map((stage) => (
          <Checkbox key={stage} size="sm" value={stage} label={stageLabel(stage)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

function Fit({ fit }: { readonly fit: DateFormatFit }) {
  return (
    <div className={classes['note']}>
      {i18n._('Reads {share}.', { share: shareOf(fit) })}{' '}
      {fit.precision === 'QUARTER' && `${i18n._('Quarters are those of the calendar year.')} `}
      {fit.unreadExamples.length > 0 &&
        i18n._('Not: {examples}. The check says what can be done with them.', {
          examples: fit.unreadExamples.map((text) => `“${text}”`).join(', '),
        })}
    </div>
  );
}

const shareOf = ({ read, unread }: DateFormatFit): string =>
  i18n._('{read} of {all}', { read: formatNumber(read), all: formatNumber(read + unread) });
