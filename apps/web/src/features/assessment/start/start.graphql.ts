import { graphql } from '../../../shared/graphql/graphql.js';

/** The round that stands in the way of another one. */
export const openRoundQuery = graphql(`
  query OpenRound($subjectKind: SubjectKind!, $subjectId: ID) {
    openDraft(subjectKind: $subjectKind, subjectId: $subjectId) {
      id
    }
  }
`);
