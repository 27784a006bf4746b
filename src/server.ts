/**
 * `npm start`. Nobody imports this file. What Node compiled is kept in the data folder, so that the next start need
 * not read 600 modules anew; everything else is in start.ts, loaded after that is switched on.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

process.umask(0o077);
enableCompileCache(join(process.env.PORTAL_DATA || 'var', 'cache'));
const { startPortal } = await import('#src/start.ts');
await startPortal(process.env);
