import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconClipboardCheck } from '@tabler/icons-react';
import { useStartAssessment } from '../../../shared/assessment/use-start-assessment.js';
import { DayInput } from '../../../shared/forms/day-input.js';
import { FormButtons } from '../../../shared/forms/form-buttons.js';
import { FormRefusal } from '../../../shared/forms/form-refusal.js';
import { useRefusal } from '../../../shared/forms/use-refusal.js';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { ButtonLink } from '../../../shared/ui/links.js';
import type { Initiative } from './initiative.graphql.js';

const icon = <IconClipboardCheck size={17} aria-hidden />;

/** On with the open round, or a new one. */
export function StartAssessment({ initiative }: { readonly initiative: Initiative }) {
  const [isAsking, question] = useDisclosure(false);
  if (!initiative.canAssess) return null;
  if (initiative.draft) {
    return (
      <ButtonLink
        from="/t/$slug"
        to="/t/$slug/drafts/$draftId"
        params={{ draftId: initiative.draft.id }}
        leftSection={icon}
      >
        {i18n._('Go on answering')}
      </ButtonLink>
    );
  }
  return (
    <>
      <Button leftSection={icon} onClick={question.open}>
        {i18n._('Start assessment')}
      </Button>
      {isAsking && <AsOfModal initiativeId={initiative.id} onClose={question.close} />}
    </>
  );
}

interface AsOfModalProps {
  readonly initiativeId: string;
  readonly onClose: () => void;
}

function AsOfModal({ initiativeId, onClose }: AsOfModalProps) {
  const { today } = useTenant();
  const form = useForm({
    initialValues: { asOfOn: today },
    validate: { asOfOn: (value) => (value ? null : i18n._('Choose a day.')) },
  });
  const { refusal, refuse, clear } = useRefusal(form, ['asOfOn']);
  const { start, isStarting } = useStartAssessment(refuse);

  const submit = form.onSubmit(async ({ asOfOn }) => {
    clear();
    await start({ subjectKind: 'INITIATIVE', subjectId: initiativeId, asOfOn });
  });

  return (
    <Dialog onClose={onClose} title={i18n._('Start an assessment')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormRefusal message={refusal} />
          <DayInput
            label={i18n._('As of')}
            description={i18n._(
              'The day on which the answers are true. For the round of a past quarter choose its last day.',
            )}
            max={today}
            {...form.getInputProps('asOfOn')}
          />
          <FormButtons onCancel={onClose} loading={isStarting} data-autofocus>
            {i18n._('Start')}
          </FormButtons>
        </Stack>
      </form>
    </Dialog>
  );
}
