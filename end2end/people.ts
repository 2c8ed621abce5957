// The people of the tests. The demonstration's are there from the start and are never locked or
// changed; whoever a test changes is made for it, with a record whose dates stand still.

import type { Page } from '@playwright/test';
import { createHmac, randomUUID } from 'node:crypto';
import { bring, daybook } from './server.ts';

export interface Person {
  name: string;
  passphrase: string;
  /** Of the demonstration's staff, who come in by their button: it shows their code for them. */
  button?: true;
}

/** As the demonstration prints them. */
export const DEMO = {
  hannah: { name: 'hannah', passphrase: 'hannah finds a quiet harbour' },
  tomas: { name: 'tomas', passphrase: 'tomas walks the olive orchard' },
  etienne: { name: 'etienne', passphrase: 'etienne mends the old bicycle' },
  salma: { name: 'salma', passphrase: 'salma reads beneath the jasmine' },
  winifred: { name: 'winifred', passphrase: 'winifred counts garden robins' },
  nurse: { name: 'nurse', passphrase: 'nurse opens the morning round', button: true },
} satisfies Record<string, Person>;

/** Signs in by the page. */
export async function enter(page: Page, person: Person): Promise<void> {
  await page.goto('/sign-in');
  if (person.button) {
    await page.getByRole('button', { name: `Sign in as ${person.name}` }).click();
  } else {
    await page.locator('#name').fill(person.name);
    await page.locator('#passphrase').fill(person.passphrase);
    await page.locator('main form button').first().click();
  }
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What the code app of the demonstration's nurse holds, in base32. */
export const NURSE_KEY = base32(Buffer.from('nurse of daybooktown'));

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replace(/.{5}/g, (five) => BASE32[parseInt(five, 2)]!);
}

/** The code that an app with this key (base32, in groups or not) shows, so many half minutes from now. */
export function codeOf(key: string, steps = 0): string {
  const letters = [...key.replace(/\s/g, '')];
  const bits = letters.map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from(bits.match(/.{8}/g)!.map((eight) => parseInt(eight, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac('sha1', bytes).update(step).digest();
  const at = hash[19]! & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

export const BORN = { day: '27', month: '3', year: '1961' };

/** Someone with a record of their own. */
export interface Made extends Person {
  record: string;
  /** The bundle of their record, to bring in again with changes. */
  tag: string;
}

const url = () => process.env.DAYBOOK_E2E_URL!;
const folder = () => process.env.DAYBOOK_E2E_FOLDER!;

/** A record that nobody has a letter for yet. */
export function aRecord(): { record: string; tag: string } {
  const tag = randomUUID().slice(0, 8);
  return { record: bring(folder(), tag, aLife(tag)), tag };
}

export interface Letter {
  code: string;
  address: string;
  number: string | null;
}

export function aLetter(record: string): Letter {
  return daybook(folder(), 'invite', record, '--public-url', url())[0] as Letter;
}

/** A letter for a new member of the care team. */
export function aStaffLetter(name: string): Letter {
  return daybook(folder(), 'staff', 'add', name, '--role', 'care-team', '--public-url', url())[0] as Letter;
}

/** What an administrator does about a member of staff: `reset-factor`, `disable`, `enable`. */
export function administer(verb: string, name: string): void {
  daybook(folder(), 'staff', verb, name);
}

/** Makes a team and gives it a record to care for. */
export function giveToTeam(record: string, team: string): void {
  daybook(folder(), 'team', '--set', team);
  daybook(folder(), 'team', '--assign', record, '--to', team);
}

/** The id of a record by whose it is. */
export function recordOf(name: string): string {
  const found = daybook(folder(), 'records').find((row) => row.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found.record as string;
}

/** Someone new who has used their letter already. */
export async function aPerson(language = 'en'): Promise<Made> {
  const { record, tag } = aRecord();
  const person = { name: `Ada ${tag}`, passphrase: `five quiet otters ${tag}`, record, tag };
  await enrol(aLetter(record).code, person, language);
  return person;
}

/** Brings in one new result, as the clinic would later. */
export function somethingNew(person: Made): void {
  bring(folder(), `${person.tag}-new`, bundle([patient(person.tag), ...aPanel(person.tag, 'new', '2025-06-10', 117)]));
}

/** Brings in the hemoglobin of the last panel again, corrected: with its panel, or alone. */
export function aCorrection(person: Made, { alone }: { alone: boolean }): void {
  const panel = aPanel(person.tag, 'e', '2025-02-11', 122).map((one) =>
    one.id === `${person.tag}-hgb-e` ? { ...one, status: 'corrected', meta: { lastUpdated: '2025-02-13T08:00:00Z' } } : one,
  );
  const sent = alone ? panel.filter((one) => one.status === 'corrected') : panel;
  bring(folder(), `${person.tag}-corrected`, bundle([patient(person.tag), ...sent]));
}

/** Brings in two days of treatment between the panels of 2024. */
export function treated(person: Made): void {
  const given = ['2024-08-06', '2024-08-27'].map((day) => ({
    resourceType: 'MedicationAdministration',
    id: `${person.tag}-given-${day}`,
    status: 'completed',
    medicationCodeableConcept: { text: 'Epirubicin' },
    subject: of(person.tag),
    effectiveDateTime: `${day}T10:00:00Z`,
  }));
  bring(folder(), `${person.tag}-treated`, bundle([patient(person.tag), ...given]));
}

/** Brings in a panel of so many values; the last of them is outside its laboratory's range. */
export function aLongPanel(person: Made, count: number): void {
  const values = Array.from({ length: count }, (_, nth) => ({
    resourceType: 'Observation',
    id: `${person.tag}-protein-${nth + 1}`,
    status: 'final',
    category: category('laboratory'),
    code: { text: `Protein ${String(nth + 1).padStart(3, '0')}` },
    subject: of(person.tag),
    effectiveDateTime: '2025-04-08T08:30:00Z',
    valueQuantity: { value: nth + 1, unit: 'mg/L', system: 'http://unitsofmeasure.org', code: 'mg/L' },
    interpretation: flag(nth + 1 === count ? 'H' : 'N'),
  }));
  const report = {
    resourceType: 'DiagnosticReport',
    id: `${person.tag}-proteins`,
    status: 'final',
    category: section('LAB'),
    code: { text: 'Many proteins' },
    subject: of(person.tag),
    effectiveDateTime: '2025-04-08T08:30:00Z',
    result: values.map((value) => ({ reference: `Observation/${value.id}` })),
  };
  bring(folder(), `${person.tag}-proteins`, bundle([patient(person.tag), ...values, report]));
}

/** Uses a letter as the pages do, without a browser. */
async function enrol(code: string, person: Person, language: string): Promise<void> {
  const house = `10.9.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`;
  const send = (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(url() + path, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(fields),
      headers: { accept: 'text/html', origin: url(), cookie, 'x-forwarded-for': house, 'accept-language': language },
    });
  const checked = await send('/api/account/check_letter', {
    code,
    birth_day: BORN.day,
    birth_month: BORN.month,
    birth_year: BORN.year,
  });
  const ticket = checked.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-enrolment='));
  if (!ticket) throw new Error(`the letter was refused: ${checked.status} ${checked.headers.get('location')}`);
  const chosen = { name: person.name, passphrase: person.passphrase, zone: 'Europe/London', privacy: 'yes' };
  const done = await send('/api/account/enrol', chosen, ticket.split(';')[0]);
  if (done.headers.get('location') !== '/') throw new Error(`enrolment led to ${done.headers.get('location')}`);
}

type Resource = Record<string, any>;

const bundle = (resources: Resource[]) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});

const patient = (tag: string): Resource => ({
  resourceType: 'Patient',
  id: `${tag}-patient`,
  identifier: [{ system: 'urn:daybook:end2end', value: tag }],
  name: [{ text: 'Ada Quill', given: ['Ada'], family: 'Quill' }],
  gender: 'female',
  birthDate: '1961-03-27',
});

const of = (tag: string) => ({ reference: `Patient/${tag}-patient` });
const coded = (system: string, code: string, text: string) => ({ coding: [{ system, code, display: text }], text });
const loinc = (code: string, text: string) => coded('http://loinc.org', code, text);
const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');

const category = (code: string) => [
  { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code }] },
];
const section = (code: string) => [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code }] }];
const flag = (code: string) => [
  { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code }] },
];

