import type { Mail } from './mailer.js';

type Recipient = Mail['to'];

export function invitationMail(to: Recipient, facts: { tenantName: string; link: string }): Mail {
  return {
    to,
    subject: `Your seat at ${facts.tenantName} in Pilotage`,
    text: lines(
      `Hello ${to.name},`,
      `you were invited to ${facts.tenantName} in Pilotage, where the organisation keeps the portfolio of its AI initiatives.`,
      `Open this link to choose a password and come in. It works once, within 14 days:\n${facts.link}`,
      'If you did not expect this, you need do nothing.',
    ),
  };
}

export function passwordResetMail(to: Recipient, link: string): Mail {
  return {
    to,
    subject: 'A new password for Pilotage',
    text: lines(
      `Hello ${to.name},`,
      `somebody, probably you, asked for a new password. Open this link to choose it. It works once, within an hour:\n${link}`,
      'If it was not you, you need do nothing: your password stays as it is.',
    ),
  };
}

const lines = (...paragraphs: string[]): string => `${paragraphs.join('\n\n')}\n`;
