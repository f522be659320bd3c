import { Injectable } from '@nestjs/common';
import { type Day, EARLIEST_DAY, minDay, type Stage } from '@pilotage/analytics';
import {
  BadInputError,
  ConflictError,
  newId,
  type TenantTx,
  UnitOfWork,
  withIdempotency,
  idFrom,
} from '@pilotage/platform';
import { type RequestContext, SettingsService } from '@pilotage/tenancy';
import { canEdit, InitiativeAccess, notYours } from '../access/initiative-access.js';
import { markChanged } from '../change/change-log.js';
import { parseInput } from '../common/parse-input.js';
import { beginRegister } from '../register/register-statement.js';
import { type GivenDay, stageDay, StageWriter } from '../stage/stage-writer.js';
import { lockInitiatives, refreshCurrent } from './initiative-current.js';
import {
  ASSIGNMENT_FIELDS,
  assignmentOf,
  assignmentRows,
  liveAssignments,
  liveRevisions,
  takeKeyNumbers,
  versionsOf,
} from './initiative.history.js';
import {
  type Assignments,
  changedAssignments,
  changedProfile,
  EMPTY_PROFILE,
  type InitiativeInput,
  initiativeInput,
  isSameProfile,
  NOBODY,
  placeOf,
} from './initiative.rules.js';
import type { InitiativeId } from './initiative.types.js';

export interface CreateInitiative {
  readonly idempotencyKey: string;
  readonly initiative: InitiativeInput;
  readonly stage?: Stage | null;
  readonly stageOn?: GivenDay | null;
}

export interface UpdateInitiative {
  readonly id: string;
  /** From which day on it is so; today when absent. */
  readonly effectiveOn?: Day | null;
  readonly initiative: InitiativeInput;
  /** As the caller saw it; another one is a conflict. */
  readonly expectedVersion?: string | null;
}

/** Entering initiatives and changing what they say of themselves and whose they are. */
@Injectable()
export class InitiativeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: InitiativeAccess,
    private readonly settings: SettingsService,
    private readonly stages: StageWriter,
  ) {}

  /**
   * @throws BadInputError, StageContradictionError
   * @throws ForbiddenError when the caller may enter only what is their own, and this would not be
   */
  async create(ctx: RequestContext, request: CreateInitiative): Promise<InitiativeId> {
    const input = parseInput(initiativeInput, request.initiative, 'initiative');
    if (request.stageOn && !request.stage)
      throw new BadInputError('A day without a stage says nothing. Choose the stage entered on it.', [
        'stage',
      ]);
    return this.unitOfWork.run(ctx, (tx) =>
      withIdempotency(
        tx,
        { mutation: 'createInitiative', key: request.idempotencyKey, input: request },
        async () => {
          const today = await this.settings.today(tx);
          const id = newId<'Initiative'>();
          const assigned = changedAssignments(NOBODY, input);
          await checkAssigned(tx, assigned);
          // History before the counter, as imports do: the other order could deadlock.
          const createdAt = await tx.history.instant();
          const keyNumber = await takeKeyNumbers(tx, 1);
          await tx.insert('initiative', { id, keyNumber, createdAt, createdBy: ctx.memberId });
          const profile = changedProfile(EMPTY_PROFILE, input);
          await tx.history.append('initiative_revision', [
            { initiativeId: id, effectiveOn: today, ...profile },
          ]);
          await tx.history.append(
            'initiative_assignment',
            assignmentRows(id, today, assigned) as Record<string, unknown>[],
          );
          await beginRegister(tx, today);
          await refreshCurrent(tx, [id]);
          await this.requireOwn(tx, ctx, id);
          await markChanged(tx, [{ initiativeId: id, fromOn: today }]);
          if (request.stage) {
            const on = stageDay(request.stageOn ?? { on: today });
            await this.stages.enter(tx, {
              initiativeId: id,
              stage: request.stage,
              reason: null,
              successorId: null,
              ...on,
            });
          }
          return id;
        },
      ),
    );
  }

  /**
   * @throws BadInputError, NotFoundError, ForbiddenError
   * @throws ConflictError when somebody changed it since the caller looked
   */
  async update(ctx: RequestContext, request: UpdateInitiative): Promise<InitiativeId> {
    const id = idFrom<InitiativeId>(request.id, 'initiative');
    const input = parseInput(initiativeInput, request.initiative, 'initiative');
    return this.unitOfWork.run(ctx, async (tx) => {
      await this.access.requireEditable(tx, ctx, id);
      await lockInitiatives(tx, [id]);
      await checkUnchanged(tx, id, request.expectedVersion);
      const today = await this.settings.today(tx);
      const effectiveOn = checkEffectiveOn(request.effectiveOn ?? today, today);
      const changedFrom = [
        ...(await revise(tx, id, effectiveOn, input)),
        ...(await reassign(tx, id, effectiveOn, input)),
      ];
      if (changedFrom.length === 0) return id;
      await refreshCurrent(tx, [id]);
      await this.requireOwn(tx, ctx, id);
      await markChanged(tx, [{ initiativeId: id, fromOn: minDay(today, ...changedFrom) }]);
      return id;
    });
  }

  /** Whoever may write only what is their own cannot enter, or give away to a place, what would not be. */
  private async requireOwn(tx: TenantTx, ctx: RequestContext, id: InitiativeId): Promise<void> {
    const found = (await this.access.visible(tx, ctx, [id])).get(id);
    if (!found || !canEdit(ctx, found)) throw notYours();
  }
}