interface Measured {
  key: string;
  code: string;
  name: string;
  value: number;
  unit: string;
  ucum: string;
  low: number;
  high: number;
  flag: string;
}

/** A blood count of a day: a report and the values that it groups. */
function aPanel(tag: string, key: string, day: string, hemoglobin: number, platelets = 240): Resource[] {
  const measured: Measured[] = [
    {
      key: 'hgb',
      code: '718-7',
      name: 'Hemoglobin [Mass/volume] in Blood',
      value: hemoglobin,
      unit: 'g/L',
      ucum: 'g/L',
      low: 120,
      high: 155,
      flag: hemoglobin < 120 ? 'L' : 'N',
    },
    {
      key: 'wbc',
      code: '6690-2',
      name: 'Leukocytes [#/volume] in Blood',
      value: 5.6,
      unit: '10*9/L',
      ucum: '10*9/L',
      low: 4,
      high: 11,
      flag: 'N',
    },
    {
      key: 'plt',
      code: '777-3',
      name: 'Platelets [#/volume] in Blood',
      value: platelets,
      unit: '10*9/L',
      ucum: '10*9/L',
      low: 150,
      high: 400,
      flag: platelets < 50 ? 'LL' : 'N',
    },
  ];
  const values = measured.map((one) => ({
    resourceType: 'Observation',
    id: `${tag}-${one.key}-${key}`,
    meta: { lastUpdated: `${day}T12:00:00Z` },
    status: 'final',
    category: category('laboratory'),
    code: loinc(one.code, one.name),
    subject: of(tag),
    effectiveDateTime: `${day}T08:30:00Z`,
    valueQuantity: { value: one.value, unit: one.unit, system: 'http://unitsofmeasure.org', code: one.ucum },
    interpretation: flag(one.flag),
    referenceRange: [
      { low: { value: one.low, unit: one.unit, code: one.ucum }, high: { value: one.high, unit: one.unit, code: one.ucum } },
    ],
  }));
  const report = {
    resourceType: 'DiagnosticReport',
    id: `${tag}-panel-${key}`,
    meta: { lastUpdated: `${day}T12:00:00Z` },
    status: 'final',
    category: section('LAB'),
    code: loinc('58410-2', 'Full blood count'),
    subject: of(tag),
    effectiveDateTime: `${day}T08:30:00Z`,
    performer: [{ display: 'Hillside Laboratory' }],
    result: values.map((value) => ({ reference: `Observation/${value.id}` })),
  };
  return [...values, report];
}

