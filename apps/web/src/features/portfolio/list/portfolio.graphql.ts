import { graphql, type ResultOf, type VariablesOf } from '../../../shared/graphql/graphql.js';

export const portfolioQuery = graphql(`
  query Portfolio($filter: InitiativeFilter!, $order: InitiativeOrder!, $after: String) {
    initiatives(filter: $filter, order: $order, first: 50, after: $after) {
      nodes {
        id
        key
        name
        lastObservedOn
        unit {
          id
          name
          path
        }
        owner {
          id
          name
        }
        stage {
          stage
          knownBy
          outcome
          days
          since {
            on
            precision
          }
        }
        currentAssessment {
          id
          asOfOn
          score {
            value
            display
            answered
            applicable
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export type PortfolioPageData = ResultOf<typeof portfolioQuery>['initiatives'];
export type ListedInitiative = PortfolioPageData['nodes'][number];
export type PortfolioVariables = VariablesOf<typeof portfolioQuery>;

export const tagsQuery = graphql(`
  query Tags {
    tags
  }
`);
