/**
 * The words, forms and colours of status: one table for every page, list, map and export (design.md section 6).
 */

import type { IconName } from './icons.ts';
import type { StatusBadge, Tone } from './parts.ts';

/** What holds for one municipality and one thing, as in the API, and what holds for an agreement that is on its way. */
export type StatusKind =
  | 'signed'
  | 'done'
  | 'missing'
  | 'in-progress'
  | 'claimed'
  | 'not-relevant'
  | 'not-counted'
  | 'not-sent'
  | 'information';

/** Where a date lies as seen from today. Stands beside a status and never replaces it. */
export type WhenKind = 'passed' | 'this-week' | 'next' | 'later' | 'undated';

const STATUS: Record<StatusKind, StatusBadge> = {
  signed: { word: 'Underskrevet', icon: 'st-done', tone: 'done' },
  done: { word: 'Løst', icon: 'st-done', tone: 'done' },
  missing: { word: 'Mangler', icon: 'st-missing', tone: 'open' },
  'in-progress': { word: 'Under behandling', icon: 'st-progress', tone: 'progress' },
  claimed: { word: 'Meldt af kommunen', icon: 'st-claimed', tone: 'progress' },
  'not-relevant': { word: 'Ikke relevant', icon: 'st-not-relevant', tone: 'unknown' },
  'not-counted': { word: 'Ikke opgjort', icon: 'st-not-counted', tone: 'unknown' },
  'not-sent': { word: 'Ikke udsendt', icon: 'st-not-sent', tone: 'unknown' },
  information: { word: 'Til orientering', icon: null, tone: 'plain' },
};

const WHEN: Record<WhenKind, { word: string; icon: IconName; tone: Tone }> = {
  passed: { word: 'Frist passeret', icon: 'st-passed', tone: 'over' },
  'this-week': { word: 'Denne uge', icon: 'st-this-week', tone: 'soon' },
  next: { word: 'Næste 14 dage', icon: 'st-next', tone: 'progress' },
  later: { word: 'Senere', icon: 'st-later', tone: 'open' },
  undated: { word: 'Uden dato', icon: 'st-not-counted', tone: 'unknown' },
};

/** The badge of a status, to be printed by the part `status`. */
export function statusBadge(kind: StatusKind): StatusBadge {
  return STATUS[kind];
}

/** Word, icon and tone of a group of deadlines. `word` may be another for a pill: "Frist om 46 dage". */
export function whenBadge(kind: WhenKind, word: string = WHEN[kind].word): StatusBadge {
  return { ...WHEN[kind], word };
}
