import { draftOf, type Interpreter } from '#src/core/drafts/draft.ts';

/** "Opgaven:" of each theme, and asks without a KLIK task elsewhere. */
export const interpretRequests: Interpreter = (snapshot, context) =>
  snapshot.requests.map((request) =>
    draftOf(context, request, {
      entity: 'request',
      id: context.idFor('request', request.sha256, `opgave ${request.sha256.slice(0, 8)}`),
      label: 'Opgave uden KLIK-opgave',
      fields: {
        solutionId: context.solutionIdFor(request.target.split('/')[0] ?? '') ?? null,
        ...(request.text ? { text: request.text } : {}),
        deadline: request.deadline,
        informationOnly: request.information_only,
        stated: request.stated,
      },
    }),
  );
