import { Button, Tabs } from '@mantine/core';
import { DayText, StageBadge } from '@pilotage/web-ui';
import { IconPencil } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { AnchorLink } from '../../../shared/ui/links.js';
import { PageHeader } from '../../../shared/ui/page-header.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { EditInitiativeModal } from '../form/edit-initiative-modal.js';
import { AssessmentsTab } from './assessments/assessments-tab.js';
import { ConfirmStage } from './confirm-stage.js';
import { InitiativeFacts } from './initiative-facts.js';
import classes from './initiative-page.module.css';
import { initiativeQuery, type Initiative } from './initiative.graphql.js';
import { OverviewTab } from './overview/overview-tab.js';
import { RevisionsTab } from './revisions-tab.js';
import { StartAssessment } from './start-assessment.js';
import { INITIATIVE_TABS, type InitiativeTab } from './tabs.js';
import { StageDialogs, type StageDialog } from './timeline/stage-dialogs.js';
import { TimelineTab } from './timeline/timeline-tab.js';

const route = getRouteApi('/t/$slug/initiatives/$initiativeId');

export function InitiativePage() {
  const { initiativeId } = route.useParams();
  const state = useApiQuery(initiativeQuery, { id: initiativeId });
  return (
    <>
      {state.kind === 'failed' && (
        <PageHeader title={i18n._('Initiative')} breadcrumbs={[<ToPortfolio key="portfolio" />]} />
      )}
      <QueryView of={state}>{({ initiative }) => initiative && <Found initiative={initiative} />}</QueryView>
    </>
  );
}

function ToPortfolio() {
  return (
    <AnchorLink from="/t/$slug" to="/t/$slug/portfolio" inherit>
      {i18n._('Portfolio')}
    </AnchorLink>
  );
}

function Found({ initiative }: { readonly initiative: Initiative }) {
  const { tab = 'overview', move } = route.useSearch();
  const navigate = route.useNavigate();
  const [isEditing, setEditing] = useState(false);
  const [dialog, setDialog] = useState<StageDialog | null>(move ? { kind: 'move' } : null);
  const open = (next: StageDialog | null) => {
    setDialog(next);
    // The form stood in the address, so that a link could open it; closed, it must not open again at a reload.
    if (move) void navigate({ search: { tab, move: undefined }, replace: true });
  };

  return (
    <>
      <PageHeader
        title={initiative.name}
        breadcrumbs={[<ToPortfolio key="portfolio" />, <span key="key">{initiative.key}</span>]}
        asOf={<StageLine initiative={initiative} />}
        actions={
          <>
            {initiative.canEdit && (
              <Button
                variant="default"
                leftSection={<IconPencil size={17} aria-hidden />}
                onClick={() => setEditing(true)}
              >
                {i18n._('Edit')}
              </Button>
            )}
            <StartAssessment initiative={initiative} />
          </>
        }
      />
      <InitiativeFacts initiative={initiative} />
      <ConfirmStage initiative={initiative} onMoved={() => open({ kind: 'move' })} />
      <Tabs
        value={tab}
        onChange={(value) => void navigate({ search: { tab: tabOf(value) }, replace: true })}
        keepMounted={false}
      >
        <Tabs.List className={classes['tabs']}>
          {INITIATIVE_TABS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {tabLabel(name)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} className={classes['panel']}>
          {contentOf(tab, initiative, open)}
        </Tabs.Panel>
      </Tabs>
      <StageDialogs initiative={initiative} dialog={dialog} onOpen={open} />
      {isEditing && <EditInitiativeModal initiative={initiative} onClose={() => setEditing(false)} />}
    </>
  );
}

function StageLine({ initiative: { stage } }: { readonly initiative: Initiative }) {
  if (!stage) return i18n._('No stage recorded yet');
  const isObserved = stage.knownBy === 'OBSERVATION';
  return (
    <span className={classes['stageLine']}>
      <StageBadge stage={stage.stage} outcome={stage.outcome} isObserved={isObserved} />
      {stage.since && (
        <span>
          {isObserved ? i18n._('first seen there') : i18n._('since')} <DayText {...stage.since} />
        </span>
      )}
      {isObserved && <span>{i18n._('day of entry unknown')}</span>}
      {stage.days !== null && stage.stage !== 'ENDED' && (
        <span>{i18n._('day {days}', { days: stage.days })}</span>
      )}
    </span>
  );
}

function contentOf(
  tab: InitiativeTab,
  initiative: Initiative,
  open: (dialog: StageDialog) => void,
): ReactNode {
  switch (tab) {
    case 'overview':
      return <OverviewTab initiative={initiative} />;
    case 'timeline':
      return <TimelineTab initiative={initiative} onOpen={open} />;
    case 'assessments':
      return <AssessmentsTab initiative={initiative} />;
    case 'revisions':
      return <RevisionsTab initiativeId={initiative.id} />;
  }
}

const tabOf = (value: string | null): InitiativeTab =>
  INITIATIVE_TABS.find((tab) => tab === value) ?? 'overview';

function tabLabel(tab: InitiativeTab): string {
  switch (tab) {
    case 'overview':
      return i18n._('Overview');
    case 'timeline':
      return i18n._('Timeline');
    case 'assessments':
      return i18n._('Assessments');
    case 'revisions':
      return i18n._('Changes');
  }
}
