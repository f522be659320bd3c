import type { Config } from '@pilotage/platform';
import { createTransport, type Transporter } from 'nodemailer';

export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

const TIMEOUT_MS = 15_000;

/** Sends by the mail server of `SMTP_URL`. Made only where there is one. */
export class Mailer {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    this.transport = createTransport({
      url,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      // A mail is made of what we write: nothing in it may fetch a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** @throws Error when the server does not take it; the job that sends is tried again */
  async send({ to, subject, text }: Mail): Promise<void> {
    await this.transport.sendMail({ from: this.from, to, subject, text });
  }

  close(): void {
    this.transport.close();
  }
}

/** Null where no mail is set up: links are shown then, not sent. */
export const mailerOf = ({ SMTP_URL, MAIL_FROM }: Config): Mailer | null =>
  SMTP_URL ? new Mailer(SMTP_URL, MAIL_FROM) : null;
