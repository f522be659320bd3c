import { Select, type SelectProps } from '@mantine/core';
import { STAGES, StageBadge, stageLabel, type Stage } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';
import { stageTest } from '../words.js';
import classes from './stage-select.module.css';

interface StageSelectProps extends Omit<SelectProps, 'data' | 'value' | 'onChange'> {
  readonly value: Stage | null;
  readonly onChange: (stage: Stage | null) => void;
  /** Left out of the choices: the stage it is in cannot be entered again. */
  readonly without?: Stage | null;
}

const isStage = (value: string | null): value is Stage => STAGES.some((stage) => stage === value);

/** A stage, each with the test by which one knows it. */
export function StageSelect({ value, onChange, without, ...props }: StageSelectProps) {
  return (
    <Select
      label={i18n._('Stage')}
      openOnFocus={false}
      description={value && stageTest(value)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...props}
      value={value}
      onChange={(chosen) => onChange(isStage(chosen) ? chosen : null)}
      maxDropdownHeight={420}
      data={STAGES.filter((stage) => stage !== without).map((stage) => ({
        value: stage,
        label: stageLabel(stage),
      }))}
      renderOption={({ option }) =>
        isStage(option.value) && (
          <span className={classes['option']}>
            <StageBadge stage={option.value} />
            <span className={classes['test']}>{stageTest(option.value)}</span>
          </span>
        )
      }
    />
  );
}
