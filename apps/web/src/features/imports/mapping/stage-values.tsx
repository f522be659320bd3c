import { STAGES, stageLabel } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';
import { AnchorLink } from '../../../shared/ui/links.js';
import type { StageChoice } from './mapping-draft.js';
import { ValueMeanings } from './value-meanings.js';

interface StageValuesProps {
  readonly header: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly chosen: Readonly<Record<string, StageChoice>>;
  readonly problem: string | undefined;
  readonly onChange: (chosen: Readonly<Record<string, StageChoice>>) => void;
}

/** Each value of the stage column and the stage that it means. */
export function StageValues({ header, ...choosing }: StageValuesProps) {
  return (
    <ValueMeanings
      {...choosing}
      title={i18n._('Stages')}
      lead={i18n._(
        'What each value of “{header}” means here. A value that is left out gets a finding, its row is imported all the same. Skip the rows of a value that lists no initiative, such as “not in use”.',
        { header },
      )}
      choices={[
        ...STAGES.map((stage) => ({ value: stage, label: stageLabel(stage) })),
        { value: 'SKIP_ROWS', label: i18n._('Skip its rows') },
      ]}
      labelOf={(value) => i18n._('Stage for {value}', { value })}
      none={
        <AnchorLink
          from="/t/$slug/imports/$importId"
          to="/t/$slug/imports/$importId"
          search={{ step: 'columns' }}
        >
          {i18n._('Choose another column, or none')}
        </AnchorLink>
      }
    />
  );
}
