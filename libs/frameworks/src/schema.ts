import { z } from 'zod';

/** The stages whose entry a framework can ask something of. IDEA asks nothing and ENDED needs no readiness. */
export const GATE_STAGES = ['PILOT', 'LIMITED_PRODUCTION', 'PRODUCTION', 'SCALED'] as const;

const text = z.string().trim().min(1).max(500);
const lines = z.array(text).min(1);
const references = z.array(text).min(1).optional();

/** A bare YES or NO is a boolean in YAML 1.1: the file would mean one thing here and another elsewhere. */
const minimumAnswer = z.enum(['YES', 'PARTIAL', 'NO'], {
  error: ({ input }) =>
    typeof input === 'boolean'
      ? 'is a boolean: write the answer in quotes, "YES" or "NO"'
      : 'must be "YES", "PARTIAL" or "NO"',
});

const dimension = z.strictObject({
  key: z.string().regex(/^[A-Z]{2,6}$/, 'must be 2 to 6 capital letters'),
  name: text,
  /** Percent of the overall score. */
  weight: z.int().min(1).max(100),
});

/** What every question has, whatever its framework is for. */
const asked = {
  key: z.string().regex(/^[A-Z]{2,6}[0-9]{1,3}$/, 'must be capital letters and a number, like SA1'),
  /** Key of a dimension. */
  dimension: z.string(),
  text,
  /** When NOT_APPLICABLE is a fair answer; it always needs a reason. */
  notApplicableWhen: text.optional(),
  /** Weight within its dimension; only the ratio counts. */
  weight: z.int().min(1).max(1000).default(1),
};

const readinessQuestion = z.strictObject({
  ...asked,
  /** Who is asked: the organisation or unit only (initiatives inherit), both, or the initiative only. */
  scope: z.enum(['ORGANISATION', 'BOTH', 'INITIATIVE']),
  ownerRole: text,
  ifYes: lines,
  ifPartial: lines,
  ifNo: lines,
  action: text,
  /** S: up to 10 person-days, M: 10 to 60, L: more, or a purchase. */
  effort: z.enum(['S', 'M', 'L']),
  /** 1 (little) to 5 (decides whether the initiative reaches or keeps production). */
  impact: z.int().min(1).max(5),
  /** Least answer per stage; "NO" asks nothing. */
  gates: z.strictObject({
    PILOT: minimumAnswer,
    LIMITED_PRODUCTION: minimumAnswer,
    PRODUCTION: minimumAnswer,
    SCALED: minimumAnswer,
  }),
  /** Evidence for the question usually also serves these references; it never satisfies them. */
  mappings: z.strictObject({
    nistAiRmf: references,
    iso42001AnnexA: references,
    iso42001Clauses: references,
    euAiAct: references,
    gdpr: references,
    owaspAima: references,
    mitreAiMaturity: references,
  }),
});

/** Asked of initiatives only. The lines say in which words a register answers; a wizard maps its values by them. */
const questionnaireQuestion = z.strictObject({
  ...asked,
  ifYes: lines.optional(),
  ifPartial: lines.optional(),
  ifNo: lines.optional(),
});

const head = {
  id: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/, 'must be lower-case letters, digits and hyphens'),
  version: z.int('must be a whole number').min(1, 'must be 1 or more'),
  name: text,
  dimensions: z.array(dimension).min(1).max(20),
};

/** What readiness is judged by: its answers open gates, and each has its action. */
export const readinessSchema = z.strictObject({
  kind: z.literal('READINESS', { error: 'must be READINESS or QUESTIONNAIRE' }).default('READINESS'),
  ...head,
  questions: z.array(readinessQuestion).min(1),
});

/** Questions of somebody else's, which a register answers: scored, and nothing more. */
export const questionnaireSchema = z.strictObject({
  kind: z.literal('QUESTIONNAIRE'),
  ...head,
  questions: z.array(questionnaireQuestion).min(1).max(100),
});
