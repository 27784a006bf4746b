/**
 * What the portal uses of drizzle-orm, loaded by `require`. The package's package.json is 179 kB, and Node's ESM loader
 * parses it for each of its hundred modules: 0.7 s of every start. `require` reads the same modules in 0.1 s.
 */
import { createRequire } from 'node:module';

// Where a tool turns this file into CommonJS (drizzle-kit) there is no address of it; the checkout's will do.
const require = createRequire(import.meta.url ?? `${process.cwd()}/package.json`);

export const {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  getTableName,
  gte,
  inArray,
  is,
  isNotNull,
  isNull,
  lt,
  notInArray,
  sql,
} = require('drizzle-orm') as typeof import('drizzle-orm');
export const {
  check,
  customType,
  index,
  integer,
  primaryKey,
  real,
  SQLiteTable,
  sqliteTable,
  text,
  uniqueIndex,
} = require('drizzle-orm/sqlite-core') as typeof import('drizzle-orm/sqlite-core');
export const { drizzle } =
  require('drizzle-orm/better-sqlite3') as typeof import('drizzle-orm/better-sqlite3');
export const { migrate } =
  require('drizzle-orm/better-sqlite3/migrator') as typeof import('drizzle-orm/better-sqlite3/migrator');
