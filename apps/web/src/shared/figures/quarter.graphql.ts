import { graphql, type FragmentOf } from '../graphql/graphql.js';

export const quarterFields = graphql(`
  fragment QuarterFields on Quarter {
    label
    fiscalYear
    quarter
    from
    to
    isCurrent
    isFinished
  }
`);

export type Quarter = FragmentOf<typeof quarterFields>;
