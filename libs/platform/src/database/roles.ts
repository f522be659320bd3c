/**
 * The database roles and what each may do. None but the owner owns anything; none bypasses row-level security
 * but backup. Passwords are made by the installation and never have a default.
 */
export const DATABASE_ROLES = {
  pilotage_owner: 'owns schema app; migrations run as it, and only migrations',
  pilotage_app: 'the api and the job handlers: tenant tables through row-level security',
  pilotage_relay: 'outbox and timers of all tenants; no grant on tenant tables',
  pilotage_operator: 'tenants and their state; no grant on tenant tables',
  pilotage_eraser: 'alone may delete history, one tenant at a time',
  pilotage_backup: 'reads everything for a backup',
  pilotage_identity: 'owns schema identity (accounts and sessions)',
  pilotage_queue: 'owns schema bullmq (the queue on PostgreSQL)',
} as const;

export type DatabaseRole = keyof typeof DATABASE_ROLES;

export const databaseRoles = Object.keys(DATABASE_ROLES) as DatabaseRole[];

/** The same server and database, signed in as `role`. */
export function urlAs(adminUrl: string, role: DatabaseRole, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.toString();
}
