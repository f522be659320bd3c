import { type Answer, type Answers } from './answer.js';

/** The least answer a stage asks of a question. `NO` asks nothing: any answer, or none, meets it. */
export type GateMinimum = 'NO' | 'PARTIAL' | 'YES';

/** What the next stage asks of one question. */
export interface GateRequirement {
  readonly key: string;
  readonly minimum: GateMinimum;
}

/** A question that keeps a subject from the next stage. */
export interface GateShortfall {
  readonly key: string;
  readonly have: Answer | null;
  readonly need: GateMinimum;
}

/** "11 of 15 at gate level; blocking: DF1, TM3". */
export type GateView =
  | {
      readonly kind: 'gate';
      readonly met: number;
      /** Applicable questions; those answered NOT_APPLICABLE are left out. */
      readonly of: number;
      /** In the framework's order; empty means ready. */
      readonly blocking: readonly GateShortfall[];
    }
  | { readonly kind: 'no-applicable-question' };

/** Compares answers with the minimum answers of the next stage. No average: one missing Yes blocks. */
export function gateView(requirements: readonly GateRequirement[], answers: Answers): GateView {
  const blocking: GateShortfall[] = [];
  let applicable = 0;
  for (const { key, minimum } of requirements) {
    const have = answers.get(key) ?? null;
    if (have === 'NOT_APPLICABLE') continue;
    applicable += 1;
    if (RANK[have ?? 'NO'] < RANK[minimum]) blocking.push({ key, have, need: minimum });
  }
  if (applicable === 0) return { kind: 'no-applicable-question' };
  return { kind: 'gate', met: applicable - blocking.length, of: applicable, blocking };
}

/** "Ready for the next stage": nothing blocks. No applicable question leaves nothing that could block, but is not ready. */
export function isReady(view: GateView): boolean {
  return view.kind === 'gate' && view.blocking.length === 0;
}

const RANK = { NO: 0, PARTIAL: 1, YES: 2 } as const;
