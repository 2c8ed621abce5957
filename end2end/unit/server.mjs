// A server of paper, and the people who use the device.

import { createHmac } from 'node:crypto';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const RECORD = '0190f000-0000-7000-8000-000000000001';
export const START = Date.parse('2026-11-22T08:00:00Z');
export const ANN = 'a1a1';
export const BEN = 'b2b2';
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What a document says of whose device it is. */
export const header = (name, idle = 1800, end = 86_400) => `in ${name} ${idle} ${end}`;

export const dose = (id, more = '') => `record=${RECORD}&medicine=m-${id}&id=${id}&typed%5Bslot%5D=s&typed%5Bwhat%5D=taken${more}`;

/** A server that can be unplugged, and knows whose session the browser has. */
export class Server {
  session = null;
  reachable = true;
  /** What it answers to what is sent, by path; 200 where nothing is said. */
  answers = {};
  taken = [];
  ids = [];
  calls = [];
  copy = () => ({
    made: this.now(), zone: 'Europe/Paris', visit: { who: this.session }, record: RECORD,
    calls: [
      { path: '/api/record/today', fields: { record: RECORD }, day: '2026-11-22', answer: 'sunday' },
      { path: '/api/record/today', fields: { record: RECORD }, day: '2026-11-23', answer: 'monday' },
      { path: '/api/diary/home', fields: { record: RECORD }, day: null, answer: ['CANARY of the diary'] },
      { path: '/api/diary/report', fields: { record: RECORD, report: 'new' }, day: null, answer: { id: NOBODY } },
    ],
  });

  constructor(now) {
    this.now = now;
  }

  fetch = async (path, { body, headers }) => {
    if (!this.reachable) throw new TypeError('Failed to fetch');
    this.calls.push(path);
    const json = (value, status = 200) => new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });
    if (!this.session) return json('SignedOut', 401);
    if (path === '/api/devices/key') return json(createHmac('sha256', this.session).update(body).digest('hex'));
    if (path === '/api/devices/kept') return json(this.copy());
    if (path === '/api/account/sign_out') return (this.session = null), json(null);
    const [age, id] = headers['daybook-kept']?.split(' ') ?? [];
    if (age !== undefined) this.ids.push(id);
    this.taken.push({ path, body, age, by: this.session });
    const [status, value] = this.answers[path] ?? [200, null];
    return json(value, status);
  };
}
