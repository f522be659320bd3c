import { graphql, type ResultOf } from '../../shared/graphql/graphql.js';

export const ownFrameworksQuery = graphql(`
  query OwnFrameworks {
    ownFrameworks {
      addedAt
      addedBy {
        id
        name
      }
      framework {
        id
        version
        name
        questions {
          key
        }
      }
    }
  }
`);

export type OwnFramework = ResultOf<typeof ownFrameworksQuery>['ownFrameworks'][number];

export const questionnaireSourceQuery = graphql(`
  query QuestionnaireSource($id: ID!, $version: Int!) {
    ownFramework(id: $id, version: $version) {
      source
    }
  }
`);

export const addFrameworkMutation = graphql(`
  mutation AddFramework($input: AddFrameworkInput!) {
    addFramework(input: $input) {
      __typename
      ... on AddFrameworkSuccess {
        added {
          framework {
            id
            name
            version
          }
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`);

export const questionnaireTrendQuery = graphql(`
  query QuestionnaireTrend($frameworkId: ID!) {
    questionnaireTrend(frameworkId: $frameworkId) {
      note
      framework {
        id
        name
        version
        dimensions {
          key
          name
        }
      }
      quarters {
        quarter {
          label
          from
          to
          isCurrent
          isFinished
        }
        active
        n
        rated
        value
        lower
        upper
        coverage
        byDimension {
          dimensionKey
          n
          value
        }
      }
    }
  }
`);

export type QuestionnaireTrend = ResultOf<typeof questionnaireTrendQuery>['questionnaireTrend'];
export type QuestionnairePoint = QuestionnaireTrend['quarters'][number];
