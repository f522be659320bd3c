import { Stack } from '@mantine/core';
import { useState } from 'react';
import { FormButtons } from '../../../shared/forms/form-buttons.js';
import { FormRefusal } from '../../../shared/forms/form-refusal.js';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import { RoleSelect } from '../../../shared/pickers/role-select.js';
import { UnitMultiSelect } from '../../../shared/pickers/unit-select.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { toastDone } from '../../../shared/ui/toast.js';
import { changeMemberMutation, type Member } from './members.graphql.js';

interface ChangeMemberModalProps {
  readonly member: Member;
  readonly onClose: () => void;
}

/** Role of a seat and, for contributors, the units it is limited to. */
export function ChangeMemberModal({ member, onClose }: ChangeMemberModalProps) {
  const { name } = member.person;
  const [role, setRole] = useState(member.role);
  const [unitIds, setUnitIds] = useState(member.units.map(({ id }) => id));
  const [refusal, setRefusal] = useState<string | null>(null);
  const { run, isRunning } = useAction(changeMemberMutation);

  const save = async () => {
    const limits = role === 'CONTRIBUTOR' ? unitIds : [];
    const outcome = await run({ input: { memberId: member.id, role, unitIds: limits } });
    if (!outcome) return;
    matchResult(outcome, {
      ChangeMemberSuccess: () => {
        toastDone(i18n._('The role of {name} is changed.', { name }));
        onClose();
      },
      InvalidInputError: ({ message }) => setRefusal(message),
      ConflictError: ({ message }) => setRefusal(message),
    });
  };

  return (
    <Dialog onClose={onClose} title={i18n._('Role of {name}', { name })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="md">
          <FormRefusal message={refusal} />
          <RoleSelect value={role} onChange={setRole} data-autofocus />
          {role === 'CONTRIBUTOR' && (
            <UnitMultiSelect
              label={i18n._('Limited to units')}
              description={i18n._('Sees and edits only these and the units below them. Empty: all units.')}
              value={unitIds}
              onChange={setUnitIds}
            />
          )}
          <FormButtons onCancel={onClose} loading={isRunning}>
            {i18n._('Save')}
          </FormButtons>
        </Stack>
      </form>
    </Dialog>
  );
}
