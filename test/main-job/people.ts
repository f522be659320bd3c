import type { Visitor } from '../support/browser.js';

export const PASSWORD = 'quiet harbour at seven';

/** The link by which the first operator gets in, as the api logs it. */
export function setUpLink(said: string): string {
  const link = /"link":"([^"]+)"/.exec(said)?.[1];
  if (!link) throw new Error(`The api logged no set-up link:\n${said}`);
  return link;
}

/** Makes an account by a link that was handed over, which also signs in. */
export async function acceptLink(
  visitor: Visitor,
  link: string,
  person: { name?: string; email?: string } = {},
): Promise<void> {
  const { page } = visitor;
  await page.goto(link);
  if (person.name) await page.getByLabel('Your name').fill(person.name);
  if (person.email) await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: /^(Join|Create the operator account)$/ }).click();
  await page.waitForURL((address) => address.pathname !== '/link');
  await visitor.settled();
}

/** Gives the link for the first admin. */
export async function createOrganisation(
  operator: Visitor,
  organisation: { name: string; slug: string; adminName: string; adminEmail: string },
): Promise<string> {
  const { page } = operator;
  await operator.open('/operator');
  await page.getByRole('button', { name: 'Create an organisation' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).first().fill(organisation.name);
  await dialog.getByLabel('Short name').fill(organisation.slug);
  const admin = dialog.getByRole('group', { name: 'First administrator' });
  await admin.getByLabel('Name').fill(organisation.adminName);
  await admin.getByLabel('E-mail address').fill(organisation.adminEmail);
  await dialog.getByRole('button', { name: 'Create' }).click();
  const link = await dialog.getByLabel('Invitation link').inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  return link;
}

export interface Invitee {
  readonly name: string;
  readonly email: string;
  readonly role: string;
}

/** Gives the links, in the order of the invitees. */
export async function invite(admin: Visitor, slug: string, invitees: readonly Invitee[]): Promise<string[]> {
  const { page } = admin;
  await admin.open(`/t/${slug}/admin/members`);
  await page.getByRole('button', { name: 'Invite people' }).click();
  const dialog = page.getByRole('dialog');
  for (const [index, { name, email, role }] of invitees.entries()) {
    if (index > 0) await dialog.getByRole('button', { name: 'Add another' }).click();
    const row = dialog.getByRole('group', { name: `Person ${index + 1}` });
    await row.getByLabel('Name').fill(name);
    await row.getByLabel('E-mail address').fill(email);
    await row.getByRole('combobox', { name: 'Role' }).click();
    await page.getByRole('option', { name: role }).click();
  }
  await dialog.getByRole('button', { name: /^Invite/ }).click();
  const links: string[] = [];
  for (const { name } of invitees) links.push(await dialog.getByLabel(name, { exact: true }).inputValue());
  await dialog.getByRole('button', { name: 'Done' }).click();
  return links;
}

/** Lets a contributor see one unit only. */
export async function limitToUnit(admin: Visitor, slug: string, name: string, unit: string): Promise<void> {
  const { page } = admin;
  await admin.open(`/t/${slug}/admin/members`);
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Change the role' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Limited to units' }).fill(unit);
  await page.getByRole('option', { name: unit }).click();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
}
