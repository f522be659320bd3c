import { Progress, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { i18n } from '../i18n.js';
import { useTenant } from '../session/tenant-context.js';
import { ButtonLink } from '../ui/links.js';
import classes from './set-up-list.module.css';
import { stepWords } from './set-up-steps.js';

/** The steps of a new organisation; the first open one is the thing to do. */
export function SetUpList() {
  const { setupSteps } = useTenant();
  const steps = setupSteps.flatMap((step) => {
    const words = stepWords(step.key);
    return words ? [{ ...step, ...words }] : [];
  });
  const done = steps.filter(({ isDone }) => isDone).length;
  const next = steps.find(({ isDone }) => !isDone)?.key;

  return (
    <section aria-label={i18n._('Set-up')}>
      <div className={classes['progress']}>
        <Progress
          value={(100 * done) / Math.max(steps.length, 1)}
          aria-label={i18n._('Steps done')}
          className={classes['bar']}
        />
        <Text size="sm" c="dimmed">
          {i18n._('{done} of {total} done', { done, total: steps.length })}
        </Text>
      </div>
      <ol className={classes['list']}>
        {steps.map(({ key, isDone, title, why, action, to, search }, index) => (
          <li key={key} className={classes['step']} data-done={isDone || undefined}>
            <span className={classes['sign']} aria-hidden>
              {isDone ? <IconCheck size={16} stroke={2.4} /> : index + 1}
            </span>
            <span className={classes['words']}>
              <span className={classes['title']}>
                {title}
                {isDone && <span className="pl-hidden">{i18n._('done')}</span>}
              </span>
              <Text component="span" size="sm" c="dimmed">
                {why}
              </Text>
            </span>
            <ButtonLink
              from="/t/$slug"
              to={to}
              search={search}
              size="xs"
              variant={key === next ? 'filled' : 'default'}
            >
              {action}
            </ButtonLink>
          </li>
        ))}
      </ol>
    </section>
  );
}
