import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PageAnchor } from './overlay-view';
import { keepPositioned, type PositionOptions } from './position-overlay';
import { popoverMode, useTopLayer } from './top-layer';
import { cycleTab } from './trap-focus';

interface Props {
  anchor: PageAnchor;
  position: PositionOptions;
  /** A class for the kind of box. */
  name: string;
  role: 'dialog' | 'toolbar';
  /** The accessible name: words, or the id of the element that has them. */
  label?: string;
  labelledBy?: string;
  /** Takes the focus when shown (and when `focusKey` changes), keeps Tab inside. */
  takesFocus: boolean;
  focusKey?: string;
  onDismiss: () => void;
  onHover?: (over: boolean) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  children: ComponentChildren;
}

/** A box in the browser's top layer, beside some words of the page. */
export function OverlayBox(props: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { anchor, takesFocus, focusKey } = props;
  const { side, align, whenGone } = props.position;

  // Shown before it is measured.
  useTopLayer(box);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const stop = new AbortController();
    keepPositioned(element, anchor, { side, align, whenGone }, stop.signal);
    return () => stop.abort();
  }, [anchor, side, align, whenGone]);

  // Another subject takes the focus anew.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !takesFocus) return;
    const preferred = element.querySelector<HTMLElement>('[data-hw-autofocus]');
    (preferred ?? element).focus({ preventScroll: true });
  }, [takesFocus, focusKey]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault();
      props.onDismiss();
      return;
    }
    if (takesFocus && box.current) cycleTab(event, box.current);
    props.onKeyDown?.(event);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the role is one of two, both interactive.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name.
    <div
      ref={box}
      class={`hw-box hw-${props.name}`}
      popover={popoverMode()}
      role={props.role}
      tabIndex={-1}
      aria-label={props.label}
      aria-labelledby={props.labelledBy}
      onKeyDown={onKeyDown}
      onPointerEnter={() => props.onHover?.(true)}
      onPointerLeave={() => props.onHover?.(false)}
    >
      {props.children}
    </div>
  );
}
