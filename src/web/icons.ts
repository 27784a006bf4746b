/**
 * The symbols of `public/icons.svg`. A picture of a status is form and never stands without its word.
 */
export const ICON_NAMES = [
  'calendar-month',
  'chevron-right',
  'document',
  'download',
  'email',
  'error',
  'file-excel',
  'flag',
  'info',
  'location',
  'map',
  'open-in-new',
  'person',
  'print',
  'search',
  'success',
  'time',
  'videocam',
  'warning',
  'st-done',
  'st-missing',
  'st-progress',
  'st-claimed',
  'st-not-relevant',
  'st-not-counted',
  'st-not-sent',
  'st-passed',
  'st-this-week',
  'st-next',
  'st-later',
] as const;

export type IconName = (typeof ICON_NAMES)[number];
