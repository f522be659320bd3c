import { Anchor } from '@mantine/core';
import { DataTable, EmptyState, formatNumber, type Column } from '@pilotage/web-ui';
import { IconListDetails } from '@tabler/icons-react';
import { formatInstant } from '../../shared/format/time.js';
import { useApiQuery } from '../../shared/graphql/use-api-query.js';
import { i18n } from '../../shared/i18n.js';
import { useTenant } from '../../shared/session/tenant-context.js';
import { AnchorLink } from '../../shared/ui/links.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { QueryView } from '../../shared/ui/query-view.js';
import { AddQuestionnaire } from './add-questionnaire.js';
import { DownloadYaml } from './download-yaml.js';
import { ownFrameworksQuery, type OwnFramework } from './questionnaires.graphql.js';

/** Explains the format in its comments. */
const EXAMPLE = '/questionnaire-example.yaml';

/** The organisation's own questionnaires, and the way to add one. */
export function QuestionnairesPage() {
  const { can } = useTenant();
  const own = useApiQuery(ownFrameworksQuery, {}, { shows: ['OwnFramework'] });
  return (
    <>
      <PageHeader
        title={i18n._('Questionnaires')}
        description={i18n._(
          'Questions that your registers answer and that are not ours. An import maps columns to them; their answers are scored and followed here, apart from readiness, and are not given by hand.',
        )}
        actions={can('import.run') && <AddQuestionnaire />}
      />
      <QueryView of={own}>
        {({ ownFrameworks }) =>
          ownFrameworks.length === 0 ? (
            <EmptyState
              title={i18n._('No questionnaire yet')}
              icon={<IconListDetails size={22} stroke={1.6} aria-hidden />}
              action={
                <Anchor href={EXAMPLE} download underline="always">
                  {i18n._('Download an example to start from')}
                </Anchor>
              }
            >
              {i18n._(
                'A questionnaire is a YAML file with its dimensions and questions. Add it, then map the columns of a file to its questions.',
              )}
            </EmptyState>
          ) : (
            <DataTable
              caption={i18n._('Questionnaires of the organisation')}
              columns={columns()}
              rows={ownFrameworks}
              rowKey={({ framework: { id, version } }) => `${id} ${version}`}
            />
          )
        }
      </QueryView>
    </>
  );
}

const columns = (): Column<OwnFramework>[] => [
  {
    key: 'name',
    header: i18n._('Questionnaire'),
    isTitle: true,
    render: ({ framework: { id, name } }) => (
      <AnchorLink
        from="/t/$slug"
        to="/t/$slug/questionnaires/$frameworkId"
        params={{ frameworkId: id }}
        inherit
      >
        {name}
      </AnchorLink>
    ),
  },
  {
    key: 'version',
    header: i18n._('Version'),
    isNumeric: true,
    render: ({ framework }) => formatNumber(framework.version),
  },
  {
    key: 'questions',
    header: i18n._('Questions'),
    isNumeric: true,
    render: ({ framework }) => formatNumber(framework.questions.length),
  },
  {
    key: 'added',
    header: i18n._('Added'),
    render: ({ addedAt, addedBy }) => [formatInstant(addedAt), addedBy?.name].filter(Boolean).join(', '),
  },
  {
    key: 'file',
    header: i18n._('File'),
    render: ({ framework }) => <DownloadYaml framework={framework} />,
  },
];
