/** Which elements are within a screen of the viewport. */
export interface InViewWatch {
  /** Watches exactly these elements from now on. */
  watch(elements: ReadonlySet<Element>): void;
  isInView(element: Element): boolean;
  stop(): void;
}

/** One screen above and below: fast scrolling meets paint that is already there. */
const MARGIN = '100% 0px';

export function watchInView(
  onChange: (element: Element, inView: boolean) => void,
): InViewWatch {
  /** Each watched element with the box observed in its stead. */
  const boxes = new Map<Element, Element>();
  const elementsOf = new Map<Element, Set<Element>>();
  const inView = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        for (const element of elementsOf.get(entry.target) ?? []) {
          if (entry.isIntersecting === inView.has(element)) continue;
          if (entry.isIntersecting) inView.add(element);
          else inView.delete(element);
          onChange(element, entry.isIntersecting);
        }
      }
    },
    // `scrollMargin` (Chrome 120, Firefox 141) does the same for scrolling boxes in the page.
    { rootMargin: MARGIN, scrollMargin: MARGIN },
  );

  function forget(element: Element): void {
    const box = boxes.get(element);
    if (!box) return;
    boxes.delete(element);
    inView.delete(element);
    const sharing = elementsOf.get(box);
    sharing?.delete(element);
    if (sharing?.size) return;
    elementsOf.delete(box);
    observer.unobserve(box);
  }

  return {
    watch(elements) {
      for (const element of [...boxes.keys()])
        if (!elements.has(element)) forget(element);
      for (const element of elements) {
        if (boxes.has(element)) continue;
        const box = boxOf(element);
        boxes.set(element, box);
        const sharing = elementsOf.get(box);
        if (!sharing) {
          elementsOf.set(box, new Set([element]));
          observer.observe(box);
          continue;
        }
        const known = [...sharing].some((other) => inView.has(other));
        sharing.add(element);
        // The observer speaks once of each box: a late-comer hears it from us.
        if (known) {
          inView.add(element);
          onChange(element, true);
        }
      }
    },
    isInView: (element) => inView.has(element),
    stop() {
      observer.disconnect();
      boxes.clear();
      elementsOf.clear();
      inView.clear();
    },
  };
}

/** An element with `display: contents` has no box and would never be seen to come into view. */
function boxOf(element: Element): Element {
  let box = element;
  while (box.parentElement && getComputedStyle(box).display === 'contents')
    box = box.parentElement;
  return box;
}
