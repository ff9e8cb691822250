import { focusableIn } from './trap-focus';

/** Arrow keys, Home and End between the buttons of a toolbar, in the direction of reading. */
export function moveAlongToolbar(event: KeyboardEvent, direction: 'ltr' | 'rtl'): void {
  const bar = event.currentTarget;
  if (!(bar instanceof HTMLElement)) return;
  const buttons = focusableIn(bar);
  const root = bar.getRootNode() as Document | ShadowRoot;
  const active = root.activeElement;
  const at = active instanceof HTMLElement ? buttons.indexOf(active) : -1;
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  let to: number;
  if (event.key === forward) to = at + 1;
  else if (event.key === backward) to = at < 0 ? -1 : at - 1;
  else if (event.key === 'Home') to = 0;
  else if (event.key === 'End') to = -1;
  else return;
  event.preventDefault();
  buttons.at(to % buttons.length)?.focus();
}
