import { randomUUID } from 'node:crypto';
import type { Answer, Client } from '../support/client.js';
import { type Ids } from './filled.js';
import { callsOf, MATRIX, type Row } from './matrix.js';
import {
  documentOf,
  idPlaces,
  ROOT_FIELDS,
  valueAt,
  withValueAt,
  type Path,
  type RootField,
} from './schema-walk.js';

export const rowOf = ({ key }: RootField): Row => MATRIX.get(key)!;

/** Fields that belong to an organisation, neither to the installation nor to everybody. */
export const TENANT_FIELDS = ROOT_FIELDS.filter((root) => Array.isArray(rowOf(root)?.allow));

export type Outcome =
  | { readonly kind: 'answered' }
  /** A code of an error, or the type and code of a user error. */
  | { readonly kind: 'refused'; readonly by: string };

/** Whether a root field gave what it is for. */
export function outcomeOf({ data, errors }: Answer<Record<string, unknown>>, { name }: RootField): Outcome {
  if (errors?.[0]) return { kind: 'refused', by: errors[0].extensions.code };
  const value = data?.[name] as { __typename?: string; code?: string } | null | undefined;
  if (value?.__typename?.endsWith('Error'))
    return { kind: 'refused', by: `${value.__typename} ${value.code}` };
  return { kind: 'answered' };
}

/** An answer without what differs from one call to the next: instants, and ids that were sent or made. */
export function comparable(answer: object): string {
  return JSON.stringify(answer)
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>');
}

/** A call of ours with one id of others in it, and the same with an id of nobody. */
export interface Vector {
  readonly root: RootField;
  readonly place: string;
  readonly foreign: Record<string, unknown>;
  readonly nobodys: Record<string, unknown>;
}

/** Asks with ids that must not exist for the caller. */
export class Walk {
  /** @param forbidden what no answer may show: words and ids */
  constructor(
    private readonly caller: Client,
    private readonly own: Ids,
    private readonly foreign: Ids,
    private readonly forbidden: ReadonlySet<string>,
  ) {}

  /** What of the forbidden an answer shows, but for what the question itself said. */
  leaksIn(answer: object, asked: object = {}): string[] {
    const [text, said] = [JSON.stringify(answer), JSON.stringify(asked)];
    return [...this.forbidden].filter((word) => text.includes(word) && !said.includes(word));
  }

  /** One for each place of a root field that takes an id. */
  vectorsOf(root: RootField): Vector[] {
    const foreign = callsOf(rowOf(root), this.foreign);
    // Made anew for each: an idempotency key is good for one question.
    const fresh = (index: number, path: Path, id: unknown) =>
      withValueAt(callsOf(rowOf(root), this.own)[index]!, path, id);
    const own = callsOf(rowOf(root), this.own);
    const isForeign = (index: number, path: Path): boolean =>
      valueAt(own[index]!, path) !== valueAt(foreign[index]!, path);
    return foreign.flatMap((call, index) =>
      idPlaces(root)
        .filter((path) => isId(valueAt(call, path)) && isForeign(index, path))
        .map((path) => ({
          root,
          place: path.join('.'),
          foreign: fresh(index, path, valueAt(call, path)),
          nobodys: fresh(index, path, randomUUID()),
        })),
    );
  }

  /** What is wrong with how foreign ids are answered, in every place of the given fields; empty when nothing is. */
  async problems(roots: readonly RootField[]): Promise<string[]> {
    const problems: string[] = [];
    for (const root of roots)
      for (const vector of this.vectorsOf(root)) problems.push(...(await this.problemsOf(vector)));
    return problems;
  }

  private async problemsOf({ root, place, foreign, nobodys }: Vector): Promise<string[]> {
    const document = documentOf(root);
    const answer = await this.caller.ask(document, foreign);
    const outcome = outcomeOf(answer, root);
    const isNarrowing = rowOf(root).narrowing?.includes(place) ?? false;
    const problems = this.leaksIn(answer, foreign).map((word) => `shows ${word}`);
    if (!isNarrowing && outcome.kind === 'answered') problems.push('is answered');
    if (outcome.kind === 'refused' && outcome.by === 'INTERNAL') problems.push('fails');
    const other = comparable(await this.caller.ask(document, nobodys));
    if (comparable(answer) !== other)
      problems.push(`is answered ${comparable(answer)}, but an id of nobody ${other}`);
    return problems.map((problem) => `${root.key}: ${place} of theirs ${problem}`);
  }
}

const isId = (value: unknown): boolean => typeof value === 'string' && value.length === 36;
