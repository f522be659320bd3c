import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@pilotage/platform';
import { type RequestContext, SettingsService, UnitService } from '@pilotage/tenancy';
import { type PortfolioFilter, readScopes } from '../period/scope.js';
import { assembleRegisterCoverage } from './assemble-register-coverage.js';
import { readClaims, readUnitCoverage } from './register-coverage.queries.js';
import { type RegisterCoverage } from './register-coverage.js';

/** What the register says of itself, and how much of it has a date. */
@Injectable()
export class RegisterReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: SettingsService,
    private readonly units: UnitService,
  ) {}

  /** As it is now, in the part of the portfolio that is asked for and that the member may see. */
  coverage(ctx: RequestContext, filter: PortfolioFilter): Promise<RegisterCoverage> {
    return this.unitOfWork.read(ctx, async (tx) => {
      const today = await this.settings.today(tx);
      const source = { units: this.units, filter, knownAt: null, own: ctx.member.unitIds };
      const [scope] = await readScopes(tx, source, [today]);
      const [claims, counted, tree] = await Promise.all([
        readClaims(tx),
        readUnitCoverage(tx, scope!),
        this.units.tree(tx, { on: today }),
      ]);
      return assembleRegisterCoverage(claims, counted, tree);
    });
  }
}
