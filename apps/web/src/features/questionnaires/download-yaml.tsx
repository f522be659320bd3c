import { Button } from '@mantine/core';
import { useState } from 'react';
import { useClient } from 'urql';
import { problemOf } from '../../shared/graphql/problem.js';
import { i18n } from '../../shared/i18n.js';
import { saveFile } from '../../shared/ui/save-file.js';
import { toastProblem } from '../../shared/ui/toast.js';
import { questionnaireSourceQuery, type OwnFramework } from './questionnaires.graphql.js';

/** Fetches the file of one version, which a list of all would be too long with. */
export function DownloadYaml({ framework: { id, version, name } }: Pick<OwnFramework, 'framework'>) {
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    const { data, error } = await client.query(questionnaireSourceQuery, { id, version }).toPromise();
    setBusy(false);
    if (error) toastProblem(problemOf(error));
    else if (data)
      saveFile(new Blob([data.ownFramework.source], { type: 'application/yaml' }), `${id}-${version}.yaml`);
  };
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      loading={isBusy}
      aria-label={i18n._('Download YAML: {name}, version {version}', { name, version })}
      onClick={() => void download()}
    >
      {i18n._('Download YAML')}
    </Button>
  );
}
