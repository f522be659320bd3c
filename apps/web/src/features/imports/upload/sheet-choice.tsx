import { Button, Group, Text } from '@mantine/core';
import { i18n } from '../../../shared/i18n.js';
import type { Sheet } from './upload-file.js';

export interface AskedSheets {
  readonly file: File;
  readonly message: string;
  readonly sheets: readonly Sheet[];
}

interface SheetChoiceProps extends AskedSheets {
  readonly onChoose: (sheet: string) => void;
  readonly onCancel: () => void;
}

/** Which sheet of a workbook is the register; the file is sent once more with the answer. */
export function SheetChoice({ file, message, sheets, onChoose, onCancel }: SheetChoiceProps) {
  return (
    <>
      <Text fw={600} ta="center">
        {i18n._('Which sheet of {fileName}?', { fileName: file.name })}
      </Text>
      <Text size="sm" c="dimmed" ta="center" role="status">
        {message}
      </Text>
      <Group gap="xs" justify="center" mt="xs">
        {sheets.map(({ name, isHidden }) => (
          <Button key={name} variant="default" onClick={() => onChoose(name)}>
            {isHidden ? i18n._('{name} (hidden)', { name }) : name}
          </Button>
        ))}
      </Group>
      <Button variant="subtle" size="xs" onClick={onCancel}>
        {i18n._('Cancel')}
      </Button>
    </>
  );
}
