import { defineConfig } from 'drizzle-kit';

/** Only for `npm run migration`; the portal itself never reads this file. */
export default defineConfig({ dialect: 'sqlite', schema: './src/db/schema/*.ts', out: './migrations' });
