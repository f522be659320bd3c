import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowsSplit2,
  IconCheck,
  IconCloudOff,
  IconCloudUp,
} from '@tabler/icons-react';
import { formatTime } from '../../../../shared/format/time.js';
import { i18n } from '../../../../shared/i18n.js';
import type { ShownAnswer } from '../store/answer-edit.js';
import type { DraftState } from '../store/draft-store.js';
import classes from './progress-panel.module.css';

interface SaveStateProps {
  readonly state: DraftState;
  readonly onRetry: () => void;
  readonly onShow: (questionKey: string) => void;
}

/** Whether everything is stored; if not, what became of it and what to do. */
export function SaveState({ state: { answers, storedAt }, onRetry, onShow }: SaveStateProps) {
  const those = (kind: NonNullable<ShownAnswer['delivery']>['kind']) =>
    answers.filter(({ delivery }) => delivery?.kind === kind);
  const [conflict] = those('conflict');
  const [refused] = those('refused');
  const failed = those('failed').length;
  const isSending = those('waiting').length + those('sending').length > 0;

  if (conflict || refused) {
    const Sign = conflict ? IconArrowsSplit2 : IconAlertTriangle;
    const key = (conflict ?? refused)?.questionKey ?? '';
    return (
      <div className={classes['save']} data-tone="bad" role="status">
        <Sign size={17} stroke={1.7} aria-hidden />
        <span>
          {conflict
            ? i18n._('{key} was changed by somebody else, too.', { key })
            : i18n._('{key} was not accepted.', { key })}
        </span>
        <Button size="compact-xs" variant="default" onClick={() => onShow(key)}>
          {i18n._('Show')}
        </Button>
      </div>
    );
  }
  if (failed > 0) {
    return (
      <div className={classes['save']} data-tone="warn" role="status">
        <IconCloudOff size={17} stroke={1.7} aria-hidden />
        <span>
          {i18n._(
            '{failed, plural, one {One answer is} other {# answers are}} kept on this device and sent as soon as the server can be reached.',
            { failed },
          )}
        </span>
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          {i18n._('Try now')}
        </Button>
      </div>
    );
  }
  const Sign = isSending ? IconCloudUp : IconCheck;
  return (
    <p className={classes['save']}>
      <Sign size={17} stroke={1.7} aria-hidden />
      {isSending ? i18n._('Saving …') : savedWords(storedAt)}
    </p>
  );
}

const savedWords = (storedAt: Date | null): string =>
  storedAt
    ? i18n._('Saved at {time}', { time: formatTime(storedAt) })
    : i18n._('Each answer is saved as you give it');
