import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { barriersOf, DESKTOP, PHONE, TestBrowser, type Visitor } from '../support/browser.js';
import { Client } from '../support/client.js';
import { Launched } from '../support/launched.js';
import { idsOf } from './sample.js';

const SLUG = 'northwind';
const LOOKS = [DESKTOP, PHONE].flatMap((size) =>
  (['light', 'dark'] as const).map((scheme) => ({ name: `${size.width}-${scheme}`, size, scheme })),
);

/** Every page and who reads it; an id stands for one of the sample. */
const PAGES = {
  'executive@northwind.example': ['quarter', 'trend', 'time-to-production', 'reports', 'method'],
  'office@northwind.example': [
    '',
    'portfolio',
    'portfolio?stages=PILOT',
    'initiatives/$initiative',
    'initiatives/$initiative?tab=timeline',
    'initiatives/$initiative?tab=assessments',
    'organisation',
    'drafts/$draft',
    'assessments/$assessment',
    'imports',
    'imports/$import',
    'imports/$checked?step=stages',
    'imports/$checked?step=facts',
    'imports/$checked?step=matching',
    'imports/$checked',
    'imports/$done',
    'imports/$undone',
    'questionnaires',
    'questionnaires/$framework',
    'initiatives/$asked?tab=assessments',
    'reports/$report',
    'initiatives/00000000-0000-7000-8000-000000000000',
  ],
  'owner@northwind.example': [''],
  'auditor@northwind.example': [''],
  'admin@northwind.example': [
    '',
    'admin/set-up',
    'admin/members',
    'admin/people',
    'admin/units',
    'admin/settings',
  ],
  'operator@pilotage.example': ['/operator', '/tenants'],
  nobody: ['/sign-in', '/forgot-password', '/reset-password', '/link'],
} as const;

let launched: Launched;
let browser: TestBrowser;
let ids: Record<string, string>;

beforeAll(async () => {
  launched = await Launched.start();
  browser = await TestBrowser.open();
  const email = 'office@northwind.example';
  ids = await idsOf((await new Client(launched.url).signIn(email, launched.passwordOf(email))).in(SLUG));
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await launched?.stop();
});

const addressOf = (page: string): string => {
  const path = page.replace(/\$(\w+)/, (_, kind: string) => ids[kind]!);
  return path.startsWith('/') ? path : `/t/${SLUG}/${path}`;
};

/** What is wrong with the page as it stands. */
async function faultsOf({ page }: Visitor): Promise<string[]> {
  const overhang = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
  return [
    ...(await barriersOf(page)),
    ...(overhang > 0 ? [`The page is ${overhang} px wider than the window.`] : []),
  ];
}

describe.each(Object.entries(PAGES))('for %s', (email, pages) => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await browser.newVisitor(launched.url);
    if (email !== 'nobody') await visitor.signIn(email, launched.passwordOf(email));
  });
  afterAll(() => visitor.close());

  it.each(pages)('the page "%s" is for everybody, at both widths, in light and dark', async (page) => {
    const faults: Record<string, string[]> = {};
    for (const look of LOOKS) {
      await visitor.page.setViewportSize(look.size);
      await visitor.page.emulateMedia({ colorScheme: look.scheme, reducedMotion: 'reduce' });
      await visitor.open(addressOf(page));
      const found = await faultsOf(visitor);
      await browser.keepPicture(visitor, `pages/${email}${page.replace(/[^a-z-]+/gi, '-')}-${look.name}`);
      if (found.length > 0) faults[look.name] = found;
    }
    expect(faults).toEqual({});
    expect(visitor.complaints).toEqual([]);
  });
});
