import { Anchor, Button, FileButton, Group, Paper } from '@mantine/core';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { toastDone, toastRefusal } from '../../../shared/ui/toast.js';
import { fromMapping } from './mapping-draft.js';
import { loadMappingMutation, savedMappingsQuery, type FittingMapping } from './saved-mappings.graphql.js';
import type { StepProps } from './step-props.js';
import classes from './step.module.css';

/** Mappings that were kept before: what fits the file can be used, and each says which columns it misses. */
export function SavedMappings({ source, draft, onChange }: Pick<StepProps, 'source' | 'draft' | 'onChange'>) {
  const saved = useApiQuery(savedMappingsQuery, { id: source.id });
  const { run, isRunning } = useAction(loadMappingMutation, ['SavedMapping', 'FittingMapping', 'Import']);
  const load = async (file: File | null) => {
    const outcome = file && (await run({ input: { yaml: await file.text() } }));
    if (!outcome) return;
    matchResult(outcome, {
      SaveMappingSuccess: ({ saved: { name } }) => toastDone(i18n._('“{name}” is loaded.', { name })),
      InvalidInputError: toastRefusal,
      ConflictError: toastRefusal,
    });
  };
  const all = saved.kind === 'ready' ? (saved.data.import?.savedMappings ?? []) : [];
  return (
    <Paper withBorder radius="lg" className={classes['card']} mb="md">
      <Group justify="space-between">
        <h2 className={classes['title']}>{i18n._('Saved mappings')}</h2>
        <FileButton accept=".yaml,.yml,text/yaml" onChange={(file) => void load(file)}>
          {(props) => (
            <Button {...props} size="compact-sm" variant="subtle" loading={isRunning}>
              {i18n._('Load one from a YAML file')}
            </Button>
          )}
        </FileButton>
      </Group>
      {all.length === 0 && (
        <p className="pl-muted">
          {i18n._('None yet. After the check a mapping can be kept for the next file.')}
        </p>
      )}
      <ul className={classes['list']}>
        {all.map((one) => (
          <Saved
            key={one.saved.id}
            one={one}
            onUse={(mapping) => onChange({ ...fromMapping(mapping), asOfOn: draft.asOfOn })}
          />
        ))}
      </ul>
    </Paper>
  );
}

interface SavedProps {
  readonly one: FittingMapping;
  readonly onUse: (mapping: NonNullable<FittingMapping['mapping']>) => void;
}

function Saved({ one: { saved, missing, mapping }, onUse }: SavedProps) {
  const { name, version, yaml } = saved;
  return (
    <li className={classes['value']}>
      <span className={classes['name']}>
        {i18n._('{name}, version {version}', { name, version })}
        {missing.length > 0 && (
          <span className={classes['note']}>
            {' '}
            {mapping
              ? i18n._('in part: the file has no column {columns}', { columns: missing.join(', ') })
              : i18n._('does not fit: the file has no column {columns}', { columns: missing.join(', ') })}
          </span>
        )}
      </span>
      <Anchor
        size="sm"
        download={`${name}.yaml`}
        href={`data:text/yaml;charset=utf-8,${encodeURIComponent(yaml)}`}
        aria-label={i18n._('Download {name} as YAML', { name })}
      >
        {i18n._('YAML')}
      </Anchor>
      {mapping && (
        <Button size="compact-sm" variant="default" onClick={() => onUse(mapping)}>
          {missing.length > 0 ? i18n._('Use what fits') : i18n._('Use it')}
        </Button>
      )}
    </li>
  );
}
