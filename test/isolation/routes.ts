import { createApi } from '@pilotage/api';
import { createLogger, type Config } from '@pilotage/platform';

/** Every HTTP route of the api, as `POST /imports`. */
export async function routesOf(config: Config): Promise<string[]> {
  const routes: string[] = [];
  const app = await createApi(config, createLogger('silent', 'routes'));
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }: { method: string | string[]; url: string }) => {
      for (const one of [method].flat())
        if (one !== 'HEAD' && one !== 'OPTIONS') routes.push(`${one} ${url}`);
    });
  await app.init();
  await app.close();
  return [...new Set(routes)].sort();
}

/** What each route is of, and so who may. A route without a line fails the spec. */
export const ROUTES: Record<string, 'GRAPHQL' | 'OFFICE' | 'PUBLIC' | 'SIGN_IN' | 'HEALTH'> = {
  'GET /graphql': 'GRAPHQL',
  'POST /graphql': 'GRAPHQL',
  'POST /imports': 'OFFICE',
  'GET /imports/:id/findings.csv': 'OFFICE',
  'GET /imports/template.csv': 'PUBLIC',
  'GET /imports/template.xlsx': 'PUBLIC',
  'POST /auth/sign-in/email': 'SIGN_IN',
  'POST /auth/sign-out': 'SIGN_IN',
  'POST /auth/request-password-reset': 'SIGN_IN',
  'POST /auth/reset-password': 'SIGN_IN',
  'POST /auth/change-password': 'SIGN_IN',
  'GET /health/live': 'HEALTH',
  'GET /health/ready': 'HEALTH',
};
