import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { NO_HINTS, proposeSnapshot } from '#src/overviews/material-import/propose.ts';
import { readMaterial } from '#src/overviews/material-import/read-material.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';
test('x', async () => {
  for (const f of ['pptx', 'pdf']) {
    const s = await readMaterial([{ name: `a.${f}`, bytes: readFileSync(`/work/shared/material/2025-11-rebuilt.${f}`) }]);
    const ds = proposeSnapshot(seededDatabase(), s, null, NO_HINTS);
    console.log('#####', f, ds.length);
    const c: Record<string, number> = {};
    for (const d of ds) { const k = `${d.draft.entity} ${d.kind} ${d.kind === 'changed' ? d.fields.map((x) => x.field).join('+') : ''} ${(d.draft.fields as any).confidence}`; c[k] = (c[k] ?? 0) + 1; }
    console.log(JSON.stringify(c, null, 1));
    for (const d of ds) if (!['slide'].includes(d.draft.entity)) console.log(d.kind, d.draft.entity, d.draft.slide, d.draft.id, (d.draft.fields as any).confidence, d.kind === 'changed' ? JSON.stringify(d.fields.map((x) => [x.field, x.before, x.after])).slice(0, 260) : d.draft.label.slice(0, 90)+' '+JSON.stringify(d.draft.fields).slice(0,200));
  }
});
