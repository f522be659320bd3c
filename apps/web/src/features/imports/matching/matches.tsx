import { Button, Group, NumberInput, Stack } from '@mantine/core';
import { DataTable, formatNumber, type Column } from '@pilotage/web-ui';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { useConnection } from '../../../shared/graphql/use-connection.js';
import { i18n } from '../../../shared/i18n.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { ShowMore } from '../../../shared/ui/show-more.js';
import { toastRefusal } from '../../../shared/ui/toast.js';
import type { Import } from '../imports.graphql.js';
import { Choice, type RowChoice } from './choice.js';
import { KnownInitiative, Named } from './known-initiative.js';
import { variablesOf, type MatchFilter } from './match-filter.js';
import { decideMatchesMutation, matchesQuery, type Match } from './matching.graphql.js';

const route = getRouteApi('/t/$slug/imports/$importId');

type Choices = ReadonlyMap<number, RowChoice>;
type Choose = (rowNumber: number, choice: RowChoice | null) => void;

interface MatchesProps {
  readonly source: Import;
  readonly filter: MatchFilter;
}

/** Rows that may be known initiatives, each with the choice which one it is; choices are sent together. */
export function Matches({ source, filter }: MatchesProps) {
  const navigate = route.useNavigate();
  const { rows, showMore, isLoadingMore } = useConnection(
    matchesQuery,
    { id: source.id, ...variablesOf(filter) },
    ({ importMatching }) => importMatching.matches,
  );
  const [choices, setChoices] = useState<Choices>(new Map());
  const [scoreFrom, setScoreFrom] = useState(80);
  const { run, isRunning } = useAction(decideMatchesMutation, ['ImportMatching', 'ImportMatch']);

  const decide = async (alikeFrom?: number) => {
    const decisions = [...choices].map(([rowNumber, choice]) => ({ rowNumber, ...choice }));
    const outcome = await run({ input: { importId: source.id, decisions, scoreFrom: alikeFrom ?? null } });
    if (!outcome) return;
    matchResult(outcome, {
      DecideMatchesSuccess: () => {
        setChoices(new Map());
        void navigate({ search: { step: 'matching' } });
      },
      InvalidInputError: toastRefusal,
      ConflictError: toastRefusal,
    });
  };
  const choose: Choose = (rowNumber, choice) => {
    const next = new Map(choices);
    if (choice) next.set(rowNumber, choice);
    else next.delete(rowNumber);
    setChoices(next);
  };

  return (
    <QueryView of={rows}>
      {(data) => (
        <>
          <DataTable
            caption={i18n._('Rows that may be known initiatives')}
            columns={columns(choices, choose)}
            rows={data.nodes}
            rowKey={({ rowNumber }) => String(rowNumber)}
            empty={i18n._('No such rows.')}
          />
          <ShowMore rows={data} isLoading={isLoadingMore} onMore={showMore} />
          <Group mt="md" gap="sm" align="flex-end">
            <Button loading={isRunning} disabled={choices.size === 0} onClick={() => void decide()}>
              {i18n._('Keep {count, plural, =0 {the choices} one {one choice} other {# choices}}', {
                count: choices.size,
              })}
            </Button>
            {filter === 'OPEN' && data.nodes.length > 0 && (
              <>
                <NumberInput
                  label={i18n._('At least so many percent alike')}
                  min={45}
                  max={98}
                  value={scoreFrom}
                  onChange={(value) => setScoreFrom(Number(value) || 98)}
                />
                <Button variant="default" loading={isRunning} onClick={() => void decide(scoreFrom)}>
                  {i18n._('Accept all of them')}
                </Button>
              </>
            )}
          </Group>
        </>
      )}
    </QueryView>
  );
}

function columns(choices: Choices, onChoose: Choose): Column<Match>[] {
  return [
    { key: 'row', header: i18n._('Row'), width: '5rem', render: ({ rowNumber }) => formatNumber(rowNumber) },
    {
      key: 'file',
      header: i18n._('In the file'),
      isTitle: true,
      render: ({ name, unit, stage }) => <Named name={name} unit={unit || undefined} stage={stage} />,
    },
    {
      key: 'known',
      header: i18n._('Known initiatives like it'),
      render: ({ candidates, initiative }) => (
        <Stack gap="xs">
          {candidates.map(({ initiative: known, score }) => (
            <KnownInitiative key={known.id} of={known} score={score} />
          ))}
          {candidates.length === 0 && initiative && <KnownInitiative of={initiative} />}
        </Stack>
      ),
    },
    {
      key: 'choice',
      header: i18n._('It is'),
      width: '18rem',
      render: (match) => (
        <Choice
          match={match}
          choice={choices.get(match.rowNumber) ?? null}
          onChoose={(choice) => onChoose(match.rowNumber, choice)}
        />
      ),
    },
  ];
}
