// Starts and stops a Daybook of its own for a run: fresh database, demonstration people, a free
// port. Also runs the command line against the same database, as an operator would.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { catchMail } from './mail.ts';

const here = dirname(fileURLToPath(import.meta.url));

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const binary = () => resolve(process.env.DAYBOOK_BINARY ?? join(here, '../target/release/daybook'));
const siteRoot = () => resolve(process.env.DAYBOOK_SITE_ROOT ?? join(here, '../target/site'));

export interface Daybook {
  url: string;
  folder: string;
  stop(): Promise<void>;
}

/** The flags that name the database of the folder. */
const store = (folder: string) => [
  '--database',
  `sqlite:${join(folder, 'daybook.sqlite')}`,
  '--key-file',
  join(folder, 'daybook.key'),
];

/** Serves from a new folder and answers when people can be served. */
export async function start(): Promise<Daybook> {
  for (const path of [binary(), join(siteRoot(), 'pkg')]) {
    if (!existsSync(path)) throw new Error(`${path} is missing; run ./dev build first`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'daybook-e2e-'));
  const log = join(folder, 'log');
  const mail = await catchMail(folder);
  const flags = ['--json', ...store(folder), 'serve', '--demo', '--pseudo', '--address', '127.0.0.1:0'];
  // Each test says by this header that it is another house, so that the wrong tries of one do not
  // slow the next one down.
  flags.push('--trusted-proxy', '127.0.0.1', '--site-root', siteRoot());
  flags.push('--smtp', `smtp://127.0.0.1:${mail.port}`, '--mail-from', 'no-reply@daybook.example');
  const process_ = spawn(binary(), flags, { cwd: folder, stdio: ['ignore', 'pipe', openSync(log, 'a')] });
  try {
    const url = await said(process_, log);
    await ready(url);
    return { url, folder, stop: () => stop(process_, folder).finally(mail.stop) };
  } catch (cause) {
    await stop(process_, folder).finally(mail.stop);
    throw cause;
  }
}

/** The address that the server prints once it listens. */
function said(server: ChildProcess, log: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`daybook left with ${code}:\n${readFileSync(log, 'utf8')}`)));
    createInterface({ input: server.stdout! }).on('line', (line) => {
      const address = JSON.parse(line).address as string | undefined;
      if (address) resolve(address);
    });
  });
}

async function ready(url: string): Promise<void> {
  const answer = await fetch(`${url}/ready`);
  if (!answer.ok) throw new Error(`${url}/ready answered ${answer.status}`);
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null && server.pid !== undefined) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.removeAllListeners('error');
    server.kill('SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}

/** Runs a command of the operator and reads the objects that it prints. */
export function daybook(folder: string, ...command: string[]): Record<string, any>[] {
  const out = execFileSync(binary(), ['--json', ...store(folder), ...command], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return out
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

/** Brings a bundle in and answers with the id of its record. */
export function bring(folder: string, name: string, bundle: unknown): string {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(bundle));
  const [told] = daybook(folder, 'import', file);
  if (!told?.record) throw new Error(`the bundle was refused: ${JSON.stringify(told)}`);
  return told.record as string;
}
