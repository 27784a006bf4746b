/** The whole data model. One file per subject; read them in this order. */
export * from './journal.ts';
export * from './municipalities.ts';
export * from './solutions.ts';
export * from './sources.ts';
export * from './klik.ts';
export * from './agreements.ts';
export * from './requests.ts';
export * from './sts.ts';
export * from './governance.ts';
export * from './sapa.ts';
export * from './elections.ts';
export * from './news.ts';
