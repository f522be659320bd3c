import { graphql, type ResultOf } from '../../../shared/graphql/graphql.js';

const settingsFields = graphql(`
  fragment SettingsFields on Settings {
    fiscalYearStartMonth
    timeZone
    currency
    cadenceQuarters
    pilotLimitDays
    history {
      id
      name
      value
      effectiveOn
      recordedAt
      isSuperseded
      recordedBy {
        id
        name
      }
    }
  }
`);

export const settingsQuery = graphql(
  `
    query Settings {
      tenant {
        id
        settings {
          ...SettingsFields
        }
      }
    }
  `,
  [settingsFields],
);

export type Settings = ResultOf<typeof settingsFields>;
export type SettingChange = Settings['history'][number];

export const changeSettingMutation = graphql(
  `
    mutation ChangeSetting($input: ChangeSettingInput!) {
      changeSetting(input: $input) {
        __typename
        ... on ChangeSettingSuccess {
          settings {
            ...SettingsFields
          }
        }
        ... on UserError {
          message
          path
        }
      }
    }
  `,
  [settingsFields],
);
