import { graphql, type ResultOf } from '../graphql/graphql.js';

/** What every page of an organisation needs; asked once when the organisation is entered. */
export const tenantSessionQuery = graphql(`
  query TenantSession {
    viewer {
      userId
      email
      name
      isOperator
      tenants {
        id
        slug
        name
        isSample
        role
        isSuspended
      }
      member {
        id
        role
        person {
          id
          name
        }
        units {
          id
          name
        }
      }
    }
    tenant {
      id
      slug
      name
      isSample
      today
      permissions
      settings {
        fiscalYearStartMonth
        timeZone
        currency
        cadenceQuarters
        pilotLimitDays
      }
      setupSteps {
        key
        isDone
      }
    }
  }
`);

type TenantSession = ResultOf<typeof tenantSessionQuery>;
export type Viewer = NonNullable<TenantSession['viewer']>;
export type Tenant = TenantSession['tenant'];
export type TenantSummary = Viewer['tenants'][number];
