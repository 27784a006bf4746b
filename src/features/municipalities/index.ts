import type { Feature } from '#src/web/feature.ts';

export const municipalities: Feature = { name: 'municipalities' };
