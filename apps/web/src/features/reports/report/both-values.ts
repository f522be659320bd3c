import { formatNumber } from '@pilotage/web-ui';

interface Values {
  readonly published: string;
  readonly now: string;
}

/** Two figures as pages print them, with as many decimals as it takes to tell them apart. Words stay as they are. */
export function bothValues({ published, now }: Values): Values {
  const [before, after] = [numberOf(published), numberOf(now)];
  const decimals = [0, 1, 2, 3].find(
    (count) =>
      before === null || after === null || formatNumber(before, count) !== formatNumber(after, count),
  );
  const isWhole = [before, after].every((value) => value === null || Number.isInteger(value));
  const shown = Math.max(decimals ?? MOST_DECIMALS, isWhole ? 0 : 1);
  return {
    published: before === null ? published : formatNumber(before, shown),
    now: after === null ? now : formatNumber(after, shown),
  };
}

const MOST_DECIMALS = 6;

const numberOf = (text: string): number | null => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null);
