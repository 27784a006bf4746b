/** The whole data model. One file per subject; read them in this order. */

export * from './access-log.ts';
export * from './accounts.ts';
export * from './agreements.ts';
export * from './answers.ts';
export * from './calendar-tokens.ts';
export * from './digest.ts';
export * from './elections.ts';
export * from './governance.ts';
export * from './journal.ts';
export * from './klik.ts';
export * from './mail.ts';
export * from './municipalities.ts';
export * from './news.ts';
export * from './proposals.ts';
export * from './requests.ts';
export * from './sapa.ts';
export * from './solutions.ts';
export * from './sources.ts';
export * from './sts.ts';
