// One server for the whole run. Where it is, the tests learn from the environment.

import { start } from './server.ts';

export default async function setup(): Promise<() => Promise<void>> {
  const daybook = await start();
  process.env.DAYBOOK_E2E_URL = daybook.url;
  process.env.DAYBOOK_E2E_FOLDER = daybook.folder;
  return () => daybook.stop();
}
