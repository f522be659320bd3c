import { i18n } from '../../shared/i18n.js';
import type { QueueHealthFields } from './operator.graphql.js';

export interface QueueVerdict {
  readonly isWell: boolean;
  readonly words: string;
}

/** A job normally starts within a second; a minute of waiting means that no worker takes any. */
const longWaitSeconds = 60;

/** One sentence: is anything wrong, and what to do then. */
export function queueVerdict({ pending, failed, oldestPendingSeconds }: QueueHealthFields): QueueVerdict {
  if (pending > 0 && (oldestPendingSeconds ?? 0) > longWaitSeconds) {
    return {
      isWell: false,
      words: i18n._('Jobs wait for more than a minute. Look whether the worker runs.'),
    };
  }
  if (failed > 0) {
    return {
      isWell: false,
      words: i18n._(
        '{failed, plural, one {One job has} other {# jobs have}} failed for good. The log names {failed, plural, one {it} other {them}} with the reason.',
        { failed },
      ),
    };
  }
  return { isWell: true, words: i18n._('All jobs run as they come.') };
}
