import { Text } from '@mantine/core';
import { DataTable, DayText, type Column } from '@pilotage/web-ui';
import { formatInstant } from '../../../shared/format/time.js';
import { i18n } from '../../../shared/i18n.js';
import { settingValue } from '../../../shared/session/settings.js';
import { firstDay } from './setting-days.js';
import { isSettingName, settingLabel } from './setting-words.js';
import type { SettingChange } from './settings.graphql.js';

const columns = (changes: readonly SettingChange[]): Column<SettingChange>[] => [
  {
    key: 'name',
    header: i18n._('Setting'),
    isTitle: true,
    render: ({ name }) => (isSettingName(name) ? settingLabel(name) : name),
  },
  {
    key: 'value',
    header: i18n._('Value'),
    render: ({ name, value, isSuperseded }) => {
      const shown = isSettingName(name) ? settingValue(name, value) : value;
      return isSuperseded ? (
        <span>
          <s>{shown}</s>{' '}
          <Text component="span" size="sm" c="dimmed">
            {i18n._('replaced later')}
          </Text>
        </span>
      ) : (
        shown
      );
    },
  },
  {
    key: 'from',
    header: i18n._('From'),
    render: ({ name, effectiveOn }) =>
      effectiveOn === firstDay(changes, name) ? i18n._('the beginning') : <DayText on={effectiveOn} />,
  },
  {
    key: 'recorded',
    header: i18n._('Recorded'),
    render: ({ recordedAt, recordedBy }) =>
      recordedBy
        ? i18n._('{when} by {who}', { when: formatInstant(recordedAt), who: recordedBy.name })
        : formatInstant(recordedAt),
  },
];

export function SettingHistory({ changes }: { readonly changes: readonly SettingChange[] }) {
  return (
    <DataTable
      caption={i18n._('All values a setting has had')}
      columns={columns(changes)}
      rows={changes}
      rowKey={({ id }) => id}
      empty={i18n._('Nothing was changed yet.')}
      isDense
    />
  );
}
