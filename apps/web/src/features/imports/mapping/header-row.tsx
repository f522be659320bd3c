import { Button, Group, Text } from '@mantine/core';
import { DataTable, type Column } from '@pilotage/web-ui';
import { useState } from 'react';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { toastRefusal } from '../../../shared/ui/toast.js';
import type { Import } from '../imports.graphql.js';
import classes from './columns-step.module.css';
import { chooseHeaderRowMutation, firstRowsQuery, type FileRow } from './header-row.graphql.js';

/** Which row of the file holds the headers: what stands above it is no data. */
export function HeaderRow({ source }: { readonly source: Import }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-label={i18n._('Header row')} className={classes['header']}>
      <Group gap="sm">
        <Text size="sm">{i18n._('The headers are those of row {row}.', { row: source.headerRow })}</Text>
        <Button variant="subtle" size="compact-sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? i18n._('Keep that row') : i18n._('Choose another row')}
        </Button>
      </Group>
      {isOpen && <FirstRows source={source} />}
    </section>
  );
}

function FirstRows({ source }: { readonly source: Import }) {
  const rows = useApiQuery(firstRowsQuery, { id: source.id });
  const { run, isRunning } = useAction(chooseHeaderRowMutation);
  const choose = async (row: number) => {
    const outcome = await run({ input: { importId: source.id, row } });
    if (!outcome) return;
    matchResult(outcome, {
      ChooseHeaderRowSuccess: () => undefined,
      InvalidInputError: toastRefusal,
      ConflictError: toastRefusal,
    });
  };
  return (
    <QueryView of={rows}>
      {(data) => (
        <DataTable
          caption={i18n._('First rows of the file')}
          columns={columnsOf(source.headerRow, isRunning, (row) => void choose(row))}
          rows={data.import?.firstRows ?? []}
          rowKey={({ rowNumber }) => String(rowNumber)}
        />
      )}
    </QueryView>
  );
}

const columnsOf = (
  headerRow: number,
  isBusy: boolean,
  onChoose: (row: number) => void,
): Column<FileRow>[] => [
  { key: 'row', header: i18n._('Row'), isNumeric: true, width: '4rem', render: ({ rowNumber }) => rowNumber },
  {
    key: 'cells',
    header: i18n._('What it holds'),
    isTitle: true,
    render: ({ cells }) => (
      <span className={classes['cells']}>{cells.filter((cell) => cell !== '').join(' · ')}</span>
    ),
  },
  {
    key: 'choose',
    header: i18n._('Header'),
    width: '12rem',
    render: ({ rowNumber }) =>
      rowNumber === headerRow ? (
        i18n._('The header now')
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          disabled={isBusy}
          aria-label={i18n._('Use row {row} as header', { row: rowNumber })}
          onClick={() => onChoose(rowNumber)}
        >
          {i18n._('Use as header')}
        </Button>
      ),
  },
];
