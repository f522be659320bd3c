import { Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { DayInput } from '../../../shared/forms/day-input.js';
import { FormButtons } from '../../../shared/forms/form-buttons.js';
import { FormRefusal } from '../../../shared/forms/form-refusal.js';
import { showUserError } from '../../../shared/forms/user-error.js';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import type { SettingName } from '../../../shared/session/settings.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { toastDone } from '../../../shared/ui/toast.js';
import { SettingInput } from './setting-input.js';
import { proposedDay } from './setting-days.js';
import { currentValue, settingLabel, settingMeaning } from './setting-words.js';
import { changeSettingMutation, type Settings } from './settings.graphql.js';

interface ChangeSettingModalProps {
  readonly name: SettingName;
  readonly settings: Settings;
  readonly onClose: () => void;
}

/** A new value and the day from which it holds. */
export function ChangeSettingModal({ name, settings, onClose }: ChangeSettingModalProps) {
  const { today } = useTenant();
  const [value, setValue] = useState(currentValue(settings, name));
  const [effectiveOn, setEffectiveOn] = useState(() => proposedDay(settings.history, name, today));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const { run, isRunning } = useAction(changeSettingMutation);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setErrors({});
    if (!effectiveOn) return setErrors({ effectiveOn: i18n._('Choose a day.') });
    const outcome = await run({ input: { name, value, effectiveOn } });
    if (!outcome) return;
    matchResult(outcome, {
      ChangeSettingSuccess: () => {
        toastDone(i18n._('The setting is changed.'));
        onClose();
      },
      InvalidInputError: (error) =>
        showUserError(error, {
          fields: ['value', 'effectiveOn'],
          setFieldError: (field, message) => setErrors({ [field]: message }),
          setFormError: (message) => setErrors({ form: message }),
        }),
    });
  };

  return (
    <Dialog onClose={onClose} title={settingLabel(name)}>
      <form onSubmit={(event) => void save(event)} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {settingMeaning(name)}
          </Text>
          <FormRefusal message={errors['form'] ?? null} />
          <SettingInput name={name} value={value} onChange={setValue} error={errors['value']} />
          <DayInput
            label={i18n._('From which day')}
            description={i18n._(
              'A day in the past changes past quarters, too; published reports then say so.',
            )}
            value={effectiveOn}
            onChange={setEffectiveOn}
            error={errors['effectiveOn']}
          />
          <FormButtons onCancel={onClose} loading={isRunning}>
            {i18n._('Save')}
          </FormButtons>
        </Stack>
      </form>
    </Dialog>
  );
}
