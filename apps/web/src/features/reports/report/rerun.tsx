import { Alert, Button } from '@mantine/core';
import { ProgressReceipt } from '@pilotage/web-ui';
import { IconCircleCheck, IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/time.js';
import { useIdempotencyKey } from '../../../shared/forms/idempotency-key.js';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { usePolledQuery } from '../../../shared/graphql/use-polled-query.js';
import { i18n } from '../../../shared/i18n.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { toastRefusal } from '../../../shared/ui/toast.js';
import { isOnItsWay } from '../report-words.js';
import { rerunQuery, rerunReportMutation, type Report } from '../reports.graphql.js';
import { Differences } from './corrections.js';
import classes from './report.module.css';

const route = getRouteApi('/t/$slug/reports/$reportId');

/** Queues the same report once more; what comes of it is named in the address. */
export function RecomputeButton({ reportId }: { readonly reportId: string }) {
  const navigate = route.useNavigate();
  const { key, renew } = useIdempotencyKey();
  const { run, isRunning } = useAction(rerunReportMutation);
  const recompute = async () => {
    const outcome = await run({ input: { reportId, idempotencyKey: key } });
    if (!outcome) return;
    renew();
    matchResult(outcome, {
      RerunReportSuccess: ({ report }) => void navigate({ search: { rerun: report.id }, replace: true }),
      InvalidInputError: toastRefusal,
    });
  };
  return (
    <Button
      variant="default"
      loading={isRunning}
      leftSection={<IconRefresh size={17} stroke={1.7} aria-hidden />}
      onClick={() => void recompute()}
    >
      {i18n._('Recompute')}
    </Button>
  );
}

interface RerunProps {
  readonly id: string;
  readonly original: Report;
}

/** The proof: computed once more from what was known then, it is equal, or here is where it is not. */
export function Rerun({ id, original }: RerunProps) {
  const rerun = usePolledQuery(
    rerunQuery,
    { id },
    (data) => data.report !== null && isOnItsWay(data.report.state),
  );
  return (
    <div className={classes['rerun']}>
      <QueryView of={rerun} dimsOnRefresh={false}>
        {({ report }) => {
          if (!report) return null;
          const { state, progress, error, finishedAt, isEqual, differences } = report;
          if (isEqual === null || !finishedAt)
            return (
              <ProgressReceipt
                label={i18n._('Computing the report once more')}
                state={state}
                progress={progress}
                error={error}
              />
            );
          if (isEqual) return <Equal at={finishedAt} digest={original.resultDigest ?? ''} />;
          return (
            <Alert
              color="red"
              icon={<IconAlertTriangle size={18} aria-hidden />}
              title={i18n._('Computed once more on {at}: it differs', { at: formatInstant(finishedAt) })}
            >
              <p className={classes['alertText']}>
                {i18n._(
                  'Hand both digests to who runs this installation: a stored report should never differ.',
                )}
              </p>
              <Differences
                caption={i18n._('Where the two differ')}
                rows={differences ?? []}
                now={i18n._('Computed now')}
              />
            </Alert>
          );
        }}
      </QueryView>
    </div>
  );
}

function Equal({ at, digest }: { readonly at: string; readonly digest: string }) {
  return (
    <Alert color="green" icon={<IconCircleCheck size={18} aria-hidden />} role="status" py="sm">
      {i18n._('Computed once more on {at}: equal to the last digit.', { at: formatInstant(at) })}{' '}
      <span className={classes['digest']}>{digest.slice(0, 16)}…</span>
    </Alert>
  );
}
