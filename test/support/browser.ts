import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { chromium, type Browser as Chromium, type BrowserContext, type Page } from 'playwright-core';

/** The built web app. */
export const WEB_DIST = fileURLToPath(new URL('../../apps/web/dist', import.meta.url));

const SCREENSHOTS = fileURLToPath(new URL('../../.cache/test', import.meta.url));

/** Debian's Chromium; the test runner names it, see scripts/test-programs.mjs. */
const PROGRAM = process.env['PILOTAGE_CHROMIUM'] ?? '/usr/bin/chromium';

const ARGUMENTS = [
  // Nothing shall leave this machine, nor shall anything but the page take its time.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  // Root may not use the sandbox, and containers give too little shared memory.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-dev-shm-usage',
];

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** One browser for a spec file; everybody in it has a profile of their own. */
export class TestBrowser {
  private readonly visitors: Visitor[] = [];

  private constructor(private readonly chromium: Chromium) {}

  static async open(): Promise<TestBrowser> {
    return new TestBrowser(await chromium.launch({ executablePath: PROGRAM, args: ARGUMENTS }));
  }

  /** Somebody at a computer of their own, who has not signed in. */
  async newVisitor(url: string): Promise<Visitor> {
    const context = await this.chromium.newContext({
      baseURL: url,
      viewport: DESKTOP,
      colorScheme: 'light',
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'UTC',
    });
    context.setDefaultTimeout(20_000);
    const visitor = new Visitor(context, await context.newPage());
    this.visitors.push(visitor);
    return visitor;
  }

  /** Keeps what everybody sees, as pictures in `.cache/test`. */
  async keepScreenshots(name: string): Promise<void> {
    for (const [index, { page }] of this.visitors.entries()) {
      const path = `${SCREENSHOTS}/${name}-${index}.png`;
      await page.screenshot({ path }).then(
        () => process.stdout.write(`  ${page.url()} is kept as ${path}\n`),
        () => undefined,
      );
    }
  }

  /** Keeps the whole page as somebody sees it, to be looked at. */
  async keepPicture({ page }: Visitor, name: string): Promise<void> {
    await page.screenshot({ path: `${SCREENSHOTS}/${name}.png`, fullPage: true });
  }

  close(): Promise<void> {
    return this.chromium.close();
  }
}

/** Somebody with a browser open. */
export class Visitor {
  /** What the browser's console complained of. */
  readonly complaints: string[] = [];

  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()))
        this.complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.stack ?? error.message}`));
  }

  /** Opens an address and waits until the page stands. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.settled();
  }

  /** The page has a heading or says why it has none, and nothing of it is being loaded any more. */
  async settled(): Promise<void> {
    await this.page.locator('h1, .pl-state').first().waitFor();
    await this.page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.open('/sign-in');
    await this.page.getByLabel('E-mail address').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
    await this.settled();
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** What of the page people with a disability could not use, by axe-core; empty when nothing grave was found. */
export async function barriersOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`);
}
