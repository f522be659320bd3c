import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { matchResult } from '../../shared/graphql/result.js';
import { useAction } from '../../shared/graphql/use-action.js';
import { graphql } from '../../shared/graphql/graphql.js';
import { i18n } from '../../shared/i18n.js';
import { useTenant } from '../../shared/session/tenant-context.js';
import { ConfirmModal } from '../../shared/ui/confirm-modal.js';
import { toastRefusal } from '../../shared/ui/toast.js';
import classes from './sample-banner.module.css';

const removeSampleMutation = graphql(`
  mutation RemoveSample($input: RemoveSampleInput!) {
    removeSample(input: $input) {
      __typename
      ... on RemoveSampleSuccess {
        slug
      }
      ... on InvalidInputError {
        message
        path
      }
    }
  }
`);

/** Says on every page that the figures are invented, and lets an administrator be rid of them. */
export function SampleBanner() {
  const tenant = useTenant();
  const [isAsking, question] = useDisclosure(false);
  const { run, isRunning } = useAction(removeSampleMutation);

  const remove = async () => {
    const outcome = await run({ input: { confirmSlug: tenant.slug } });
    if (!outcome) return;
    matchResult(outcome, {
      // A full load: nothing of the sample may stay in memory.
      RemoveSampleSuccess: () => window.location.assign('/'),
      InvalidInputError: toastRefusal,
    });
  };

  return (
    <div className={classes['banner']} role="note">
      <Text size="sm">
        <strong>{i18n._('Sample data.')}</strong> {i18n._('All figures here are invented.')}
      </Text>
      {tenant.can('settings.manage') && (
        <Button size="compact-sm" variant="default" flex="none" onClick={question.open}>
          {i18n._('Remove sample')}
        </Button>
      )}
      <ConfirmModal
        isOpen={isAsking}
        title={i18n._('Remove the sample?')}
        confirmLabel={i18n._('Remove sample')}
        isBusy={isRunning}
        onConfirm={() => void remove()}
        onClose={question.close}
      >
        {i18n._(
          '{name} with all its initiatives, assessments and reports is deleted. This cannot be undone.',
          {
            name: tenant.name,
          },
        )}
      </ConfirmModal>
    </div>
  );
}
