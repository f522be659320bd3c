import { graphql, type ResultOf } from '../../../shared/graphql/graphql.js';

export const dateFormatsQuery = graphql(`
  query DateFormats($id: ID!, $column: Int!, $format: String) {
    import(id: $id) {
      id
      dateFormats(column: $column, format: $format) {
        format
        precision
        read
        unread
        firstsOfMonth
        unreadExamples
      }
    }
  }
`);

export type DateFormatFit = NonNullable<ResultOf<typeof dateFormatsQuery>['import']>['dateFormats'][number];
