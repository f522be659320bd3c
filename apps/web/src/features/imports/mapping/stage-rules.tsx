import { ActionIcon, Button, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { STAGES, stageLabel } from '@pilotage/web-ui';
import { IconTrash } from '@tabler/icons-react';
import { i18n } from '../../../shared/i18n.js';
import { columnOptions } from './column-letter.js';
import type { StageRule } from './mapping-draft.js';
import type { StepProps } from './step-props.js';
import classes from './step.module.css';

/** What two columns together say of the stage: retired with a day of going live is another end than without. */
export function StageRules({ source, draft, onChange }: Pick<StepProps, 'source' | 'draft' | 'onChange'>) {
  const rules = draft.stageRules;
  const set = (stageRules: readonly StageRule[]) => onChange({ ...draft, stageRules });
  const change = (at: number, rule: StageRule) => set(rules.map((one, index) => (index === at ? rule : one)));
  const columns = columnOptions(source.columns);
  const add = () =>
    set([
      ...rules,
      {
        when: { column: draft.uses.stage ?? 0, values: [] },
        and: { column: 0, is: 'EMPTY' },
        stage: 'ENDED',
        reason: null,
      },
    ]);
  return (
    <section>
      <h2 className={classes['title']}>{i18n._('Rules over two columns')}</h2>
      <p className={classes['lead']}>
        {i18n._(
          'Where the stage column alone does not tell. Asked before its values; the first that fits counts.',
        )}
      </p>
      {rules.map((rule, at) => (
        // Rules have no name but their place.
        <fieldset key={at} className={classes['rule']}>
          <legend>{i18n._('Rule {number}', { number: at + 1 })}</legend>
          <NativeSelect
            label={i18n._('When')}
            data={columns}
            value={String(rule.when.column)}
            onChange={(event) =>
              change(at, { ...rule, when: { ...rule.when, column: Number(event.currentTarget.value) } })
            }
          />
          <TagsInput
            label={i18n._('is one of')}
            value={[...rule.when.values]}
            onChange={(values) => change(at, { ...rule, when: { ...rule.when, values } })}
          />
          <NativeSelect
            label={i18n._('and')}
            data={[{ value: '', label: i18n._('nothing else') }, ...columns]}
            value={rule.and ? String(rule.and.column) : ''}
            onChange={({ currentTarget: { value } }) =>
              change(at, {
                ...rule,
                and: value === '' ? null : { column: Number(value), is: rule.and?.is ?? 'EMPTY' },
              })
            }
          />
          {rule.and && (
            <NativeSelect
              label={i18n._('is')}
              data={[
                { value: 'FILLED', label: i18n._('filled') },
                { value: 'EMPTY', label: i18n._('empty') },
              ]}
              value={rule.and.is}
              onChange={({ currentTarget: { value } }) =>
                rule.and &&
                change(at, { ...rule, and: { ...rule.and, is: value === 'FILLED' ? 'FILLED' : 'EMPTY' } })
              }
            />
          )}
          <NativeSelect
            label={i18n._('then the stage is')}
            data={STAGES.map((stage) => ({ value: stage, label: stageLabel(stage) }))}
            value={rule.stage ?? 'IDEA'}
            onChange={({ currentTarget: { value } }) => {
              const stage = STAGES.find((one) => one === value) ?? null;
              change(at, { ...rule, stage, reason: stage === 'ENDED' ? rule.reason : null });
            }}
          />
          {rule.stage === 'ENDED' && (
            <TextInput
              label={i18n._('because')}
              maxLength={500}
              value={rule.reason ?? ''}
              onChange={(event) => change(at, { ...rule, reason: event.currentTarget.value || null })}
            />
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={i18n._('Remove rule {number}', { number: at + 1 })}
            onClick={() => set(rules.filter((_, index) => index !== at))}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </fieldset>
      ))}
      <Button variant="subtle" size="compact-sm" onClick={add}>
        {i18n._('Add a rule')}
      </Button>
    </section>
  );
}
