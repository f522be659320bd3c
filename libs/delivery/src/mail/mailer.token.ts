/** Injection token of the `Mailer`, or null where no mail is set up. */
export const MAILER = Symbol('MAILER');
