import { type z } from 'zod';
import { type GATE_STAGES, type questionnaireSchema, type readinessSchema } from './schema.js';

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** One version of the framework that readiness is judged by. */
export type ReadinessFramework = DeepReadonly<z.output<typeof readinessSchema>>;
/** One version of questions that a register answers: no gates, no actions. */
export type Questionnaire = DeepReadonly<z.output<typeof questionnaireSchema>>;
/** One version of either; frozen. It serves as the scoring scheme of @pilotage/analytics as it is. */
export type Framework = ReadinessFramework | Questionnaire;

export type Dimension = Framework['dimensions'][number];
export type Question = ReadinessFramework['questions'][number];
export type QuestionScope = Question['scope'];
export type GateStage = (typeof GATE_STAGES)[number];
