/** Something that runs until it is stopped or ends by itself. */
export interface Running {
  /** Resolves when it has ended, however that came about, with how it ended ("code 1", "signal SIGKILL"). */
  readonly ended: Promise<string>;
  /** Ends it in good order; resolves when it has ended. */
  stop(): Promise<void>;
}
