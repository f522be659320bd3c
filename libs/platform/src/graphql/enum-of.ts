/** The object that GraphQL wants of a closed list of words: `{ ADMIN: 'ADMIN', ... }`. */
export const enumOf = <Word extends string>(words: readonly Word[]): { readonly [W in Word]: W } =>
  Object.fromEntries(words.map((word) => [word, word])) as { [W in Word]: W };
