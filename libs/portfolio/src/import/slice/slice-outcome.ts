export type SliceOutcome =
  { readonly kind: 'more'; readonly done: number; readonly total: number } | { readonly kind: 'over' };
