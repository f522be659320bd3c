import { Injectable, type Type } from '@nestjs/common';
import type { TenantContext } from '../context/tenant-context.js';
import type { ReceiptId } from '../id/id.js';
import type { EventContract, JobContract } from './contract.js';

/** What a handler knows about the run it is in. */
export interface JobRun {
  readonly ctx: TenantContext;
  readonly receiptId: ReceiptId;
  /** 1 at the first try. */
  readonly attempt: number;
  /** Shows progress on the receipt and renews the lease. */
  progress(doneSteps: number, totalSteps: number): Promise<void>;
  /** Aborted when the process stops; finish the slice, or throw. */
  readonly signal: AbortSignal;
}

/** Returned by a handler of long work: this slice is done, run me again with this payload. */
export class Again<P> {
  constructor(readonly payload: P) {}
}

export interface JobHandlerClass<P> {
  /**
   * May run twice, be killed anywhere and be overtaken; the outcome must be the same. Throwing retries by the contract's
   * policy; a DomainError fails for good, since repeating would not help.
   */
  handle(payload: P, run: JobRun): Promise<void | Again<P>>;
  /**
   * The work is given up: every attempt failed, or killed its worker. Says so where people wait for it, unless somebody
   * finished it meanwhile. May run twice.
   */
  gaveUp?(payload: P, run: JobRun, error: Error): Promise<void>;
}

const CONTRACT = Symbol('job contract');

/** Marks a class as the handler of one job, or as one of an event's handlers. */
export function Handles<P>(contract: JobContract<P> | EventContract<P>) {
  return (target: Type<JobHandlerClass<P>>): void => {
    Injectable()(target);
    Reflect.defineMetadata(CONTRACT, contract, target);
  };
}

export type AnyContract = JobContract<unknown> | EventContract<unknown>;

export const contractOf = (target: object): AnyContract | undefined =>
  Reflect.getMetadata(CONTRACT, target) as AnyContract | undefined;
