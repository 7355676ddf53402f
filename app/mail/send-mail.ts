import { createTransport } from 'nodemailer';
import { environment } from '#lib/env';
import { oncePerProcess } from '#lib/once-per-process';

export type Letter = { to: string; subject: string; text: string };

/** Whether this server was given a mail server. Pages say what they can do by it. */
export function canSendMail(): boolean {
  return environment().mail !== undefined;
}

/** Sends a mail, or does nothing where there is no mail server. Rejects when the server does not take it. */
export async function sendMail(letter: Letter): Promise<void> {
  const { mail } = environment();
  if (!mail) return;
  await transport(mail.smtpUrl).sendMail({ from: mail.from, ...letter });
}

function transport(smtpUrl: string) {
  // Without bounds a mail server that hangs would keep a connection for ten minutes.
  const bounds = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };
  return oncePerProcess(`mail by ${smtpUrl}`, () => createTransport({ url: smtpUrl, ...bounds }));
}
