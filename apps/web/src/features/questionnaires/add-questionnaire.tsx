import { Alert, Button, FileButton, List, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { matchResult } from '../../shared/graphql/result.js';
import { useAction } from '../../shared/graphql/use-action.js';
import { i18n } from '../../shared/i18n.js';
import { toastDone } from '../../shared/ui/toast.js';
import { addFrameworkMutation } from './questionnaires.graphql.js';

/** Adds a questionnaire by its file; what is wrong with it is shown line by line. */
export function AddQuestionnaire() {
  const { run, isRunning } = useAction(addFrameworkMutation, ['OwnFramework']);
  const [refusal, setRefusal] = useState<string | null>(null);
  const add = async (file: File | null) => {
    if (!file) return;
    const outcome = await run({ input: { source: await file.text() } });
    if (!outcome) return;
    matchResult(outcome, {
      AddFrameworkSuccess: ({ added: { framework } }) =>
        toastDone(
          i18n._('{name}, version {version}, is there.', {
            name: framework.name,
            version: framework.version,
          }),
        ),
      InvalidInputError: ({ message }) => setRefusal(message),
    });
  };
  return (
    <>
      <FileButton accept=".yaml,.yml,application/yaml" onChange={(file) => void add(file)}>
        {(props) => (
          <Button {...props} loading={isRunning}>
            {i18n._('Add a questionnaire')}
          </Button>
        )}
      </FileButton>
      <Modal
        opened={refusal !== null}
        onClose={() => setRefusal(null)}
        title={i18n._('The file cannot be taken')}
      >
        <Alert color="red" role="alert">
          <List size="sm" spacing={6}>
            {refusal?.split('\n').map((mistake) => (
              <List.Item key={mistake}>{mistake}</List.Item>
            ))}
          </List>
        </Alert>
        <Text size="sm" c="dimmed" mt="sm">
          {i18n._('Nothing was added. Mend the file and add it again.')}
        </Text>
      </Modal>
    </>
  );
}
