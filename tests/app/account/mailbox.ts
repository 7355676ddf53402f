import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export type Mail = { to: string; subject: string; text: string; link: URL | null };

/**
 * A mail server that keeps what it is given: `await using mailbox = await openMailbox()`. It speaks as much SMTP as one
 * mail takes (RFC 5321).
 */
export async function openMailbox() {
  const mails: Mail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, (mail) => mails.push(mail));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    mails,
    environment: {
      UNDERPIN_SMTP_URL: `smtp://127.0.0.1:${port}/?ignoreTLS=true`,
      UNDERPIN_MAIL_FROM: 'Underpin <learn@example.org>',
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function serve(socket: Socket, keep: (mail: Mail) => void) {
  let text = '';
  let to = '';
  let inData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say('220 test');
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    for (;;) {
      const end = inData ? text.indexOf('\r\n.\r\n') : text.indexOf('\r\n');
      if (end === -1) return;
      const line = text.slice(0, end);
      text = text.slice(end + (inData ? 5 : 2));
      if (inData) {
        inData = false;
        keep(mailOf(line, to));
        say('250 kept');
      } else if (/^data/i.test(line)) {
        inData = true;
        say('354 go on');
      } else {
        to = /^rcpt to:<(.*?)>/i.exec(line)?.[1] ?? to;
        say(/^quit/i.test(line) ? '221 bye' : '250 ok');
      }
    }
  });
}

function mailOf(raw: string, to: string): Mail {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const text = decoded(rest.join('\n\n'), /quoted-printable/i.test(head));
  const [link] = /http\S+\?token=\S+/.exec(text) ?? [];
  return { to, subject: /^subject: (.*)$/im.exec(head)?.[1] ?? '', text, link: link ? new URL(link) : null };
}

function decoded(body: string, quoted: boolean): string {
  if (!quoted) return body;
  return body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
