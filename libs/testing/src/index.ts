export { TestApi, TestCaller, type TestAnswer, type TestOrganisation } from './test-api.js';
export { TestDatabase, contextOf, testConfig } from './test-database.js';
export { TEMPLATE_DATABASE, TEST_PASSWORD, TEST_SERVER } from './test-server.js';
