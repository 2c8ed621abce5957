// What stands between a browser and Daybook, and can be cut, slow, or serve another version of the worker: tests of
// what goes on without a network need one that is theirs.

import { type IncomingMessage, type Server, type ServerResponse, createServer, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export class Proxy {
  url = '';
  /** Every request that reached it, in order: `POST /api/diary/note`. */
  seen: string[] = [];
  /** What becomes of the text of the worker on its way. */
  worker: (text: string) => string = (text) => text;
  private state: 'up' | 'down' | 'silent' | 'one-way' = 'up';
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  constructor(private readonly to: string) {
    this.server = createServer((asked, answer) => this.pass(asked, answer));
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
      if (this.state === 'down') socket.destroy();
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((listens) => this.server.listen(0, '127.0.0.1', listens));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  up(): void {
    this.state = 'up';
  }

  /** Nothing gets through; everything fails at once. */
  down(): void {
    this.state = 'down';
    for (const socket of this.sockets) socket.destroy();
  }

  /** Nothing arrives and nothing is answered any more, as in a lift. */
  silent(): void {
    this.state = 'silent';
  }

  /** What is sent arrives and has its effect, and no answer comes back. */
  oneWay(): void {
    this.state = 'one-way';
  }

  async stop(): Promise<void> {
    this.down();
    await new Promise((closed) => this.server.close(closed));
  }

  private pass(asked: IncomingMessage, answer: ServerResponse): void {
    if (this.state === 'down' || this.state === 'silent') return;
    const lost = this.state === 'one-way';
    this.seen.push(`${asked.method} ${asked.url}`);
    const { 'accept-encoding': _, ...headers } = asked.headers;
    const on = request(new URL(asked.url!, this.to), { method: asked.method, headers }, (got) => {
      if (lost) {
        got.resume();
        return;
      }
      if (!asked.url!.startsWith('/sw.js')) {
        answer.writeHead(got.statusCode!, got.headers);
        got.pipe(answer);
        return;
      }
      const parts: Buffer[] = [];
      got.on('data', (part) => parts.push(part));
      got.on('end', () => {
        const { 'content-length': __, ...rest } = got.headers;
        answer.writeHead(got.statusCode!, rest);
        answer.end(this.worker(Buffer.concat(parts).toString()));
      });
    });
    on.on('error', () => answer.destroy());
    asked.on('error', () => on.destroy());
    asked.pipe(on);
  }
}
