import { assertNode, becomeLauncher, build, install } from './prepare.mjs';

assertNode();
install();
build();
becomeLauncher();
