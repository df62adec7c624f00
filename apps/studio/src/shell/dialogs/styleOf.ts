/** Colours and font of the page as they are now. */
export function styleOf(element: Element): { ink: string; background: string; font: string } {
  const { color, backgroundColor, fontFamily } = getComputedStyle(element.ownerDocument.body);
  return { ink: color, background: backgroundColor, font: fontFamily };
}
