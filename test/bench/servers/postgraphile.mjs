import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

/** PostGraphile over the same schema, role and policies; the tenant is taken from a header, without a sign-in. */
const { ADMIN_URL, DATABASE_URL_APP, PORT, POOL_SIZE } = process.env;

const server = postgraphile({
  extends: [PostGraphileAmberPreset],
  // Else a list cannot be restricted by a column that only a partial index has.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({
      connectionString: DATABASE_URL_APP,
      superuserConnectionString: ADMIN_URL,
      schemas: ['app'],
      poolConfig: { max: Number(POOL_SIZE) },
    }),
  ],
  grafast: {
    context: ({ node }) => ({ pgSettings: { 'app.tenant_id': String(node?.req.headers['x-tenant']) } }),
  },
  grafserv: { graphiql: false, watch: false },
}).createServ(grafserv);

const http = createServer();
http.on('error', (error) => {
  throw error;
});
await server.addTo(http);
http.listen(Number(PORT), '127.0.0.1');
