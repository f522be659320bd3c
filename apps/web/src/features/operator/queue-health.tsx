import { Text, Title } from '@mantine/core';
import { formatNumber } from '@pilotage/web-ui';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useApiQuery } from '../../shared/graphql/use-api-query.js';
import { i18n } from '../../shared/i18n.js';
import { QueryView } from '../../shared/ui/query-view.js';
import { queueHealthQuery, type QueueHealthFields } from './operator.graphql.js';
import classes from './queue-health.module.css';
import { queueVerdict } from './queue-words.js';

/** Whether jobs get done; looked at every five seconds. */
export function QueueHealth() {
  const health = useApiQuery(queueHealthQuery, {}, { pollMs: 5_000 });
  return (
    <section className={classes['section']}>
      <Title order={2} mb="sm">
        {i18n._('Queue')}
      </Title>
      <QueryView of={health} dimsOnRefresh={false}>
        {({ queueHealth }) => <Health health={queueHealth} />}
      </QueryView>
    </section>
  );
}

function Health({ health }: { readonly health: QueueHealthFields }) {
  const { isWell, words } = queueVerdict(health);
  const Sign = isWell ? IconCircleCheck : IconAlertTriangle;
  const figures = [
    { label: i18n._('Waiting'), value: formatNumber(health.pending) },
    { label: i18n._('Running'), value: formatNumber(health.running) },
    { label: i18n._('Failed'), value: formatNumber(health.failed) },
    {
      label: i18n._('Oldest waits'),
      value:
        health.oldestPendingSeconds === null
          ? i18n._('none')
          : i18n._('{seconds} s', { seconds: formatNumber(health.oldestPendingSeconds) }),
    },
    { label: i18n._('Kept in'), value: health.backend },
  ];
  return (
    <div className={classes['card']}>
      <Text className={classes['verdict']} data-well={isWell || undefined} role="status">
        <Sign size={19} stroke={1.8} aria-hidden />
        {words}
      </Text>
      <dl className={classes['figures']}>
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
