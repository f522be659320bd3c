import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { UnitOfWork } from '@pilotage/platform';
import { orUserError } from '@pilotage/platform/graphql';
import { Person } from '../person/person.graphql.js';
import { PersonLoader } from '../person/person.loader.js';
import { RequestContext } from '../request/request-context.js';
import { Ctx, Requires } from '../request/requires.js';
import {
  ChangeSettingInput,
  ChangeSettingResult,
  ChangeSettingSuccess,
  SettingChange,
  Settings,
  toSettingChange,
} from './setting.graphql.js';
import { SettingsLoader } from './settings.loader.js';
import { SettingsService } from './settings.service.js';

@Resolver(() => Settings)
export class SettingsResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly service: SettingsService,
    private readonly loader: SettingsLoader,
  ) {}

  @ResolveField(() => [SettingChange], {
    description: 'Every setting ever recorded, newest first; the last 100.',
  })
  async history(@Ctx() ctx: RequestContext): Promise<SettingChange[]> {
    const records = await this.unitOfWork.read(ctx, (tx) => this.service.records(tx));
    return records.map(toSettingChange);
  }

  @Mutation(() => ChangeSettingResult, {
    description:
      'A setting from a day on. The same setting of the same day is corrected; both stay in the history.',
  })
  @Requires('settings.manage')
  changeSetting(
    @Ctx() ctx: RequestContext,
    @Args('input') input: ChangeSettingInput,
  ): Promise<typeof ChangeSettingResult> {
    return orUserError(async () => {
      await this.unitOfWork.run(ctx, (tx) => this.service.change(tx, input));
      return Object.assign(new ChangeSettingSuccess(), { settings: await this.loader.inForce(ctx) });
    });
  }
}

@Resolver(() => SettingChange)
export class SettingChangeResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => Person, { nullable: true, description: 'Null: set when the organisation was made.' })
  recordedBy(@Parent() change: SettingChange, @Ctx() ctx: RequestContext): Promise<Person | null> {
    return this.people.loadMember(ctx, change.recordedById);
  }
}