/** A page of PDF that says one thing, with a table of where its objects begin. */
function aPdf(words: string): string {
  const text = `BT /F1 18 Tf 60 760 Td (${words}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
  ];
  let file = '%PDF-1.4\n';
  const starts = objects.map((object, at) => {
    const start = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = file.length;
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  return `${file}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
}

/** A whole record: five blood counts, a scan, tissue, a letter, and forty visits of long ago. */
function aLife(tag: string): unknown {
  const panels = [
    aPanel(tag, 'a', '2019-03-05', 138),
    aPanel(tag, 'b', '2022-11-08', 131),
    aPanel(tag, 'c', '2024-05-14', 112),
    aPanel(tag, 'd', '2024-09-03', 109, 38),
    aPanel(tag, 'e', '2025-02-11', 121),
  ].flat();
  const scan = {
    resourceType: 'DiagnosticReport',
    id: `${tag}-scan`,
    status: 'final',
    category: section('RAD'),
    code: loinc('24627-2', 'CT scan of the chest'),
    subject: of(tag),
    effectiveDateTime: '2024-05-21T10:15:00Z',
    performer: [{ display: 'Dr Noor Castellan' }],
    conclusion: 'No sign of spread to the lungs.',
    presentedForm: [
      {
        contentType: 'text/plain',
        title: 'CT scan of the chest',
        data: base64('CT SCAN OF THE CHEST\n\nWhat was seen\nBoth lungs are clear.\n\nConclusion\nNo sign of spread.'),
      },
    ],
  };
  const pdf = aPdf('Tissue report of Ada Quill');
  const tissue = {
    resourceType: 'DiagnosticReport',
    id: `${tag}-tissue`,
    status: 'final',
    category: section('PAT'),
    code: loinc('11526-1', 'Tissue report'),
    subject: of(tag),
    effectiveDateTime: '2024-05-28',
    conclusion: 'A duct carcinoma, grade 2.',
    presentedForm: [{ contentType: 'application/pdf', title: 'Tissue report', size: pdf.length, data: base64(pdf) }],
  };
  const note = {
    resourceType: 'DocumentReference',
    id: `${tag}-note`,
    status: 'current',
    type: loinc('34133-9', 'Letter to your family doctor'),
    subject: of(tag),
    date: '2024-06-04T09:00:00Z',
    author: [{ display: 'Dr Noor Castellan' }],
    description: 'Letter to your family doctor',
    content: [{ attachment: { contentType: 'text/plain', data: base64('Thank you for sending me Ada Quill.') } }],
  };
  const smoking = {
    resourceType: 'Observation',
    id: `${tag}-smoking`,
    status: 'final',
    category: category('social-history'),
    code: loinc('72166-2', 'Smoking'),
    subject: of(tag),
    effectiveDateTime: '2018-06',
    valueString: 'Never smoked',
  };
  const diagnosis = {
    resourceType: 'Condition',
    id: `${tag}-asthma`,
    clinicalStatus: coded('http://terminology.hl7.org/CodeSystem/condition-clinical', 'active', 'Active'),
    code: coded('http://snomed.info/sct', '195967001', 'Asthma'),
    subject: of(tag),
    onsetDateTime: '1984',
  };
  const medicine = {
    resourceType: 'MedicationRequest',
    id: `${tag}-medicine`,
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: { text: 'Tamoxifen 20 mg tablet' },
    subject: of(tag),
    authoredOn: '2024-07-02',
    dosageInstruction: [{ text: 'One tablet a day' }],
  };
  const appointment = {
    resourceType: 'Appointment',
    id: `${tag}-appointment`,
    status: 'booked',
    description: 'Check-up at the breast clinic',
    start: '2099-03-02T09:30:00Z',
    end: '2099-03-02T10:00:00Z',
    participant: [{ actor: of(tag), status: 'accepted' }],
  };
  const visits = Array.from({ length: 40 }, (_, nth) => ({
    resourceType: 'Encounter',
    id: `${tag}-visit-${nth}`,
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    type: [{ text: `Visit number ${nth + 1}` }],
    subject: of(tag),
    period: { start: `${2008 + Math.floor(nth / 4)}-0${1 + 2 * (nth % 4)}-12T09:00:00Z` },
  }));
  return bundle([
    patient(tag),
    ...panels,
    scan,
    tissue,
    note,
    smoking,
    diagnosis,
    medicine,
    appointment,
    ...visits,
  ]);
}
