import { v7 } from 'uuid';

/** A UUID that carries its noun, so that swapping two ids does not compile. */
export type Id<Noun extends string> = string & { readonly __noun: Noun };

export type TenantId = Id<'Tenant'>;
export type MemberId = Id<'Member'>;
export type ReceiptId = Id<'Receipt'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A new UUIDv7: ids sort by the time they were made, which keeps indexes dense. */
export const newId = <Noun extends string>(): Id<Noun> => v7() as Id<Noun>;

export const isUuid = (text: string): boolean => UUID.test(text);
