import { BadInputError, NotFoundError, idFrom } from '@pilotage/platform';
import { type RequestContext } from '@pilotage/tenancy';
import { type Subject, type SubjectKind } from '../assessment/assessment.js';

/**
 * The subject a client names: the organisation is always the caller's own.
 *
 * @throws BadInputError when the id is missing, NotFoundError when it cannot be one
 */
export function subjectFrom(ctx: RequestContext, kind: SubjectKind, id: string | null | undefined): Subject {
  if (kind === 'TENANT') {
    if (id != null && idFrom(id, 'organisation') !== ctx.tenantId) throw new NotFoundError('organisation');
    return { kind, id: ctx.tenantId };
  }
  if (id == null) throw new BadInputError(`Name the ${NOUN[kind]}.`, ['subjectId'], 'REQUIRED');
  return { kind, id: idFrom(id, NOUN[kind]) };
}

const NOUN = { UNIT: 'unit', INITIATIVE: 'initiative' } as const;
