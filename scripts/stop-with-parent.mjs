/**
 * Loaded into launcher, api and worker before their own code: when the process that started them is gone, even by a
 * `kill -9`, they stop as if asked to, and free their ports for the next start.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The open channel alone shall not keep a finished process alive.
process.channel?.unref();
