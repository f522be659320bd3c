import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  type Config,
  CoreModule,
  createLogger,
  DatabaseModule,
  databaseRoles,
  NestLogger,
  parseConfig,
} from '@pilotage/platform';
import { resetUrl, SignIn, TenancyModule } from '@pilotage/tenancy';
import { chooseDataFolder } from './data-folder.js';
import { findDatabaseUser } from './database-user.js';
import { roleUrls } from './database.js';
import { programEnvironment } from './environment.js';
import { findEmbedded } from './postgres/embedded.js';
import { loadEnvFile, project } from './project.js';
import { loadSecrets } from './secrets.js';
import { readSettings } from './settings.js';
import { StartupProblem } from './startup-problem.js';

/** `npm run reset-link -- ada@example.com`: for who runs the installation, beside its running database. */
async function printLink(email: string | undefined): Promise<void> {
  if (!email) throw new StartupProblem('Say whose: npm run reset-link -- ada@example.com');
  loadEnvFile();
  const config = await configOfInstallation();
  const link = await resetLink(config, email);
  if (!link) throw new StartupProblem(`There is no account with the address ${email}.`);
  console.log(`For ${email}, good for an hour and one use. Hand it to nobody else:\n${link}`);
}

/** As the api of this installation is configured. */
async function configOfInstallation(): Promise<Config> {
  const settings = readSettings(process.env, []);
  const user = settings.databaseUrl ? null : await findDatabaseUser();
  const dataFolder = await chooseDataFolder(project, settings.dataFolder, user);
  const notRunning = new StartupProblem(`Pilotage does not run on ${dataFolder}. Start it, then ask again.`);
  if (!existsSync(join(dataFolder, 'secrets.json'))) throw notRunning;
  const secrets = await loadSecrets(dataFolder, ['postgres', 'auth', ...databaseRoles]);
  const adminUrl = settings.databaseUrl ?? (await findEmbedded(dataFolder, secrets.postgres));
  if (!adminUrl) throw notRunning;
  const urls = roleUrls(adminUrl, secrets);
  return parseConfig(programEnvironment(process.env, settings, urls, secrets.auth, undefined));
}

async function resetLink(config: Config, email: string): Promise<string | null> {
  const logger = createLogger('warn', 'reset-link');
  @Module({ imports: [CoreModule.forRoot(config, logger), DatabaseModule.forRoot(), TenancyModule] })
  class ResetLinkModule {}
  const app = await NestFactory.createApplicationContext(ResetLinkModule, { logger: new NestLogger(logger) });
  try {
    const signIn = app.get(SignIn);
    const user = await signIn.findUser(email.toLowerCase());
    return user && resetUrl(config.PUBLIC_URL, await signIn.createPasswordResetToken(user.userId));
  } finally {
    await app.close();
  }
}

try {
  await printLink(process.argv[2]);
} catch (error) {
  console.error(error instanceof StartupProblem ? error.message : error);
  process.exitCode = 1;
}
