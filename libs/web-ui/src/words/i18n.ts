import { i18n as lingui } from '@lingui/core';

type Values = Record<string, string | number>;

/**
 * The catalogue of the application when it has the text, English otherwise. Lingui itself throws before a
 * locale is active and does not fill values into texts its catalogue lacks; a chart in a PDF job has neither.
 * Named `i18n` with a method `t`, so that `lingui extract` finds the texts.
 */
export const i18n = {
  t(text: string, values: Values = {}): string {
    const isTranslated = lingui.locale !== '' && text in lingui.messages;
    return isTranslated ? lingui._(text, values) : fill(text, values);
  },
  get locale(): string {
    return lingui.locale || 'en';
  },
};

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
