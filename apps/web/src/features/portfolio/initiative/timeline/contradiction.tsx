import { Alert, Button } from '@mantine/core';
import { i18n } from '../../../../shared/i18n.js';

export interface Contradiction {
  readonly message: string;
  /** The record that is in the way. */
  readonly recordId: string | null;
}

interface ContradictionAlertProps {
  readonly contradiction: Contradiction | null;
  readonly onCorrect: (recordId: string) => void;
}

/** What is recorded already and does not fit, with the way to put that right instead. */
export function ContradictionAlert({ contradiction, onCorrect }: ContradictionAlertProps) {
  if (!contradiction) return null;
  const { message, recordId } = contradiction;
  return (
    <Alert color="yellow" role="alert" title={i18n._('That does not fit what is recorded')}>
      {message}
      {recordId && (
        <Button variant="default" size="xs" mt="sm" display="block" onClick={() => onCorrect(recordId)}>
          {i18n._('Correct that record')}
        </Button>
      )}
    </Alert>
  );
}
