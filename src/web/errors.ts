import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { diskTrouble } from '#src/db/disk-trouble.ts';
import {
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  RefusedError,
  SignInNeededError,
} from '#src/shared/errors.ts';
import { type Typed, typedOf } from './forms.ts';
import { keepForm } from './kept-form.ts';
import { keptInstead } from './kept-instead.ts';
import { logRefused } from './log-refused.ts';
import { isRead } from './require-access.ts';

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
/** @param secret signs what goes with a page and comes back */
export function addErrors(app: FastifyInstance, secret: string): void {
  app.setNotFoundHandler({ config: { access: 'open' } } as object, (request, reply) =>
    tell(request, reply, {
      status: 404,
      heading: 'Siden findes ikke',
      text: 'Adressen kan være skrevet forkert, eller siden kan være flyttet. Søg efter det, I skal bruge, eller begynd på forsiden.',
      action: SEARCH,
    }),
  );
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof SignInNeededError) return askToSignIn(request, reply, secret);
    if (error.code === 'FST_CSRF_INVALID_TOKEN' || error.code === 'FST_CSRF_MISSING_SECRET') {
      logRefused(request, 'form-refused', 'token');
      return askToSendAgain(request, reply, secret);
    }
    const kept = error instanceof NotFoundError && isRead(request) ? keptInstead(request) : undefined;
    if (kept !== undefined) return reply.redirect(kept, 301);
    // The place is for an operator, and the log has it.
    if (diskTrouble(error, '') !== null) return tellDiskTrouble(error, request, reply, secret);
    const told = whatToTell(error, request);
    if (request.routeOptions.config.upload && [400, 413].includes(told.status))
      logRefused(request, 'upload-refused', String(told.status));
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
  if (error instanceof ForbiddenError) {
    return { status: 403, heading: 'Det har I ikke adgang til', text: error.message, action: HOME };
  }
  if (error instanceof InvalidInputError || error instanceof RefusedError) {
    if (!isRead(request))
      return { status: 422, heading: 'Det kan ikke lade sig gøre', text: error.message, action: HOME };
    return {
      status: 422,
      heading: 'Det kan ikke vises',
      text: error.message,
      action: { href: pathOf(request), text: 'Vis siden uden valg' },
    };
  }
  const status = error.statusCode ?? 500;
  const { upload } = request.routeOptions.config;
  if (status === 413 && upload) {
    const most = `${Math.round(upload.bytes / MEGABYTE)} MB`;
    return {
      status,
      heading: 'Filen er for stor',
      text: `Portalen tager højst ${most} pr. fil. Gør filen mindre, fx uden store billeder, og prøv igen.`,
      action: { href: pathOf(request), text: 'Vælg en anden fil' },
    };
  }
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

const MEGABYTE = 1024 * 1024;
const BAD_REQUEST =
  'Adressen eller det, der blev sendt, er ikke skrevet, som portalen kan læse det. Begynd på forsiden.';
const CLIENT_ERRORS: Record<number, string> = {
  413: 'Det, der blev sendt, er for stort. Send mindre ad gangen.',
  414: 'Adressen er for lang. Begynd på forsiden.',
  429: 'Der kommer for mange forespørgsler fra jeres adresse. Vent et minut, og prøv igen.',
  415: 'Portalen kan ikke læse indhold af den slags. Begynd på forsiden.',
};

/** A reader is led to the sign-in and back; what was sent is kept for after it. */
function askToSignIn(request: FastifyRequest, reply: FastifyReply, secret: string) {
  if (pathOf(request).startsWith('/api/')) {
    return tell(request, reply, {
      status: 401,
      heading: 'Log ind for at læse',
      text: 'Portalen kan kun læses af dem, der er logget ind.',
      action: HOME,
    });
  }
  if (isRead(request)) return reply.redirect(`/log-ind?tilbage=${encodeURIComponent(request.url)}`, 303);
  return sendAgain(request, reply, secret, {
    status: 401,
    heading: 'Log ind igen',
    text: 'I var ikke logget ind længere. Det, I skrev, er ikke gemt endnu, men det er her stadig.',
    signIn: true,
  });
}

/** The form is too old, or the browser's session is another than the one it was made for. */
function askToSendAgain(request: FastifyRequest, reply: FastifyReply, secret: string) {
  const path = pathOf(request);
  // Whoever signs out and is out already has what they want.
  if (path === '/log-ud' && !request.principal) return reply.redirect('/', 303);
  if (path === '/log-ind') {
    return tell(request, reply, {
      status: 403,
      heading: 'Prøv at logge ind igen',
      text: 'Siden har ligget for længe, eller browseren gemmer ikke portalens cookies. Åbn Log ind, og prøv igen.',
      action: { href: '/log-ind', text: 'Åbn Log ind' },
    });
  }
  return sendAgain(request, reply, secret, {
    status: 403,
    heading: 'Send formularen igen',
    text: 'Formularen hører ikke til den måde, I er logget ind på nu. Intet er gemt, men det, I skrev, er her stadig.',
    signIn: false,
  });
}

const TRY_AGAIN_S = 30;

/** The disk is full or cannot be written, or somebody else holds the database: reading goes on, and nothing was half saved. */
function tellDiskTrouble(error: FastifyError, request: FastifyRequest, reply: FastifyReply, secret: string) {
  request.log.error({ err: error }, 'the database cannot be used');
  reply.header('retry-after', TRY_AGAIN_S);
  if (!isRead(request) && request.principal && !request.isMultipart()) {
    return sendAgain(request, reply, secret, {
      status: 503,
      heading: 'Portalen kan ikke gemme lige nu',
      text: `Intet er gemt, men det, I skrev, er her stadig. Vent lidt, og send det igen. Oplys koden ${request.id}, hvis det bliver ved.`,
      signIn: false,
    });
  }
  return tell(request, reply, {
    status: 503,
    heading: isRead(request) ? 'Siden kan ikke vises lige nu' : 'Portalen kan ikke gemme lige nu',
    text: `Intet er ændret. Prøv igen om lidt. Oplys koden ${request.id}, hvis I skriver til os.`,
    action: HOME,
    reference: request.id,
  });
}

function sendAgain(
  request: FastifyRequest,
  reply: FastifyReply,
  secret: string,
  told: { status: number; heading: string; text: string; signIn: boolean },
) {
  reply.code(told.status).header('cache-control', 'no-store');
  const typed = typedOf(request.body);
  const kept = keepForm(secret, pathOf(request), withoutSecrets(typed), request.now);
  return reply.page(
    'errors/send-again',
    { ...told, kept },
    {
      title: told.heading,
      breadcrumb: [{ href: '/', text: 'Forside' }, { text: told.heading }],
      robots: 'noindex',
      source: null,
      withoutBanners: told.status >= 500,
    },
  );
}

/** A password is never carried in a page. */
function withoutSecrets(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith('adgangskode')));
}

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
