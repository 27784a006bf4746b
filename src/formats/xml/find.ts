/** Ways down from one XML element to others. */

import type { XmlElement } from './read-xml.ts';

/** First child of that name. */
export function findChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The element reached by one name after another, each the first of its name. */
export function findPath(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return names.reduce(findChild, element);
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Every element of that name at any depth, in document order. */
export function descendantsNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) =>
    child.name === name ? [child, ...descendantsNamed(child, name)] : descendantsNamed(child, name),
  );
}

/** A whole number, or undefined when the attribute is absent or says anything else. */
export function wholeNumber(element: XmlElement | undefined, attribute: string): number | undefined {
  const value = element?.attributes.get(attribute);
  return value !== undefined && /^[+-]?\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** XML says yes as `1`, `true` or `on`. */
export function isTrue(element: XmlElement | undefined, attribute: string): boolean {
  return /^(?:1|true|on)$/.test(element?.attributes.get(attribute) ?? '');
}
