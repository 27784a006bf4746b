import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import fastifyView from '@fastify/view';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isStaff } from '#src/core/access/roles.ts';
import type { SourceRef } from '#src/core/offers/offers.ts';
import type { Db } from '#src/db/client.ts';
import { dayInSentence, dayInTable } from '#src/shared/danish-calendar.ts';
import { downloadOf } from './download.ts';
import { linkTerms, type Term } from './glossary-links.ts';
import {
  type Banner,
  type Crumb,
  mainNav,
  type NavKey,
  type PageFrame,
  type StaffKey,
  staffNav,
} from './page-frame.ts';
import { receiptOf } from './receipt.ts';
import { reportErrorHref } from './report-error.ts';
import { signedInOf } from './signed-in.ts';
import { sourceChip } from './source-chip.ts';
import { createTemplates } from './templates.ts';
import { withStand } from './with-stand.ts';

/** What a handler says about the frame of its page; the rest is the same everywhere. */
export interface PageOptions {
  /** The browser's title without the portal's name; usually the h1. */
  title: string;
  active?: NavKey;
  /** The page lies under the active menu entry and is not the entry's own. */
  onSubpage?: boolean;
  /** The entry of the editors' menu that the page belongs to. */
  staff?: StaffKey;
  /** A page where people work, or for paper: terms are not linked to the glossary. */
  forWork?: true;
  /** From the front page; the last without href. */
  breadcrumb: Crumb[];
  robots?: string;
  /** The page asks for itself again after so many seconds, while something is under way. */
  refreshSeconds?: number;
  query?: string;
  /** The slide that the page's main fact comes from: named in a report of an error. Null: no "Meld en fejl". */
  source?: SourceRef | null | undefined;
  /** Where KOMBIT's editors correct what the page is about. */
  editHref?: string;
  /** The record that the page is about, `task/<id>`: editors get a link to its history. */
  record?: string;
  /** True where the database may be what failed: no lines that have to be read from it. */
  withoutBanners?: boolean;
}

declare module 'fastify' {
  interface FastifyReply {
    /** Renders `views/<view>.eta` inside the layout. The template sees `data` and the frame in one object, `it`. */
    page(view: string, data: object, options: PageOptions): Promise<FastifyReply>;
  }
}

export interface PageGround {
  /** The current rows, whatever day is shown. */
  db: Db;
  asset: (path: string) => string;
  portalUrl: string;
  terms: readonly Term[];
  /**
   * Quiet lines that depend on the day: a pinned today, old material, a day before all material. `todayHref`: this
   * page without a day.
   */
  bannersFor: (request: FastifyRequest, todayHref: string) => Banner[];
}

const VIEWS = fileURLToPath(new URL('../../views', import.meta.url));

export async function addPages(app: FastifyInstance, ground: PageGround): Promise<void> {
  await app.register(fastifyView, {
    engine: { eta: createTemplates(VIEWS, true) },
    root: VIEWS,
    viewExt: 'eta',
    production: true,
  });
  app.decorateReply('page', async function (this: FastifyReply, view, data, options) {
    const frame = frameOf(this, options, ground);
    const html: string = await app.view(view, { ...data, ...frame });
    // On the glossary itself every term already stands with its sentence.
    const isPlain = options.forWork || view.startsWith('glossary/');
    const linked = isPlain ? html : linkTerms(html, ground.terms, frame.href('/ordliste'));
    // As bytes: what is signed, measured and sent after this would each turn the text into bytes again.
    return this.type('text/html; charset=utf-8').send(Buffer.from(linked));
  });
}

function bannersOf(
  request: FastifyRequest,
  { withoutBanners, forWork }: PageOptions,
  { bannersFor }: PageGround,
  todayHref: string,
): Banner[] {
  if (withoutBanners) return [];
  return bannersFor(request, todayHref).filter(({ aboutReading }) => !(forWork && aboutReading));
}

/** Query parameters that are about one visit, not about the page. */
const NOT_KEPT = new Set(['stand', 'kvittering']);

function formFields(reply: FastifyReply): string {
  const hidden = (name: string, value: string) => `<input type="hidden" name="${name}" value="${value}">`;
  return `${hidden('_csrf', reply.formToken())}${hidden('_noegle', randomUUID())}`;
}

function frameOf(reply: FastifyReply, options: PageOptions, ground: PageGround): PageFrame {
  const { request } = reply;
  const { reading, chosen, principal } = request;
  const path = request.url.split('?')[0] ?? '/';
  const parameters = Object.entries(request.query as Record<string, unknown>).filter(
    (pair): pair is [string, string] => !NOT_KEPT.has(pair[0]) && typeof pair[1] === 'string',
  );
  const query = new URLSearchParams(parameters).toString();
  const todayHref = query ? `${path}?${query}` : path;
  const here = reading.isPast ? withStand(todayHref, reading.today) : todayHref;
  return {
    title: options.title,
    nav: mainNav(options.active ?? null, options.onSubpage ?? false),
    breadcrumb: options.breadcrumb,
    stand: {
      label: dayInSentence(reading.today),
      isoDay: reading.today,
      field: dayInTable(reading.today),
      isPast: reading.isPast,
      canChange: !options.forWork || reading.isPast,
      todayHref,
      action: path,
      keep: parameters.map(([name, value]) => ({ name, value })),
    },
    banners: bannersOf(request, options, ground, todayHref),
    municipality: chosen,
    ...(options.robots === undefined ? {} : { robots: options.robots }),
    download: downloadOf(path, query),
    ...(options.refreshSeconds === undefined ? {} : { refreshSeconds: options.refreshSeconds }),
    user: signedInOf(request),
    signInHref: signInHref(request, here),
    staffNav: staffNav(principal, options.staff ?? null),
    receipt: options.withoutBanners ? null : receiptOf(ground.db, request, todayHref),
    formFields: () => formFields(reply),
    query: options.query ?? '',
    reportHref: options.source === null ? null : reportHref(`${ground.portalUrl}${here}`, options),
    editHref: isStaff(principal) && !reading.isPast ? (options.editHref ?? '') : '',
    historyHref:
      options.record && isStaff(principal)
        ? `/redaktion/log?objekt=${encodeURIComponent(options.record)}`
        : null,
    asset: ground.asset,
    href: reading.href,
  };
}

/** An address that opens something is in no other address. */
function signInHref({ routeOptions, reading }: FastifyRequest, back: string): string {
  const path = routeOptions.config.secretPath ? '/log-ind' : `/log-ind?tilbage=${encodeURIComponent(back)}`;
  return reading.href(path);
}

function reportHref(pageUrl: string, { title, source }: PageOptions): string {
  const chip = source && source.slide !== null ? sourceChip(source.meetingId, source.slide).text : '';
  return reportErrorHref({ pageUrl, title, source: chip });
}
