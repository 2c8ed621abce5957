// A mail server for the run: it takes every mail that Daybook sends and keeps each as a file.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { type Socket, createServer } from 'node:net';
import { join } from 'node:path';

export interface Catcher {
  port: number;
  stop(): void;
}

/** Listens on a free port of this machine; mails go into `mail/` of the folder. */
export function catchMail(folder: string): Promise<Catcher> {
  const kept = join(folder, 'mail');
  mkdirSync(kept);
  let many = 0;
  const server = createServer((socket) => converse(socket, (mail) => writeFileSync(join(kept, `${many++}.eml`), mail)));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') return reject(new Error('no port'));
      resolve({ port: address.port, stop: () => server.close() });
    });
  });
}

/** Speaks SMTP with whoever has connected. */
function converse(socket: Socket, keep: (mail: string) => void): void {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let [rest, data] = ['', null as string[] | null];
  // Whoever hangs up in the middle has sent nothing.
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes) => {
    const lines = (rest + bytes.toString('latin1')).split('\r\n');
    rest = lines.pop()!;
    for (const line of lines) {
      if (data === null) {
        const verb = line.slice(0, 4).toUpperCase();
        if (verb === 'DATA') data = [];
        say(verb === 'DATA' ? '354 go on' : verb === 'QUIT' ? '221 bye' : '250 ok');
        if (verb === 'QUIT') socket.end();
      } else if (line === '.') {
        keep(data.join('\r\n'));
        data = null;
        say('250 taken');
      } else {
        data.push(line.startsWith('.') ? line.slice(1) : line);
      }
    }
  });
  say('220 loopback ESMTP');
}

/** The mails to an address, the oldest first, as they were taken. */
export function mailsTo(address: string): string[] {
  const kept = join(process.env.DAYBOOK_E2E_FOLDER!, 'mail');
  const files = readdirSync(kept).sort((one, other) => parseInt(one, 10) - parseInt(other, 10));
  const mails = files.map((file) => readFileSync(join(kept, file), 'latin1'));
  return mails.filter((mail) => mail.includes(`\r\nTo: ${address}\r\n`));
}

/** What a mail in ASCII says, without its headers. */
export const said = (mail: string) => mail.split('\r\n\r\n').slice(1).join('\n\n');
