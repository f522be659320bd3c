import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';

/**
 * Proves that the linter still sees what must not be: without a cached project graph, for one, the rule on import
 * directions skips every file in silence. The files in this folder are wrong on purpose and left out of the ordinary lint.
 */
const expected = [
  'cycle-one.ts import-x/no-cycle',
  'cycle-two.ts import-x/no-cycle',
  'imports-upwards.ts @nx/enforce-module-boundaries',
  'imports-upwards.ts @nx/enforce-module-boundaries',
];

const { stdout, stderr } = spawnSync('eslint', ['--format', 'json', import.meta.dirname], {
  encoding: 'utf8',
});
const found = JSON.parse(stdout?.slice(stdout.indexOf('[')) || '[]')
  .flatMap(({ filePath, messages }) => messages.map(({ ruleId }) => `${basename(filePath)} ${ruleId}`))
  .sort();

if (JSON.stringify(found) === JSON.stringify(expected)) console.log('The lint canary is seen.');
else {
  console.error('The linter misses what test/lint-canary does wrong.');
  console.error(`Expected:\n  ${expected.join('\n  ')}\nFound:\n  ${found.join('\n  ')}\n${stderr}`);
  process.exitCode = 1;
}
