import type { FastifyReply } from 'fastify';

export interface DeadLink {
  heading: string;
  text: string;
  action: { href: string; text: string };
}

/** The same for an address that never was and one that has been used. */
export function showDeadLink(reply: FastifyReply, told: DeadLink): Promise<FastifyReply> {
  reply.code(404).header('cache-control', 'no-store');
  return reply.page(
    'errors/error',
    { ...told, status: 404 },
    { title: told.heading, breadcrumb: [], robots: 'noindex', source: null },
  );
}
