import { fileURLToPath } from 'node:url';

/** The folder of the whole project, from apps/standalone/{src,dist} alike. */
export const project = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');
