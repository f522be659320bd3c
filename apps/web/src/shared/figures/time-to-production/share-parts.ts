/** "about half (18 to 76 %, 12 pilots, indicative)" as a figure and what it stands on. */
export function shareParts(
  share: number | null,
  wording: string,
): { readonly value: string | null; readonly basis: string } {
  const parts = /^(?<value>.+) \((?<basis>.+)\)$/.exec(wording)?.groups;
  // Without an interval, or without a share at all, the wording is a sentence and no figure.
  if (share === null || !parts) return { value: null, basis: wording };
  return { value: parts['value'] ?? wording, basis: parts['basis'] ?? '' };
}
