import type { ApiResource } from '#src/core/offers/offers.ts';
import { features } from '#src/features/index.ts';
import { deadlineResources } from '#src/overviews/deadlines/index.ts';
import { meetingResources } from '#src/overviews/meeting/index.ts';
import { municipalityOverviewResources } from '#src/overviews/municipality/index.ts';

/** Every list of the API: those of the features, then those of the overviews. */
export const resources: readonly ApiResource[] = [
  ...features.flatMap((feature) => feature.api ?? []),
  ...deadlineResources,
  ...municipalityOverviewResources,
  ...meetingResources,
];
