import { Button, Group } from '@mantine/core';
import { i18n } from '../../../shared/i18n.js';
import { ButtonLink } from '../../../shared/ui/links.js';
import type { Import } from '../imports.graphql.js';
import { CountsView } from './counts-view.js';
import { Findings } from './findings.js';
import { RepeatedIdentities } from './repeated-identities.js';
import { ResultHead } from './result-head.js';
import { SaveMapping } from './save-mapping.js';

interface CheckedViewProps {
  readonly source: Import;
  readonly isStarting: boolean;
  readonly onStart: () => void;
}

/** The dry run: what would happen, and what was found on the way. */
export function CheckedView({ source, isStarting, onStart }: CheckedViewProps) {
  return (
    <>
      <ResultHead
        headline={i18n._('This is what would happen')}
        lead={i18n._(
          'Nothing is imported yet. Look at the findings, change the mapping as often as you like, then start.',
        )}
        isNews={false}
      >
        <Group gap="xs">
          <ButtonLink
            from="/t/$slug/imports/$importId"
            to="/t/$slug/imports/$importId"
            search={{ step: 'columns' }}
            variant="default"
          >
            {i18n._('Change the mapping')}
          </ButtonLink>
          <ButtonLink
            from="/t/$slug/imports/$importId"
            to="/t/$slug/imports/$importId"
            search={{ step: 'matching' }}
            variant="default"
          >
            {i18n._('Match with what is known')}
          </ButtonLink>
          <Button loading={isStarting} onClick={onStart}>
            {i18n._('Start the import')}
          </Button>
        </Group>
      </ResultHead>
      <RepeatedIdentities source={source} />
      {source.counts && <CountsView counts={source.counts} />}
      <SaveMapping source={source} />
      <Findings source={source} />
    </>
  );
}
