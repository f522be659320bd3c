import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApi, type TestOrganisation } from '@pilotage/testing';
import { TenancyApiModule } from './api.js';

let api: TestApi;
let ours: TestOrganisation;
let theirs: TestOrganisation;

beforeAll(async () => {
  api = await TestApi.open(TenancyApiModule);
  ours = await api.createOrganisation();
  theirs = await api.createOrganisation();
});
afterAll(() => api.close());

describe('who may enter', () => {
  const TENANT = '{ tenant { slug permissions } }';

  it('lets members into their organisation', async () => {
    const { tenant } = await ours.as.EXECUTIVE.get(TENANT);
    expect(tenant).toEqual({ slug: ours.slug, permissions: ['portfolio.read', 'report.read'] });
  });

  it('asks who is not signed in to do so', async () => {
    expect(await api.anonymous.in(ours.slug).codeOf(TENANT)).toBe('UNAUTHENTICATED');
    expect((await api.anonymous.get('{ viewer { email } }'))['viewer']).toBeNull();
  });

  it('shows neither another organisation nor one that never was', async () => {
    const other = await ours.as.ADMIN.in(theirs.slug).ask(TENANT);
    const none = await ours.as.ADMIN.in('never-was').ask(TENANT);
    expect(other.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(none.errors).toEqual(other.errors);
    expect(await ours.as.ADMIN.in(null).codeOf(TENANT)).toBe('NOT_FOUND');
  });
});
