import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { InvalidInputError, NotFoundError, RefusedError } from '#src/shared/errors.ts';

interface Told {
  status: number;
  heading: string;
  /** What happened and what to do now. */
  text: string;
  action: { href: string; text: string };
  /** Only where the fault is ours. */
  reference?: string;
}

const HOME = { href: '/', text: 'Gå til forsiden' };
const SEARCH = { href: '/soeg', text: 'Søg i portalen' };

/** One handler tells every error, in Danish, without inner details; the reference number is in the log. */
export function addErrors(app: FastifyInstance): void {
  app.setNotFoundHandler({ config: { access: 'open' } } as object, (request, reply) =>
    tell(request, reply, {
      status: 404,
      heading: 'Siden findes ikke',
      text: 'Adressen kan være skrevet forkert, eller siden kan være flyttet. Søg efter det, I skal bruge, eller begynd på forsiden.',
      action: SEARCH,
    }),
  );
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const told = whatToTell(error, request);
    if (told.status >= 500) request.log.error({ err: error }, 'request failed');
    return tell(request, reply, told);
  });
}

function whatToTell(error: FastifyError, request: FastifyRequest): Told {
  if (error instanceof NotFoundError) {
    return {
      status: 404,
      heading: `${error.what} findes ikke`,
      text: request.reading?.isPast
        ? 'Den kan være kommet til efter den dato, I ser portalen pr. Gå til i dag, eller søg efter den.'
        : 'Den kan være omdøbt. Søg efter navnet, eller begynd på forsiden.',
      action: SEARCH,
    };
  }
  if (error instanceof InvalidInputError || error instanceof RefusedError) {
    return {
      status: 422,
      heading: 'Det kan ikke vises',
      text: error.message,
      action: { href: pathOf(request), text: 'Vis siden uden valg' },
    };
  }
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) {
    return {
      status,
      heading: 'Forespørgslen kan ikke læses',
      text: CLIENT_ERRORS[status] ?? BAD_REQUEST,
      action: HOME,
    };
  }
  return {
    status: 500,
    heading: 'Noget gik galt hos os',
    text: `Siden kan ikke vises lige nu. Prøv igen om lidt. Oplys koden ${request.id}, hvis I skriver til os.`,
    action: HOME,
    reference: request.id,
  };
}

const BAD_REQUEST =
  'Adressen eller det, der blev sendt, er ikke skrevet, som portalen kan læse det. Begynd på forsiden.';
const CLIENT_ERRORS: Record<number, string> = {
  413: 'Det, der blev sendt, er for stort. Send mindre ad gangen.',
  414: 'Adressen er for lang. Begynd på forsiden.',
  415: 'Portalen kan ikke læse indhold af den slags. Begynd på forsiden.',
};

function tell(
  request: FastifyRequest,
  reply: FastifyReply,
  told: Told,
): FastifyReply | Promise<FastifyReply> {
  reply.code(told.status).header('cache-control', 'no-store');
  if (pathOf(request).startsWith('/api/')) {
    const { status, heading, text, reference } = told;
    return reply
      .type('application/json; charset=utf-8')
      .send({ error: { status, title: heading, detail: text, ...(reference ? { reference } : {}) } });
  }
  return reply.page(
    'errors/error',
    { ...told },
    {
      title: told.heading,
      breadcrumb: [{ href: '/', text: 'Forside' }, { text: told.heading }],
      robots: 'noindex',
      source: null,
      withoutBanners: told.status >= 500,
    },
  );
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? '/';
}
