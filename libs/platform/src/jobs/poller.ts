/** Does a round again and again, a pause after each, until it is stopped. A round that failed does not end it. */
export class Poller {
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private current: Promise<void> = Promise.resolve();

  constructor(
    private readonly round: () => Promise<void>,
    private readonly pauseMs: number,
    private readonly onFailed: (error: Error) => void,
  ) {}

  get isStopped(): boolean {
    return this.stopped;
  }

  start(): void {
    this.current = this.round()
      .catch(this.onFailed)
      .then(() => {
        if (!this.stopped) this.timer = setTimeout(() => this.start(), this.pauseMs);
      });
  }

  /** Resolves when the running round, if any, is over. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.current;
  }
}
