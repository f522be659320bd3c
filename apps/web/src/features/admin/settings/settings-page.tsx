import { Button, Text, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { settingNames, type SettingName } from '../../../shared/session/settings.js';
import { PageHeader } from '../../../shared/ui/page-header.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { ChangeSettingModal } from './change-setting-modal.js';
import { SettingHistory } from './setting-history.js';
import { settingLabel, settingMeaning, shownValue } from './setting-words.js';
import classes from './settings-page.module.css';
import { settingsQuery, type Settings } from './settings.graphql.js';

const route = getRouteApi('/t/$slug/admin/settings');

export function SettingsPage() {
  const query = useApiQuery(settingsQuery, {});
  return (
    <>
      <PageHeader
        title={i18n._('Settings')}
        description={i18n._(
          'A setting holds from a day on. Quarters before that day keep the value they had; nothing published changes in silence.',
        )}
      />
      <QueryView of={query}>{(data) => <SettingsView settings={data.tenant.settings} />}</QueryView>
    </>
  );
}

function SettingsView({ settings }: { readonly settings: Settings }) {
  const { change: changing } = route.useSearch();
  const navigate = route.useNavigate();
  const setChanging = (change: SettingName | undefined) =>
    void navigate({ search: { change }, replace: true });
  return (
    <>
      <ul className={classes['list']}>
        {settingNames.map((name) => (
          <li key={name} className={classes['row']}>
            <span className={classes['words']}>
              <span className={classes['label']}>{settingLabel(name)}</span>
              <Text component="span" size="sm" c="dimmed">
                {settingMeaning(name)}
              </Text>
            </span>
            <span className={classes['value']}>{shownValue(settings, name)}</span>
            <Button
              variant="default"
              size="xs"
              aria-label={i18n._('Change: {setting}', { setting: settingLabel(name) })}
              onClick={() => setChanging(name)}
            >
              {i18n._('Change')}
            </Button>
          </li>
        ))}
      </ul>
      <Title order={2} mt="xl" mb="sm">
        {i18n._('History')}
      </Title>
      <SettingHistory changes={settings.history} />
      {changing && (
        <ChangeSettingModal
          key={changing}
          name={changing}
          settings={settings}
          onClose={() => setChanging(undefined)}
        />
      )}
    </>
  );
}
