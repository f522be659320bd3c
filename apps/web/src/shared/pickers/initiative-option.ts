interface Named {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** An initiative as a choice of `InitiativeSelect`, which finds it again by the key at the beginning. */
export const initiativeOption = ({ id, key, name }: Named): { value: string; label: string } => ({
  value: id,
  label: `${key} · ${name}`,
});
