/** A short name for the address out of a name: "Zürich Re (UK) Ltd." gives "zurich-re-uk-ltd"; at most 40 characters. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
}
