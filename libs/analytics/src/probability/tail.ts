/** What an interval of this confidence leaves out on each side; throws RangeError unless 0 < confidence < 1. */
export function tailOf(confidence: number): number {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`A confidence lies between 0 and 1, not ${confidence}.`);
  return (1 - confidence) / 2;
}
