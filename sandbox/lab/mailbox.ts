import { z } from 'zod';

export type SentMail = {
  to: string;
  subject: string;
  text: string;
  /** Who gets it. A line break in `to` or `subject` begins another header, as it does on its way through a mail server. */
  recipients: string[];
};

export type Mailbox = { sent: () => SentMail[]; answer: (payload: string) => string };

const mailSchema = z.object({ to: z.string(), subject: z.string(), text: z.string() });

const mailsMax = 200;
const mailCharsMax = 16 * 1024;

/** Takes what a service sends, and delivers it nowhere. */
export function createMailbox(): Mailbox {
  const sent: SentMail[] = [];
  return {
    sent: () => structuredClone(sent),
    answer: (payload) => {
      const mail = mailSchema.parse(JSON.parse(payload));
      if (mail.to.length + mail.subject.length + mail.text.length > mailCharsMax) {
        return refused(`The mail has more than ${mailCharsMax / 1024} KB, the limit here.`);
      }
      if (sent.length >= mailsMax) return refused(`More than ${mailsMax} mails in one test, the limit here.`);
      sent.push({ ...mail, recipients: recipientsOf(mail) });
      return JSON.stringify({ value: null });
    },
  };
}

const refused = (message: string): string => JSON.stringify({ error: { name: 'MailError', message, code: 'REFUSED' } });

function recipientsOf({ to, subject }: Pick<SentMail, 'to' | 'subject'>): string[] {
  const headers = `To: ${to}\nSubject: ${subject}`.split(/\r\n|\r|\n/);
  const lists = headers.flatMap((line) => /^(?:to|cc|bcc):(.*)$/i.exec(line)?.[1] ?? []);
  return lists.flatMap((list) => list.split(',')).flatMap((one) => one.trim() || []);
}
