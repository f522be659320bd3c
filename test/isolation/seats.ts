import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from '../support/client.js';
import type { Installation, Organisation, Role } from '../support/installation.js';
import { assess, createInitiative, daysAgo, open, recordStages, saveUnit, type Ids } from './filled.js';
import type { Row } from './matrix.js';
import type { Outcome } from './walk.js';
import type { World } from './world.js';

/** Somebody who knocks: a member by role, or one of those without a seat. */
export type Caller = Role | 'OPERATOR' | 'SIGNED_OUT' | 'SUSPENDED' | 'REMOVED';

/** One of each, all of whom name our organisation, but for the member of a suspended one. */
export async function callersOf({ system, installation, ours }: World): Promise<Record<Caller, Client>> {
  const { slug, as } = ours.organisation;
  const suspended = await installation.createOrganisation(`sus-${randomBytes(4).toString('hex')}`);
  await installation.setSuspended(suspended.id, true);
  return {
    ...as,
    OPERATOR: installation.operator.in(slug),
    SIGNED_OUT: new Client(system.url, slug),
    SUSPENDED: suspended.as.ADMIN,
    REMOVED: await removedMember(installation, ours.organisation),
  };
}

async function removedMember(installation: Installation, { as, slug }: Organisation): Promise<Client> {
  const [seat] = await installation.invite(as.ADMIN, [
    { name: 'Former admin', email: `former@${slug}.example`, role: 'ADMIN' },
  ]);
  await as.ADMIN.act('removeMember', { memberId: seat!.memberId }, 'memberId');
  return seat!.client;
}

/** What a caller is told: `OPEN`, or the code of the refusal. */
export function expectedOf({ allow }: Row, caller: Caller): string {
  if (allow === 'PUBLIC') return 'OPEN';
  if (caller === 'SIGNED_OUT') return 'UNAUTHENTICATED';
  if (allow === 'OPERATOR') return caller === 'OPERATOR' ? 'OPEN' : 'NOT_FOUND';
  if (caller === 'OPERATOR' || caller === 'REMOVED') return 'NOT_FOUND';
  return caller !== 'SUSPENDED' && allow.includes(caller) ? 'OPEN' : 'FORBIDDEN';
}

const CLOSED = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'INTERNAL'];

/** A user error is an answer to somebody who may ask. */
export const told = (outcome: Outcome): string =>
  outcome.kind === 'refused' && CLOSED.includes(outcome.by) ? outcome.by : 'OPEN';

/** The ids of nobody. */
export const nobodysIds = (ids: Ids): Ids => {
  const kinds = Object.keys(ids).map((kind) => [kind, randomUUID()]);
  return Object.fromEntries(kinds) as unknown as Ids;
};

/** A contributor who is restricted to a unit, and what lies beyond it. */
export interface Restricted {
  readonly client: Client;
  /** Of things that exist for them. */
  readonly own: Ids;
  /** Of things that do not; what is no initiative's is as in `own`. */
  readonly hidden: Ids;
  readonly hiddenUnit: string;
  /** The word in every text of what is hidden. */
  readonly word: string;
}

export async function restrictedContributor({ installation, ours }: World): Promise<Restricted> {
  const { organisation, ids } = ours;
  const admin = organisation.as.ADMIN;
  const word = `h${randomBytes(6).toString('hex')}`;
  const hiddenUnit = await saveUnit(admin, 'Another unit', null);
  const initiative = await createInitiative(admin, word, { unitId: hiddenUnit });
  const successor = await createInitiative(admin, word, { unitId: hiddenUnit });
  const record = await recordStages(admin, initiative, word);
  const assessment = await assess(admin, { subjectKind: 'INITIATIVE', subjectId: initiative }, word);
  await assess(admin, { subjectKind: 'UNIT', subjectId: hiddenUnit }, word);
  const draft = await open(admin, { subjectKind: 'INITIATIVE', subjectId: successor }, word);
  // One of theirs went on as one that they do not see.
  const merged = await createInitiative(admin, 'merged', { unitId: ids.unit });
  await admin.act(
    'recordStage',
    {
      idempotencyKey: randomUUID(),
      initiativeId: merged,
      stage: 'ENDED',
      on: { on: daysAgo(30) },
      successorId: successor,
    },
    'record { id }',
  );
  const [seat] = await installation.invite(admin, [
    {
      name: 'Restricted',
      email: `restricted@${organisation.slug}.example`,
      role: 'CONTRIBUTOR',
      unitIds: [ids.unit],
    },
  ]);
  return {
    client: seat!.client,
    own: { ...ids, successor: merged },
    hidden: { ...ids, initiative, successor, record, assessment, draft: draft.id },
    hiddenUnit,
    word,
  };
}
