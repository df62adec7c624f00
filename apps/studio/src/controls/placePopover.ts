const GAP = 8;

/**
 * Keeps a popover beside what opened it, within the window: below where there is room, else above. Returns what stops it. (Anchors of
 * CSS would do it, but not every browser in use has them.)
 */
export function placePopover(popover: HTMLElement, opener: HTMLElement): () => void {
  const place = () => {
    const { left, top, bottom } = opener.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = popover;
    const fitsBelow = bottom + GAP + height <= innerHeight - GAP;
    const y = fitsBelow
      ? bottom + GAP
      : Math.max(GAP, Math.min(top - GAP - height, innerHeight - GAP - height));
    popover.style.left = `${Math.max(GAP, Math.min(left - 2 * GAP, innerWidth - GAP - width))}px`;
    popover.style.top = `${y}px`;
  };
  place();
  const observer = new ResizeObserver(place);
  observer.observe(popover);
  addEventListener('resize', place);
  addEventListener('scroll', place, { capture: true, passive: true });
  return () => {
    observer.disconnect();
    removeEventListener('resize', place);
    removeEventListener('scroll', place, { capture: true });
  };
}
