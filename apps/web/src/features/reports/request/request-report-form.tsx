import { Radio, Select, SimpleGrid, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { filterInput, type PortfolioFilter } from '../../../shared/figures/portfolio-filter.js';
import type { Quarter } from '../../../shared/figures/quarter.graphql.js';
import { quarterSoFar, quarterWithMonths } from '../../../shared/figures/quarter-words.js';
import { FormButtons } from '../../../shared/forms/form-buttons.js';
import { FormRefusal } from '../../../shared/forms/form-refusal.js';
import { useIdempotencyKey } from '../../../shared/forms/idempotency-key.js';
import { showUserError } from '../../../shared/forms/user-error.js';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import { KindMultiSelect } from '../../../shared/pickers/kind-select.js';
import { UnitMultiSelect } from '../../../shared/pickers/unit-select.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { AI_KINDS } from '../../../shared/words/ai-kind.js';
import { REPORT_KINDS, reportKindLabel, reportKindMeaning, type ReportKind } from '../report-kind.js';
import { requestReportMutation } from '../reports.graphql.js';
import { KnownAtInput } from './known-at-input.js';
import { instantOf, type KnownAt } from './known-at.js';

export interface WantedReport extends PortfolioFilter {
  readonly kind: ReportKind;
  /** Any day of the quarter; the last finished one when absent. */
  readonly quarterOf?: string | undefined;
}

interface RequestReportFormProps {
  readonly wanted: WantedReport;
  /** Oldest first. */
  readonly quarters: readonly Quarter[];
  readonly onCancel: () => void;
}

/** Kind, quarter, part of the portfolio, and as known when. Leads to the report, which shows its own progress. */
export function RequestReportForm({ wanted, quarters, onCancel }: RequestReportFormProps) {
  const { slug } = useTenant();
  const navigate = useNavigate();
  const { key, renew } = useIdempotencyKey();
  const { run, isRunning } = useAction(requestReportMutation, ['Report', 'ReportConnection']);
  const [kind, setKind] = useState(wanted.kind);
  const [quarterOf, setQuarterOf] = useState(() => initialQuarter(wanted.quarterOf, quarters));
  const [unitIds, setUnitIds] = useState(wanted.unitIds ?? []);
  const [kinds, setKinds] = useState(wanted.kinds ?? []);
  const [knownAt, setKnownAt] = useState<KnownAt>({ isNow: true, localTime: '' });
  const [errors, setErrors] = useState<Record<string, string>>({});

  const request = async (event: FormEvent) => {
    event.preventDefault();
    setErrors({});
    const instant = instantOf(knownAt, new Date());
    if (instant.kind === 'refused') return setErrors({ knownAt: instant.message });
    if (!quarterOf) return setErrors({ quarterOf: i18n._('Choose a quarter.') });
    const filter = filterInput({ unitIds, kinds });
    const outcome = await run({
      input: { idempotencyKey: key, kind, quarterOf, filter, knownAt: instant.instant },
    });
    if (!outcome) return;
    matchResult(outcome, {
      RequestReportSuccess: ({ report }) =>
        void navigate({ to: '/t/$slug/reports/$reportId', params: { slug, reportId: report.id } }),
      InvalidInputError: (error) => {
        // The refused request holds the key; the one put right is another.
        renew();
        showUserError(error, {
          fields: ['quarterOf', 'knownAt'],
          setFieldError: (field, message) => setErrors({ [field]: message }),
          setFormError: (message) => setErrors({ form: message }),
        });
      },
    });
  };

  return (
    <form onSubmit={(event) => void request(event)} noValidate>
      <Stack gap="md">
        <FormRefusal message={errors['form'] ?? null} />
        <Radio.Group
          label={i18n._('Kind')}
          value={kind}
          onChange={(chosen) => setKind(REPORT_KINDS.find((known) => known === chosen) ?? kind)}
        >
          <Stack gap={10} mt={6}>
            {REPORT_KINDS.map((known) => (
              <Radio
                key={known}
                value={known}
                data-autofocus={known === kind || undefined}
                label={reportKindLabel(known)}
                description={reportKindMeaning(known)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Select
          label={i18n._('Quarter')}
          description={i18n._('The last one of the period.')}
          allowDeselect={false}
          value={quarterOf}
          onChange={setQuarterOf}
          error={errors['quarterOf']}
          data={quarters.toReversed().map((quarter) => ({
            value: quarter.to,
            label: quarter.isFinished ? quarterWithMonths(quarter) : quarterSoFar(quarter),
          }))}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <UnitMultiSelect
            placeholder={unitIds.length === 0 ? i18n._('All units') : undefined}
            value={unitIds}
            onChange={setUnitIds}
          />
          <KindMultiSelect
            placeholder={kinds.length === 0 ? i18n._('All kinds of AI') : undefined}
            value={kinds}
            onChange={(chosen) => setKinds(AI_KINDS.filter((known) => chosen.includes(known)))}
          />
        </SimpleGrid>
        <KnownAtInput value={knownAt} onChange={setKnownAt} error={errors['knownAt']} />
        <FormButtons onCancel={onCancel} loading={isRunning}>
          {i18n._('Request')}
        </FormButtons>
      </Stack>
    </form>
  );
}

/** Last day of the quarter to begin with: the one asked for, else the last finished one. */
function initialQuarter(day: string | undefined, quarters: readonly Quarter[]): string | null {
  const asked = day === undefined ? undefined : quarters.find(({ from, to }) => from <= day && day <= to);
  const finished = quarters.filter(({ isFinished }) => isFinished).at(-1);
  return (asked ?? finished ?? quarters.at(-1))?.to ?? null;
}
