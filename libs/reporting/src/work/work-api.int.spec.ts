import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@pilotage/platform';
import { TenancyApiModule } from '@pilotage/tenancy/api';
import { TestApi } from '@pilotage/testing';
import { ReportingApiModule } from '../reporting-api.module.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.open(TenancyApiModule, ReportingApiModule);
});
afterAll(() => api.close());

const DRAFTS = '{ myWork { drafts { unit { name } } } }';
const START = `mutation ($id: ID!) {
  startAssessment(input: { subjectKind: UNIT, subjectId: $id, asOfOn: "2024-06-30" }) { __typename } }`;
const UNIT = `mutation ($key: String!, $name: String!) {
  saveUnit(input: { idempotencyKey: $key, name: $name }) { ... on SaveUnitSuccess { unit { id } } } }`;
const RESTRICT = `mutation ($input: ChangeMemberInput!) { changeMember(input: $input) { __typename } }`;

describe('the open rounds of a member', () => {
  it('are shown while the member may work on them, and not after the unit was taken from them', async () => {
    const { as, members } = await api.createOrganisation();
    const unit = async (name: string) => (await as.ADMIN.get(UNIT, { key: newId(), name })).saveUnit.unit.id;
    const restrictTo = (...unitIds: string[]) =>
      as.ADMIN.get(RESTRICT, {
        input: { memberId: members.CONTRIBUTOR.memberId, role: 'CONTRIBUTOR', unitIds },
      });
    const [claims, motor] = [await unit('Claims'), await unit('Motor')];
    await restrictTo(claims);
    await as.CONTRIBUTOR.get(START, { id: claims });
    expect((await as.CONTRIBUTOR.get(DRAFTS)).myWork.drafts).toEqual([{ unit: { name: 'Claims' } }]);
    await restrictTo(motor);
    expect((await as.CONTRIBUTOR.get(DRAFTS)).myWork.drafts).toEqual([]);
    expect((await as.ADMIN.get(DRAFTS)).myWork.drafts).toEqual([]);
  });
});
