import { Button, Group, Select, Stack } from '@mantine/core';
import { DataTable, type Column } from '@pilotage/web-ui';
import { useState } from 'react';
import type { EnumOf } from '../../../shared/graphql/graphql.js';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { useConnection } from '../../../shared/graphql/use-connection.js';
import { i18n } from '../../../shared/i18n.js';
import { initiativeOption } from '../../../shared/pickers/initiative-option.js';
import { InitiativeSelect } from '../../../shared/pickers/initiative-select.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { ShowMore } from '../../../shared/ui/show-more.js';
import { toastRefusal } from '../../../shared/ui/toast.js';
import type { Import } from '../imports.graphql.js';
import classes from '../result/result.module.css';
import { KnownInitiative } from './known-initiative.js';
import { absencesQuery, decideAbsencesMutation, type Absence } from './matching.graphql.js';

type Fate = EnumOf<'AbsenceChoice'>;
type Decide = (choice: Fate | null, of: readonly string[] | null, successorId?: string) => Promise<void>;

/** Initiatives that earlier files of this register listed: what has become of each, or of all of them. */
export function Absences({ source }: { readonly source: Import }) {
  const { rows, showMore, isLoadingMore } = useConnection(
    absencesQuery,
    { id: source.id },
    ({ importMatching }) => importMatching.absences,
  );
  const { run, isRunning } = useAction(decideAbsencesMutation, ['ImportAbsence']);
  const decide: Decide = async (choice, of, successorId) => {
    const outcome = await run({
      input: {
        importId: source.id,
        choice,
        successorId: successorId ?? null,
        initiativeIds: of && [...of],
      },
    });
    if (!outcome) return;
    matchResult(outcome, {
      DecideAbsencesSuccess: () => undefined,
      InvalidInputError: toastRefusal,
      ConflictError: toastRefusal,
    });
  };
  return (
    <section className={classes['section']}>
      <h2 className={classes['title']}>{i18n._('Not in this file any more')}</h2>
      <p className={classes['lead']}>
        {i18n._(
          'Earlier files of this register listed these. Where you do not know what became of one, leave it: nothing is recorded, and it stays as last seen.',
        )}
      </p>
      <Group gap="xs" my="sm">
        {(['RUNNING', 'ENDED', null] as const).map((choice) => (
          <Button
            key={choice}
            size="xs"
            variant="default"
            disabled={isRunning}
            onClick={() => void decide(choice, null)}
          >
            {allLabel(choice)}
          </Button>
        ))}
      </Group>
      <QueryView of={rows} dimsOnRefresh={false}>
        {(data) => (
          <>
            <DataTable
              caption={i18n._('Initiatives that the file does not list')}
              columns={columns(decide)}
              rows={data.nodes}
              rowKey={({ initiative }) => initiative.id}
            />
            <ShowMore rows={data} isLoading={isLoadingMore} onMore={showMore} />
          </>
        )}
      </QueryView>
    </section>
  );
}

function allLabel(choice: 'RUNNING' | 'ENDED' | null): string {
  switch (choice) {
    case 'RUNNING':
      return i18n._('All still running');
    case 'ENDED':
      return i18n._('All stopped');
    case null:
      return i18n._('All not known');
  }
}

const columns = (decide: Decide): Column<Absence>[] => [
  {
    key: 'initiative',
    header: i18n._('Initiative'),
    isTitle: true,
    render: ({ initiative }) => <KnownInitiative of={initiative} />,
  },
  {
    key: 'fate',
    header: i18n._('What became of it'),
    width: '20rem',
    render: (absence) => <FateOf absence={absence} decide={decide} />,
  },
];

const UNKNOWN = 'UNKNOWN';

function FateOf({ absence, decide }: { readonly absence: Absence; readonly decide: Decide }) {
  const { initiative, successor, problem } = absence;
  const [chosen, setChosen] = useState<string>(absence.choice ?? UNKNOWN);
  const choose = (value: string | null) => {
    setChosen(value ?? UNKNOWN);
    // What it was merged into is asked first.
    if (value === 'RUNNING' || value === 'ENDED') void decide(value, [initiative.id]);
    if (value === UNKNOWN) void decide(null, [initiative.id]);
  };
  const isMerged = chosen === 'MERGED';
  return (
    <Stack gap="xs">
      <Select
        aria-label={i18n._('What became of {name}', { name: initiative.name })}
        allowDeselect={false}
        value={isMerged ? chosen : (absence.choice ?? UNKNOWN)}
        onChange={choose}
        data={[
          { value: UNKNOWN, label: i18n._('Not known') },
          { value: 'RUNNING', label: i18n._('Still running') },
          { value: 'ENDED', label: i18n._('Stopped') },
          { value: 'MERGED', label: i18n._('Merged into another one') },
        ]}
      />
      {isMerged && (
        <InitiativeSelect
          aria-label={i18n._('What {name} was merged into', { name: initiative.name })}
          placeholder={i18n._('Search by name')}
          without={initiative.id}
          value={successor?.id ?? null}
          {...(successor ? { offered: [initiativeOption(successor)] } : {})}
          onChange={(id) => id && void decide('MERGED', [initiative.id], id)}
        />
      )}
      {problem && <span className="pl-muted">{problem}</span>}
    </Stack>
  );
}
