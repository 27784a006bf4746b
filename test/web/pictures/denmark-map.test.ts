import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { denmarkMap, mapKey } from '#src/web/pictures/denmark-map.ts';
import { readMapGeometry } from '#src/web/pictures/map-geometry.ts';
import { MAP_STATUSES, type MapStatus } from '#src/web/pictures/map-status.ts';
import { countOf, faultOf } from '#test/support/well-formed.ts';

const FILE = join(import.meta.dirname, '../../../seeds/reference/denmark-map.svg');
const svgFile = readFileSync(FILE, 'utf8');
const geometry = readMapGeometry(svgFile);

function municipalities(statusOf: (index: number) => MapStatus) {
  return geometry.map(({ code }, index) => ({
    code,
    name: `Kommune ${code}`,
    status: statusOf(index),
    href: `/kommuner/${code}`,
  }));
}

const fifteenSigned = municipalities((index) => (index < 15 ? 'signed' : 'missing'));

describe('the outlines', () => {
  test('are those of 98 municipalities, each with a mark inside its box', () => {
    expect(new Set(geometry.map(({ code }) => code)).size).toBe(98);
    expect(faultOf(svgFile.replace(/<!--.*?-->/gs, '').trim())).toBe('');
    for (const { mark, box } of geometry) {
      expect(mark.x).toBeGreaterThanOrEqual(box.left);
      expect(mark.x).toBeLessThanOrEqual(box.right);
      expect(mark.y).toBeGreaterThanOrEqual(box.top);
      expect(mark.y).toBeLessThanOrEqual(box.bottom);
    }
  });

  test('are refused when some are missing', () => {
    expect(() => readMapGeometry(svgFile.replace('<path id="k0461"', '<path id="x"'))).toThrow('97 areas');
  });
});

describe('the map', () => {
  test('draws every municipality once and the capital area once more', () => {
    const svg = denmarkMap(fifteenSigned, geometry, null, '/assets/map.svg');
    expect(faultOf(svg)).toBe('');
    for (const { code } of geometry) expect(svg).toContain(`<title>Kommune ${code}: `);
    const inInset = countOf('<title>Kommune', svg) - 98;
    expect(inInset).toBeGreaterThan(20);
    expect(inInset).toBeLessThan(40);
    expect(countOf('<title>Kommune 0101', svg)).toBe(2);
    expect(countOf('<title>Kommune 0461', svg)).toBe(1);
  });

  test('says the same in words, from the same data', () => {
    const svg = denmarkMap(fifteenSigned, geometry, '0461', '/assets/map.svg');
    const words = /aria-label="([^"]*)"/.exec(svg)?.[1];
    expect(words).toBe(
      'Danmarkskort. Underskrevet: 15. Mangler: 83. Kommune 0461: Mangler. Samme oplysninger står i listen.',
    );
  });

  test('points to the outlines for plain areas and carries only the patterned ones', () => {
    const mixed = municipalities((index) => (index < 4 ? 'in-progress' : 'missing'));
    const svg = denmarkMap(mixed, geometry, null, '/assets/map.svg');
    const codes = geometry.slice(0, 4).map(({ code }) => code);
    for (const code of codes) expect(svg).not.toContain(`map.svg#k${code}"`);
    expect(countOf('fill="url(#map-in-progress)"', svg)).toBe(countOf(': Under behandling</title>', svg));
    expect(countOf('<pattern ', svg)).toBe(1);
    expect(denmarkMap(fifteenSigned, geometry, null, '/assets/map.svg')).not.toContain('<pattern ');
  });

  test('can be told apart without colour: every status has a form of its own', () => {
    const all = municipalities((index) => MAP_STATUSES[index % MAP_STATUSES.length] ?? 'missing');
    const key = mapKey(all);
    expect(key).toHaveLength(7);
    const forms = key.map(({ svg }) => svg.replaceAll(/#[0-9a-f]{6}/g, ''));
    expect(new Set(forms).size).toBeGreaterThanOrEqual(6);
    for (const { svg } of key) expect(faultOf(svg)).toBe('');
  });

  test('names the reader’s municipality, on the map or in the enlarged part, and escapes it', () => {
    const renamed = fifteenSigned.map((one) => ({ ...one, name: `${one.name} <&>` }));
    const far = denmarkMap(renamed, geometry, '0461', '/assets/map.svg');
    const near = denmarkMap(renamed, geometry, '0147', '/assets/map.svg');
    for (const svg of [far, near]) expect(faultOf(svg)).toBe('');
    expect(far).toContain('>Kommune 0461 &lt;&amp;&gt;</text>');
    expect(near).toContain('>Kommune 0147 &lt;&amp;&gt;</text>');
  });
});
