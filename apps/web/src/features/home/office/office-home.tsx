import { Text, Title } from '@mantine/core';
import { EmptyState, formatNumber } from '@pilotage/web-ui';
import { IconCircleCheck, IconChevronRight, IconLayoutList } from '@tabler/icons-react';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { BlockLink, ButtonLink } from '../../../shared/ui/links.js';
import { PageHeader } from '../../../shared/ui/page-header.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import classes from './office-home.module.css';
import { officeWorkQuery, type OfficeWork } from './office.graphql.js';
import { openPoints } from './open-points.js';

/** The programme office: what to put right. */
export function OfficeHome() {
  const work = useApiQuery(officeWorkQuery, {});
  const quarter = work.kind === 'ready' ? work.data.quarters.at(-1)?.label : undefined;
  return (
    <>
      <PageHeader
        title={i18n._('What needs doing')}
        asOf={quarter && i18n._('{quarter}, still running', { quarter })}
        actions={
          <ButtonLink from="/t/$slug" to="/t/$slug/quarter" variant="default">
            {i18n._('Open the quarter')}
          </ButtonLink>
        }
      />
      <QueryView of={work}>
        {({ officeWork }) =>
          officeWork.active === 0 ? <FirstInitiatives /> : <OfficeView work={officeWork} />
        }
      </QueryView>
    </>
  );
}

function OfficeView({ work }: { readonly work: OfficeWork }) {
  const points = openPoints(work);
  return (
    <>
      <Text mb="xl">
        {i18n._(
          '{active, plural, one {One active initiative} other {# active initiatives}}, {moves, plural, =0 {no stage moves} one {one stage move} other {# stage moves}} this quarter.',
          { active: work.active, moves: work.stageMovesThisQuarter },
        )}
      </Text>
      <Title order={2} mb="sm">
        {i18n._('Put right')}
      </Title>
      {points.length === 0 ? (
        <EmptyState
          title={i18n._('All in order')}
          icon={<IconCircleCheck size={22} stroke={1.6} aria-hidden />}
          action={
            <ButtonLink from="/t/$slug" to="/t/$slug/trend" variant="default">
              {i18n._('Read the trend')}
            </ButtonLink>
          }
        >
          {i18n._('Every initiative has an owner, a confirmed stage and a current assessment.')}
        </EmptyState>
      ) : (
        <ul className={classes['list']}>
          {points.map(({ key, count, words, why, to }) => (
            <li key={key}>
              <BlockLink from="/t/$slug" to={to} className={classes['row']}>
                <span className={classes['count']}>{formatNumber(count)}</span>
                <span className={classes['words']}>
                  <span className={classes['what']}>{words}</span>
                  <Text component="span" size="sm" c="dimmed">
                    {why}
                  </Text>
                </span>
                <IconChevronRight size={18} stroke={1.6} aria-hidden className={classes['sign']} />
              </BlockLink>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function FirstInitiatives() {
  return (
    <EmptyState
      title={i18n._('No initiatives yet')}
      icon={<IconLayoutList size={22} stroke={1.6} aria-hidden />}
      action={
        <ButtonLink from="/t/$slug" to="/t/$slug/imports">
          {i18n._('Import a list')}
        </ButtonLink>
      }
    >
      {i18n._(
        'Import the list you have, or add the pilots in the portfolio. What needs doing then appears here.',
      )}
    </EmptyState>
  );
}
