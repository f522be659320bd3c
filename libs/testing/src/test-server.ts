/** The environment variable through which the run's PostgreSQL is found by its spec files. */
export const TEST_SERVER = 'PILOTAGE_TEST_SERVER';
export const TEST_PASSWORD = 'test';
export const TEMPLATE_DATABASE = 'pilotage_template';
