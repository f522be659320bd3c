import { i18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';

/**
 * The language of numbers, days and texts. The English text is the message id, so English needs no catalogue;
 * another language loads one with `i18n.load` before `activate`.
 */
export const locale = 'en-GB';

type Compiled = ReturnType<typeof compileMessage>;

const compiled = new Map<string, Compiled>();

/** Plurals and values are parsed at run time, each text once: there is no build step between a text and the page. */
function compileOnce(message: string): Compiled {
  const known = compiled.get(message);
  if (known) return known;
  const fresh = compileMessage(message);
  compiled.set(message, fresh);
  return fresh;
}

i18n.setMessagesCompiler(compileOnce);
i18n.loadAndActivate({ locale, messages: {} });

export { i18n };
