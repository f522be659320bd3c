import { graphql, type ResultOf } from '../../../shared/graphql/graphql.js';
import { unitFields } from '../../../shared/pickers/units.graphql.js';

export const namedUnitsQuery = graphql(
  `
    query NamedUnits {
      units {
        ...UnitFields
      }
      unitAliases {
        alias
        unit {
          id
          name
        }
      }
    }
  `,
  [unitFields],
);

export type UnitAlias = ResultOf<typeof namedUnitsQuery>['unitAliases'][number];

export const saveUnitMutation = graphql(`
  mutation SaveUnit($input: SaveUnitInput!) {
    saveUnit(input: $input) {
      __typename
      ... on SaveUnitSuccess {
        unit {
          id
          name
          path
          isClosed
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`);

export const removeUnitAliasMutation = graphql(`
  mutation RemoveUnitAlias($input: RemoveUnitAliasInput!) {
    removeUnitAlias(input: $input) {
      __typename
      ... on RemoveUnitAliasSuccess {
        unitAliases {
          alias
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`);
