import * as z from 'zod/mini';

/**
 * Building blocks of `validateSearch`: the state of a view in its address. Anything unreadable counts as absent,
 * because an old or mistyped link should open the page and not an error.
 */

/** Free text, e.g. `?search=claims`. */
export const searchText = z.catch(z.optional(z.string().check(z.maxLength(200))), undefined);

/** Where a page of a list begins, as the api gave it. */
export const searchCursor = z.catch(z.optional(z.string().check(z.maxLength(2_000))), undefined);

/** A calendar day, e.g. `?quarterOf=2026-09-30`. */
export const searchDay = z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))), undefined);

/** A whole number from `least` on, e.g. `?quarters=8`. */
export const searchCount = (least = 1) => z.catch(z.optional(z.int().check(z.gte(least))), undefined);

/** A switch, e.g. `?all=true`. */
export const searchFlag = z.catch(z.optional(z.boolean()), undefined);

/** One of a closed list, e.g. `?order=NAME`. */
export const searchOneOf = <const Values extends readonly string[]>(values: Values) =>
  z.catch(z.optional(z.enum(values)), undefined);

/** Several of a closed list, e.g. `?stages=["PILOT","PRODUCTION"]`. */
export const searchSomeOf = <const Values extends readonly string[]>(values: Values) =>
  z.catch(z.optional(z.array(z.enum(values))), undefined);

/** Several texts or ids. */
export const searchTexts = z.catch(z.optional(z.array(z.string().check(z.maxLength(200)))), undefined);

/** The search of one route, from blocks of this file. */
export const searchSchema = z.object;
