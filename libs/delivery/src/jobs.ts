import { Module } from '@nestjs/common';
import type { AnyJobContract } from '@pilotage/platform';

/** Every job of this library. */
export const deliveryJobs: readonly AnyJobContract[] = [];

@Module({})
export class DeliveryJobsModule {}
