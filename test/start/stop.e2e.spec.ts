import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { System } from '../support/system.js';

const QUERY = JSON.stringify({ query: '{ __typename }' });

describe('an api that is asked to stop', () => {
  it('takes no more requests, and answers the one that is on its way', async () => {
    const system = await System.start();
    const half = Math.floor(QUERY.length / 2);
    const asking = request(`${system.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': QUERY.length, expect: '100-continue' },
    });
    const answered = once(asking, 'response');
    asking.write(QUERY.slice(0, half));
    // Only once the api has begun with it.
    await once(asking, 'continue');

    const stopped = system.stop();
    while (await isTaking(system.url)) await sleep(50);
    asking.end(QUERY.slice(half));
    const [answer] = await answered;
    expect(answer.statusCode).toBe(200);
    const said = await answer.setEncoding('utf8').toArray();
    expect(JSON.parse(said.join(''))).toEqual({ data: { __typename: 'Query' } });
    await stopped;
  });
});

const isTaking = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
