/** Headings of docs/method.md that pages link to; a spec checks that each is there. */
export const methodSections = [
  'bridge',
  'constant-cohort',
  'coverage-and-bounds',
  'current-and-stale-assessments',
  'portfolio-readiness',
  'quarters',
  'ready-for-next-stage',
  'shares-by-month',
  'stages-and-their-dates',
  'stuck-pilots',
  'time-to-production',
  'what-a-register-can-tell',
  'wording',
] as const;

export type MethodSection = (typeof methodSections)[number];

/** The anchor of a heading, as Git hosts make it, so that links work there and here. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
