import { Box, Button, Group } from '@mantine/core';
import { EmptyState, Timeline, formatDay, stageLabel, type TimelineEntry } from '@pilotage/web-ui';
import { IconArrowRight, IconRoute } from '@tabler/icons-react';
import { formatInstant } from '../../../../shared/format/time.js';
import { useApiQuery } from '../../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../../shared/i18n.js';
import { AnchorLink } from '../../../../shared/ui/links.js';
import { QueryView } from '../../../../shared/ui/query-view.js';
import type { Initiative } from '../initiative.graphql.js';
import { Splits } from './splits.js';
import type { StageDialog } from './stage-dialogs.js';
import { stageHistoryQuery, type StageRecord } from './stage.graphql.js';
import { timelineRows, type TimelineRow } from './timeline-rows.js';

interface TimelineTabProps {
  readonly initiative: Initiative;
  readonly onOpen: (dialog: StageDialog) => void;
}

/** The way of the initiative through its stages, with all that was ever recorded of it. */
export function TimelineTab({ initiative, onOpen }: TimelineTabProps) {
  const history = useApiQuery(stageHistoryQuery, { id: initiative.id });
  const record = initiative.canEdit && (
    <Button
      variant="default"
      leftSection={<IconArrowRight size={17} aria-hidden />}
      onClick={() => onOpen({ kind: 'move' })}
    >
      {i18n._('Record a move')}
    </Button>
  );
  return (
    <QueryView of={history}>
      {(data) => {
        const rows = timelineRows(data.initiative?.stageHistory ?? []);
        if (rows.length === 0) {
          return (
            <EmptyState
              title={i18n._('No stage recorded yet')}
              icon={<IconRoute size={22} stroke={1.6} aria-hidden />}
              action={record}
            >
              {i18n._('Say when it entered its stage, so that its time to production can be told.')}
            </EmptyState>
          );
        }
        return (
          <>
            {record && <Group mb="lg">{record}</Group>}
            <Splits initiativeId={initiative.id} splits={data.initiative?.splits ?? []} />
            <Box maw={820}>
              <Timeline entries={rows.map((row) => entryOf(row, initiative, onOpen))} />
            </Box>
          </>
        );
      }}
    </QueryView>
  );
}

function entryOf(
  { record, replacement, days }: TimelineRow,
  { canEdit, stage }: Initiative,
  onOpen: (dialog: StageDialog) => void,
): TimelineEntry {
  const isLive = record.supersededAt === null;
  const words = { stage: stageLabel(record.stage), day: formatDay(record.on) };
  return {
    id: record.id,
    kind: record.kind,
    stage: record.stage,
    on: record.on,
    outcome: record.stage === 'ENDED' && isLive ? stage?.outcome : null,
    reason: record.reason,
    isSuperseded: !isLive,
    supersededLabel: replacement ? undefined : i18n._('taken back'),
    days,
    origin: <Origin record={record} replacement={replacement} />,
    actions: isLive && canEdit && (
      <Group gap={4} wrap="nowrap">
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={i18n._('Correct {stage}, {day}', words)}
          onClick={() => onOpen({ kind: 'correct', recordId: record.id })}
        >
          {i18n._('Correct')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={i18n._('Take back {stage}, {day}', words)}
          onClick={() => onOpen({ kind: 'retract', recordId: record.id })}
        >
          {i18n._('Take back')}
        </Button>
      </Group>
    ),
  };
}

function Origin({
  record,
  replacement,
}: {
  readonly record: StageRecord;
  readonly replacement: StageRecord | null;
}) {
  const when = formatInstant(record.recordedAt);
  const by = record.recordedBy?.name;
  return (
    <>
      {record.source === 'IMPORT' ? i18n._('Imported {when}', { when }) : i18n._('Recorded {when}', { when })}
      {by && ` ${i18n._('by {name}', { name: by })}`}
      {record.successor && (
        <>
          {' · '}
          {i18n._('carried on by')}{' '}
          <AnchorLink
            from="/t/$slug"
            to="/t/$slug/initiatives/$initiativeId"
            params={{ initiativeId: record.successor.id }}
            inherit
          >
            {record.successor.key} {record.successor.name}
          </AnchorLink>
        </>
      )}
      {record.supersededAt && (
        <>
          {' · '}
          {replacement
            ? i18n._('corrected {when} to {stage}, {day}', {
                when: formatInstant(record.supersededAt),
                stage: stageLabel(replacement.stage),
                day: formatDay(replacement.on),
              })
            : i18n._('taken back {when}', { when: formatInstant(record.supersededAt) })}
          {record.supersededReason && ` (${record.supersededReason})`}
        </>
      )}
    </>
  );
}
