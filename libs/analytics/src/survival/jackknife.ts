import { type RiskTable } from './risk-table.js';
import { compare } from './subject.js';

/** The estimate at one row of the risk table. */
export interface EstimateRow {
  readonly survivalBefore: number;
  /** F_k from the row's time on. */
  readonly incidence: number;
}

/**
 * The variance of F_k at each exit time by the infinitesimal jackknife, Σ (w_i · ∂F_k(t)/∂w_i)², in O(n log n).
 *
 * Being at risk at t_j moves F_k(t) by −S(t_j−) d_k/n² + (F_k(t) − F_k(t_j)) d/(n(n−d)); leaving then moves it by
 * −(F_k(t) − F_k(t_j))/(n−d) more, and leaving by k by S(t_j−)/n more. Each is a + b F_k(t), so two numbers tell all
 * about a subject and six all about the sum of squares.
 *
 * Jaeckel 1972; Therneau & Grambsch 2000, ch. 7; R survival.
 */
export function jackknifeVariances<Cause extends string>(
  table: RiskTable<Cause>,
  cause: Cause,
  estimates: readonly EstimateRow[],
): number[] {
  const index = table.causes.indexOf(cause);
  const byEntry = table.members.toSorted((a, b) => compare(a.entry, b.entry) || a.weight - b.weight);
  const atEntry = new Map<number, readonly [number, number]>();
  const watched = new SquaredLines();
  const left = new SquaredLines();
  let [constant, slope, entered, exited] = [0, 0, 0, 0];
  return table.rows.map(({ time, atRisk, events, byCause }, at) => {
    const { survivalBefore, incidence } = estimates[at]!;
    for (; entered < byEntry.length && byEntry[entered]!.entry < time; entered += 1) {
      const { entry, weight } = byEntry[entered]!;
      if (!atEntry.has(entry)) atEntry.set(entry, [constant, slope]);
      watched.add(weight ** 2, ...atEntry.get(entry)!);
    }
    const rest = atRisk - events;
    const pull = rest > 0 ? events / (atRisk * rest) : 0;
    constant -= (survivalBefore * byCause[index]!) / atRisk ** 2 + incidence * pull;
    slope += pull;
    for (; exited < table.members.length && table.exits[exited] === time; exited += 1) {
      const member = table.members[exited]!;
      const [constantBefore, slopeBefore] = atEntry.get(member.entry)!;
      watched.add(-(member.weight ** 2), constantBefore, slopeBefore);
      const push = member.cause !== null && rest > 0 ? 1 / rest : 0;
      const jump = member.cause === cause ? survivalBefore / atRisk : 0;
      left.add(
        member.weight ** 2,
        constantBefore - constant - jump - incidence * push,
        slopeBefore - slope + push,
      );
    }
    return watched.sum(constant + slope * incidence, incidence) + left.sum(0, incidence);
  });
}

/** Σ w (y − (a + b x))² over lines a + b x, for any y and x, without going through the lines again. */
class SquaredLines {
  private w = 0;
  private a = 0;
  private b = 0;
  private aa = 0;
  private ab = 0;
  private bb = 0;

  add(weight: number, a: number, b: number): void {
    this.w += weight;
    this.a += weight * a;
    this.b += weight * b;
    this.aa += weight * a * a;
    this.ab += weight * a * b;
    this.bb += weight * b * b;
  }

  sum(y: number, x: number): number {
    const squares = this.aa + 2 * x * this.ab + x * x * this.bb;
    return Math.max(0, this.w * y * y - 2 * y * (this.a + x * this.b) + squares);
  }
}

/**
 * The same for a linear functional Σ_j of F_k at one horizon, such as an area: `gained[j]` stands for S(t_j−) and
 * `later[j]` for F_k(t) − F_k(t_j). Rows beyond the arrays are beyond the horizon.
 */
export function jackknifeVarianceOf<Cause extends string>(
  table: RiskTable<Cause>,
  cause: Cause,
  gained: readonly number[],
  later: readonly number[],
): number {
  const index = table.causes.indexOf(cause);
  const rows = table.rows.slice(0, gained.length);
  let sum = 0;
  /** What a subject at risk from the origin on has moved the functional up to and including each row. */
  const moved = rows.map(({ atRisk, events, byCause }, at) => {
    const pull = events < atRisk ? (later[at]! * events) / (atRisk * (atRisk - events)) : 0;
    return (sum += pull - (gained[at]! * byCause[index]!) / atRisk ** 2);
  });
  const rowsBefore = (time: number) => rowsUntil(rows, time, false);
  return table.members.reduce((total, { entry, exit, cause: own, weight }) => {
    const first = rowsUntil(rows, entry, true);
    const end = rowsBefore(exit);
    const last = rows[end]?.time === exit ? end + 1 : end;
    let influence = (moved[last - 1] ?? 0) - (moved[first - 1] ?? 0);
    const leaving = rows[end];
    if (leaving?.time === exit && own !== null) {
      if (own === cause) influence += gained[end]! / leaving.atRisk;
      if (leaving.events < leaving.atRisk) influence -= later[end]! / (leaving.atRisk - leaving.events);
    }
    return last > first ? total + (weight * influence) ** 2 : total;
  }, 0);
}

/** How many rows lie before `time`, or up to and including it. */
function rowsUntil(rows: readonly { readonly time: number }[], time: number, inclusive: boolean): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const isBefore = inclusive ? rows[middle]!.time <= time : rows[middle]!.time < time;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}
