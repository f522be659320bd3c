import { type Day, parseDay, STAGES } from '@pilotage/analytics';
import { z } from 'zod';

const column = z.int().nonnegative();
const stage = z.enum(STAGES as readonly [(typeof STAGES)[number], ...(typeof STAGES)[number][]]);
const dayText = z.string().refine((text): text is Day => parseDay(text).kind === 'day', {
  error: 'Write the day as YYYY-MM-DD.',
});

/** How the columns of a file become initiatives. Columns are positions, from 0. */
export const importMapping = z.object({
  /** The columns whose values together tell one row from another, in this file and the next. */
  identity: z.array(column),
  name: column,
  summary: column.nullish(),
  unit: column.nullish(),
  externalId: column.nullish(),
  kind: column.nullish(),
  tags: column.nullish(),
  stage: column.nullish(),
  /** `stage: null` leaves the value out, with a finding. */
  stageValues: z.array(z.object({ value: z.string().max(500), stage: stage.nullish() })).max(200),
  dateFormat: z.string().max(30).nullish(),
  /** The column that holds the day on which a stage was entered. */
  dates: z.array(z.object({ column, stage })).max(STAGES.length),
  keepOthersAsAttributes: z.boolean(),
  /** The day on which the file's facts are true. */
  asOfOn: dayText,
  /** Since which day the file also lists what was stopped; null together with `livingOnly`. */
  completeSince: dayText.nullish(),
  livingOnly: z.boolean(),
});
export type ImportMapping = z.infer<typeof importMapping>;
