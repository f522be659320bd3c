import { Text, Title } from '@mantine/core';
import { EmptyState, formatNumber } from '@pilotage/web-ui';
import { IconCircleCheck, IconChevronRight, IconLayoutList } from '@tabler/icons-react';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { AnchorLink, BlockLink, ButtonLink } from '../../../shared/ui/links.js';
import { PageHeader } from '../../../shared/ui/page-header.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import classes from './office-home.module.css';
import { officeWorkQuery, type OfficeWork } from './office.graphql.js';
import { openPoints, type OpenPoint } from './open-points.js';

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
        {({ officeWork, initiatives, imports }) =>
          officeWork.active === 0 ? (
            initiatives.totalCount === 0 ? (
              <FirstInitiatives />
            ) : (
              <AllEnded />
            )
          ) : (
            <OfficeView work={officeWork} newestImportId={imports.nodes[0]?.id ?? ''} />
          )
        }
      </QueryView>
    </>
  );
}

interface OfficeViewProps {
  readonly work: OfficeWork;
  /** The finished one whose findings are counted. */
  readonly newestImportId: string;
}

function OfficeView({ work, newestImportId }: OfficeViewProps) {
  const points = openPoints(work);
  return (
    <>
      <Text mb="xl">
        <AnchorLink from="/t/$slug" to="/t/$slug/portfolio" search={{ ended: false }} inherit>
          {i18n._('{active, plural, one {One active initiative} other {# active initiatives}}', {
            active: work.active,
          })}
        </AnchorLink>
        {' · '}
        {work.movedThisQuarter === 0 ? (
          i18n._('none moved this quarter')
        ) : (
          <AnchorLink
            from="/t/$slug"
            to="/t/$slug/portfolio"
            search={{ attention: ['MOVED_THIS_QUARTER'] }}
            inherit
          >
            {i18n._('{moved} moved this quarter', { moved: formatNumber(work.movedThisQuarter) })}
          </AnchorLink>
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
          {points.map((point) => (
            <li key={point.key}>
              <PointLink point={point} newestImportId={newestImportId} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface PointLinkProps extends Pick<OfficeViewProps, 'newestImportId'> {
  readonly point: OpenPoint;
}

/** Each number leads to the rows behind it. */
function PointLink({ point, newestImportId }: PointLinkProps) {
  const { key, count, words, why } = point;
  const content = (
    <>
      <span className={classes['count']}>{formatNumber(count)}</span>
      <span className={classes['words']}>
        <span className={classes['what']}>{words}</span>
        <Text component="span" size="sm" c="dimmed">
          {why}
        </Text>
      </span>
      <IconChevronRight size={18} stroke={1.6} aria-hidden className={classes['sign']} />
    </>
  );
  return key === 'IMPORT_FINDINGS' ? (
    <BlockLink
      from="/t/$slug"
      to="/t/$slug/imports/$importId"
      params={{ importId: newestImportId }}
      search={{ step: 'result', open: true }}
      className={classes['row']}
    >
      {content}
    </BlockLink>
  ) : (
    <BlockLink
      from="/t/$slug"
      to="/t/$slug/portfolio"
      search={{ attention: [key] }}
      className={classes['row']}
    >
      {content}
    </BlockLink>
  );
}

function AllEnded() {
  return (
    <EmptyState
      title={i18n._('All initiatives have ended')}
      icon={<IconCircleCheck size={22} stroke={1.6} aria-hidden />}
      action={
        <ButtonLink from="/t/$slug" to="/t/$slug/portfolio" search={{ ended: true }} variant="default">
          {i18n._('Open the ended ones')}
        </ButtonLink>
      }
    >
      {i18n._('Nothing needs doing until a new one is added or imported.')}
    </EmptyState>
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
