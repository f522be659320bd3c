import { Checkbox, Group, NativeSelect, Switch, Text } from '@mantine/core';
import { DataTable, formatShare, type Column } from '@pilotage/web-ui';
import { getRouteApi } from '@tanstack/react-router';
import { i18n } from '../../../shared/i18n.js';
import { SearchField } from '../../../shared/ui/search-field.js';
import type { ImportColumn } from '../imports.graphql.js';
import { columnLetter } from './column-letter.js';
import { COLUMN_USES, dateLabel, fieldLabel, FIELDS, dateOfUse, type ColumnUse } from './column-use.js';
import classes from './columns-step.module.css';
import { isUsed, purposeOf, questionOf, withIdentity, withUse, type MappingDraft } from './mapping-draft.js';
import { HeaderRow } from './header-row.js';
import { SavedMappings } from './saved-mappings.js';
import type { StepProps } from './step-props.js';
import { UsedColumns } from './used-columns.js';

const route = getRouteApi('/t/$slug/imports/$importId');

/** Every column of the file, and what it becomes. */
export function ColumnsStep({ source, draft, onChange, problems }: StepProps) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const needle = search.find?.toLowerCase() ?? '';
  const shown = source.columns.filter(
    ({ index, header, samples }) =>
      (!search.used || isUsed(draft, index)) &&
      [header, ...samples].some((text) => text.toLowerCase().includes(needle)),
  );
  const show = (change: { find?: string; used?: boolean }) =>
    void navigate({ search: { ...search, ...change }, replace: true, resetScroll: false });

  return (
    <>
      {source.mapping === null && (
        <Text size="sm" c="dimmed" mb="sm">
          {i18n._(
            'A first guess by the headers. Correct it below, and say which columns hold the days on which stages were entered.',
          )}
        </Text>
      )}
      <HeaderRow source={source} />
      <SavedMappings source={source} draft={draft} onChange={onChange} />
      <UsedColumns columns={source.columns} draft={draft} problems={problems} />
      <Group gap="md" mb="md">
        <div className={classes['search']}>
          <SearchField
            label={i18n._('Find a column by header or sample')}
            value={search.find}
            onSearch={(find) => show({ find })}
          />
        </div>
        <Switch
          label={i18n._('Only columns in use')}
          checked={search.used ?? false}
          onChange={(event) => show({ used: event.currentTarget.checked || undefined })}
        />
      </Group>
      <DataTable
        caption={i18n._('Columns of the file')}
        columns={columnsOf(source.rowCount, draft, onChange)}
        rows={shown}
        rowKey={({ index }) => String(index)}
        empty={i18n._('No column has that in it.')}
      />
    </>
  );
}

function columnsOf(
  rowCount: number,
  draft: MappingDraft,
  onChange: (draft: MappingDraft) => void,
): Column<ImportColumn>[] {
  return [
    {
      key: 'header',
      header: i18n._('Column'),
      isTitle: true,
      width: '34%',
      render: ({ index, header, filled }) => (
        <span className={classes['column']}>
          <span className={classes['letter']}>{columnLetter(index)}</span>
          <span>
            {header || <em>{i18n._('no header')}</em>}
            <span className={classes['filled']}>
              {i18n._('{share} filled', { share: formatShare(filled / Math.max(rowCount, 1)) })}
            </span>
          </span>
        </span>
      ),
    },
    {
      key: 'samples',
      header: i18n._('Samples'),
      render: ({ samples }) => (
        <ul className={classes['samples']}>
          {samples.map((sample) => (
            <li key={sample}>{sample}</li>
          ))}
        </ul>
      ),
    },
    {
      key: 'identity',
      header: i18n._('Identity'),
      width: '6.5rem',
      render: ({ index, header }) => (
        <Checkbox
          size="md"
          aria-label={i18n._('{header} is part of the identity', { header: nameOf(index, header) })}
          className={classes['control']}
          checked={draft.identity.includes(index)}
          onChange={(event) => onChange(withIdentity(draft, index, event.currentTarget.checked))}
        />
      ),
    },
    {
      key: 'use',
      header: i18n._('Becomes'),
      width: '15rem',
      render: ({ index, header }) => (
        <NativeSelect
          size="sm"
          aria-label={i18n._('{header} becomes', { header: nameOf(index, header) })}
          className={classes['control']}
          data-used={(purposeOf(draft, index) ?? questionOf(draft, index)) !== undefined || undefined}
          value={purposeOf(draft, index) ?? ''}
          onChange={(event) => onChange(withUse(draft, index, namedUse(event.currentTarget.value)))}
          data={choices(draft, index)}
        />
      ),
    },
  ];
}

/** What a column becomes that is none of the choices. */
function otherwise(draft: MappingDraft, index: number): string {
  const question = questionOf(draft, index);
  if (question) return i18n._('Answer to {question}', { question });
  if (draft.questionnaire?.assessed?.column === index) return i18n._('Day of the answers');
  return draft.keepOthersAsAttributes ? i18n._('Further attribute') : i18n._('Nothing');
}

const nameOf = (index: number, header: string): string => `${columnLetter(index)} ${header}`.trim();
const namedUse = (name: string): ColumnUse | null => COLUMN_USES.find((use) => use === name) ?? null;

/** A use that another column has says so: choosing it here takes it away there. */
function choices(draft: MappingDraft, index: number) {
  const item = (use: ColumnUse, label: string) => {
    const taken = draft.uses[use];
    const isElsewhere = taken !== undefined && taken !== index;
    return {
      value: use,
      label: isElsewhere ? i18n._('{label} (now {letter})', { label, letter: columnLetter(taken) }) : label,
    };
  };
  return [
    {
      value: '',
      label: otherwise(draft, index),
    },
    { group: i18n._('Field'), items: FIELDS.map((field) => item(field, fieldLabel(field))) },
    {
      group: i18n._('Date'),
      items: COLUMN_USES.flatMap((use) => {
        const of = dateOfUse(use);
        return of ? [item(use, dateLabel(of))] : [];
      }),
    },
  ];
}
