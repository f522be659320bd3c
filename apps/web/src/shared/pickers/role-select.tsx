import { Select, type SelectProps } from '@mantine/core';
import { i18n } from '../i18n.js';
import { roleMeaning, roleName, roles, type Role } from '../session/role.js';
import classes from './role-select.module.css';

interface RoleSelectProps extends Omit<SelectProps, 'data' | 'value' | 'onChange'> {
  readonly value: Role;
  readonly onChange: (role: Role) => void;
}

const isRole = (value: string | null): value is Role => roles.some((role) => role === value);

/** A role, with what it may do below its name. */
export function RoleSelect({ value, onChange, ...props }: RoleSelectProps) {
  return (
    <Select
      label={i18n._('Role')}
      allowDeselect={false}
      openOnFocus={false}
      {...props}
      value={value}
      onChange={(chosen) => {
        if (isRole(chosen)) onChange(chosen);
      }}
      comboboxProps={{ width: 280, position: 'bottom-end' }}
      data={roles.map((role) => ({ value: role, label: roleName(role) }))}
      renderOption={({ option }) => (
        <span className={classes['option']}>
          <span className={classes['name']}>{option.label}</span>
          {isRole(option.value) && <span className={classes['meaning']}>{roleMeaning(option.value)}</span>}
        </span>
      )}
    />
  );
}
