import { addDays, type Day, STAGES, type Stage } from '@pilotage/analytics';
import { currentFramework } from '@pilotage/frameworks';

/** What a cell of the template holds; a day is written as a date where the format of the file has dates. */
export type TemplateCell =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'day'; readonly on: Day };

export interface Template {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly TemplateCell[])[];
}

/** A header that names its stage and its format leaves nothing to guess. */
const STAGE_HEADERS: Readonly<Record<Stage, string>> = {
  IDEA: 'Idea since (YYYY-MM-DD)',
  PILOT: 'Pilot since (YYYY-MM-DD)',
  LIMITED_PRODUCTION: 'Limited production since (YYYY-MM-DD)',
  PRODUCTION: 'Production since or planned (YYYY-MM-DD)',
  SCALED: 'Scaled since (YYYY-MM-DD)',
  ENDED: 'Ended on or planned (YYYY-MM-DD)',
};
const GO_LIVE_IN_DAYS = 180;
const END_IN_DAYS = 500;

/**
 * Our own form of a register, with two initiatives to show how it is meant: one is planned to go live, the other to end. It
 * asks what initiatives are asked; what only the organisation is asked is inherited.
 */
export function importTemplate(today: Day): Template {
  const questions = currentFramework()
    .questions.filter(({ scope }) => scope !== 'ORGANISATION')
    .map(({ text }) => text);
  const columns: readonly [header: string, first: TemplateCell, second: TemplateCell][] = [
    ['Id', text('AI-001'), text('AI-002')],
    ['Name', text('Claims triage'), text('Invoice matching')],
    ['Summary', text('Sorts incoming claims by urgency.'), text('Matches invoices with orders.')],
    ['Unit', text('Claims'), text('Finance')],
    ['Kind of AI', text('Language'), text('Predictive')],
    ['Tags', text('claims; triage'), text('invoices')],
    ['Stage', text('Pilot'), text('Production')],
    ...STAGES.map((stage): [string, TemplateCell, TemplateCell] => {
      const [first, second] = sampleDays(today)[stage] ?? [null, null];
      return [STAGE_HEADERS[stage], on(first), on(second)];
    }),
    ['Cost to date (kept as an attribute)', text('120000'), text('340000')],
    ['Benefit to date (kept as an attribute)', text('0'), text('510000')],
    ['Assessed on (YYYY-MM-DD)', on(addDays(today, -30)), on(addDays(today, -30))],
    ...questions.map((question, index): [string, TemplateCell, TemplateCell] => [
      question,
      text(index % 3 === 0 ? 'Yes' : 'Partial'),
      text(index % 5 === 0 ? 'Partial' : 'Yes'),
    ]),
  ];
  return {
    headers: columns.map(([header]) => header),
    rows: [columns.map(([, first]) => first), columns.map(([, , second]) => second)],
  };
}

const sampleDays = (today: Day): Partial<Record<Stage, readonly [Day | null, Day | null]>> => ({
  IDEA: [addDays(today, -400), addDays(today, -900)],
  PILOT: [addDays(today, -200), addDays(today, -600)],
  PRODUCTION: [addDays(today, GO_LIVE_IN_DAYS), addDays(today, -250)],
  ENDED: [null, addDays(today, END_IN_DAYS)],
});

const text = (value: string): TemplateCell => ({ kind: 'text', text: value });
const on = (value: Day | null): TemplateCell => (value === null ? text('') : { kind: 'day', on: value });
