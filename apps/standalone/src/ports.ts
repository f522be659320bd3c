import { createServer, type AddressInfo } from 'node:net';
import { reasonOf, StartupProblem } from './startup-problem.js';

/** A port on loopback that is free now; whoever takes it must still cope with losing a race for it. */
export function freePort(): Promise<number> {
  return listenOnce('127.0.0.1', 0);
}

/** Fails with the name of the variable to set when the port cannot be listened on. */
export async function assertPortFree(variable: string, host: string, port: number): Promise<void> {
  try {
    await listenOnce(host, port);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === 'EADDRINUSE') {
      throw new StartupProblem(
        `Port ${port} is taken by another program. Stop it, or set ${variable} to another port, ` +
          `for example: ${variable}=${port + 10} npm start`,
      );
    }
    throw new StartupProblem(
      `Cannot listen on ${host}:${port} (${reason}). Set HOST and ${variable} to what can.`,
    );
  }
}

function listenOnce(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      server.close(() => resolve(taken));
    });
  });
}
