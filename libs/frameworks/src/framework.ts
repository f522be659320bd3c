import { type z } from 'zod';
import { type frameworkSchema, type GATE_STAGES } from './schema.js';

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** One version of an assessment framework; frozen. It serves as the scoring scheme of @pilotage/analytics as it is. */
export type Framework = DeepReadonly<z.output<typeof frameworkSchema>>;
export type Dimension = Framework['dimensions'][number];
export type Question = Framework['questions'][number];
export type QuestionScope = Question['scope'];
export type GateStage = (typeof GATE_STAGES)[number];