async function checkUnchanged(
  tx: TenantTx,
  id: InitiativeId,
  expected: string | null | undefined,
): Promise<void> {
  if (!expected) return;
  if ((await versionsOf(tx, [id])).get(id) === expected) return;
  throw new ConflictError('Somebody changed this initiative since you opened it. Compare it, and save again.', ['expectedVersion']); // prettier-ignore
}

function checkEffectiveOn(effectiveOn: Day, today: Day): Day {
  if (effectiveOn > today)
    throw new BadInputError(`The change cannot hold from a day in the future (today is ${today}).`, [
      'effectiveOn',
    ]);
  if (effectiveOn < EARLIEST_DAY)
    throw new BadInputError(`The day must not lie before ${EARLIEST_DAY}.`, ['effectiveOn']);
  return effectiveOn;
}

/** Returns the days from which something is another thing; none when nothing is. */
async function revise(
  tx: TenantTx,
  id: InitiativeId,
  effectiveOn: Day,
  input: InitiativeInput,
): Promise<Day[]> {
  const { base, sameDay, fromOn } = placeOf(await liveRevisions(tx, [id]), effectiveOn);
  const changed = changedProfile(base!, input);
  if (isSameProfile(base!, changed)) return [];
  const row = { initiativeId: id, effectiveOn, ...changed };
  if (sameDay) await tx.history.supersede('initiative_revision', sameDay.id, row);
  else await tx.history.append('initiative_revision', [row]);
  return [fromOn];
}

/** As `revise`. */
async function reassign(
  tx: TenantTx,
  id: InitiativeId,
  effectiveOn: Day,
  input: InitiativeInput,
): Promise<Day[]> {
  const rows = await liveAssignments(tx, [id]);
  const places = ASSIGNMENT_FIELDS.map(({ kind, field }) => ({
    kind,
    field,
    ...placeOf(rows.filter((row) => row.kind === kind), effectiveOn), // prettier-ignore
  }));
  const current = Object.fromEntries(
    places.map(({ field, base }) => [field, base?.unitId ?? base?.personId ?? null]),
  ) as unknown as Assignments;
  const changed = changedAssignments(current, input);
  const differing = places.filter(({ field }) => changed[field] !== current[field]);
  if (differing.length === 0) return [];
  await checkAssigned(tx, changed);
  for (const { kind, field, sameDay } of differing) {
    const row = { initiativeId: id, effectiveOn, ...assignmentOf(kind, changed[field]) };
    if (sameDay) await tx.history.supersede('initiative_assignment', sameDay.id, row);
    else await tx.history.append('initiative_assignment', [row]);
  }
  return differing.map(({ fromOn }) => fromOn);
}

/** @throws BadInputError naming the field whose unit or person is not of this tenant */
async function checkAssigned(tx: TenantTx, { unitId, ownerId, sponsorId }: Assignments): Promise<void> {
  const [known] = await tx.query<{ unit: boolean; owner: boolean; sponsor: boolean }>(
    `select $2::uuid is null or exists (select from unit where tenant_id = $1 and id = $2) as unit,
            $3::uuid is null or exists (select from person where tenant_id = $1 and id = $3) as owner,
            $4::uuid is null or exists (select from person where tenant_id = $1 and id = $4) as sponsor`,
    [tx.ctx.tenantId, unitId, ownerId, sponsorId],
  );
  if (!known!.unit) throw unknown('unit', 'unitId');
  if (!known!.owner) throw unknown('person', 'ownerId');
  if (!known!.sponsor) throw unknown('person', 'sponsorId');
}

const unknown = (noun: string, field: string): BadInputError =>
  new BadInputError(`There is no such ${noun}. Choose one from the list.`, ['initiative', field], 'UNKNOWN');
