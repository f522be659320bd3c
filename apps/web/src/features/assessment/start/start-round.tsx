import { Radio, Stack, Text } from '@mantine/core';
import { formatDay } from '@pilotage/web-ui';
import { useState, type FormEvent } from 'react';
import type { Quarter } from '../../../shared/figures/quarter.graphql.js';
import { DayInput } from '../../../shared/forms/day-input.js';
import { FormButtons } from '../../../shared/forms/form-buttons.js';
import { FormRefusal } from '../../../shared/forms/form-refusal.js';
import type { EnumOf } from '../../../shared/graphql/graphql.js';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { finishedQuarter, proposedAsOf } from './as-of-day.js';
import { useStartRound } from './use-start-round.js';

export interface Subject {
  readonly subjectKind: EnumOf<'SubjectKind'>;
  /** Null for the organisation. */
  readonly subjectId: string | null;
}

interface StartRoundProps {
  readonly subject: Subject;
  readonly quarters: readonly Quarter[];
  /** As-of days of the rounds so far, newest first. */
  readonly rounds: readonly string[];
  readonly onClose: () => void;
}

/** On which day the answers are to be true: it decides the quarter they count for. */
export function StartRound({ subject, quarters, rounds, onClose }: StartRoundProps) {
  const { today } = useTenant();
  const { start, isStarting, refusal } = useStartRound();
  const finished = finishedQuarter(quarters);
  const current = quarters.find(({ isCurrent }) => isCurrent);
  const proposed = proposedAsOf(today, quarters, rounds[0] ?? null);
  const [choice, setChoice] = useState(proposed === today ? 'today' : 'quarter');
  const [other, setOther] = useState('');
  const asOfOn = { today, quarter: finished?.to ?? today, other }[choice] ?? '';
  const isTaken = (day: string) => rounds.includes(day);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (asOfOn) void start({ ...subject, asOfOn });
  };
  const dayText = (on: string) => formatDay({ on, precision: 'DAY' });
  return (
    <Dialog onClose={onClose} title={i18n._('Start a round')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text size="sm">
            {i18n._(
              'The answers describe one day. It decides for which quarter they count, and the next round is compared with it.',
            )}
          </Text>
          <FormRefusal message={refusal} />
          <Radio.Group label={i18n._('As of')} value={choice} onChange={setChoice}>
            <Stack gap="sm" mt={8}>
              <Radio
                value="today"
                label={i18n._('Today, {day}', { day: dayText(today) })}
                description={
                  current && i18n._('Counts for {quarter}, which is running.', { quarter: current.label })
                }
              />
              {finished && (
                <Radio
                  value="quarter"
                  disabled={isTaken(finished.to)}
                  label={i18n._('The end of {quarter}, {day}', {
                    quarter: finished.label,
                    day: dayText(finished.to),
                  })}
                  description={
                    isTaken(finished.to)
                      ? i18n._('There is a round as of that day. Open it to correct it.')
                      : i18n._('For the round of the quarter that has ended: answer how it was that day.')
                  }
                />
              )}
              <Radio value="other" label={i18n._('Another day')} />
            </Stack>
          </Radio.Group>
          {choice === 'other' && (
            <DayInput label={i18n._('Day')} max={today} value={other} onChange={setOther} required />
          )}
          <FormButtons onCancel={onClose} loading={isStarting} disabled={!asOfOn} data-autofocus>
            {i18n._('Start')}
          </FormButtons>
        </Stack>
      </form>
    </Dialog>
  );
}
