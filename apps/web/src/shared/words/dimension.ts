import { DIMENSIONS, type DimensionKey } from '@pilotage/web-ui';

/** Whether charts know the dimension: a framework may have others. */
export const isDimension = (key: string): key is DimensionKey => DIMENSIONS.some((known) => known === key);
