import { registerHooks } from 'node:module';

/** Lets Node run the TypeScript as it stands, and the specs find Mocha where they ask for Jest. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals')
      return next(new URL('./jest-on-mocha.mjs', import.meta.url).href, context);
    const isOurs = specifier.startsWith('.') && context.parentURL?.endsWith('.ts');
    return next(isOurs ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});
