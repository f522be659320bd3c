/** Says a measured or counted figure in the log of the tests. */
export function report(what: string, value: string | number): void {
  process.stdout.write(`  ${what}: ${value}\n`);
}

/** Does something and gives how long it took, in milliseconds. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
}
