import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchPointer } from './watch-pointer';

let stop: AbortController;
const onHover = vi.fn();
const onPress = vi.fn();
/** What `hitTest` finds left of x = 100. */
const LEFT = { key: 'left' };

beforeEach(() => {
  stop = new AbortController();
  onHover.mockClear();
  onPress.mockClear();
  document.body.innerHTML =
    '<p id="text">words</p><a id="link" href="#x">link</a><button id="button">b</button><div id="ours">o</div>';
  watchPointer(
    document,
    {
      hitTest: (x) => (x < 100 ? LEFT : null),
      isOurs: (target) => target instanceof Element && target.id === 'ours',
      onHover,
      onPress,
    },
    stop.signal,
  );
});

afterEach(() => {
  stop.abort();
  document.getSelection()?.removeAllRanges();
  document.body.replaceChildren();
});

function send(type: string, x: number, id = 'text', more: PointerEventInit = {}): void {
  document
    .getElementById(id)
    ?.dispatchEvent(
      new PointerEvent(type, { clientX: x, clientY: 10, bubbles: true, ...more }),
    );
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('hovering', () => {
  test('tells of a name once the pointer rests on it, and when it leaves', async () => {
    send('pointermove', 50);
    await vi.waitFor(() => expect(onHover.mock.calls).toEqual([[LEFT]]));
    send('pointermove', 60);
    await wait(350);
    expect(onHover).toHaveBeenCalledTimes(1);
    send('pointermove', 300);
    await vi.waitFor(() => expect(onHover.mock.calls).toEqual([[LEFT], [null]]));
  });

  test('does not answer a pointer that passes, a finger, or a held button', async () => {
    send('pointermove', 50);
    await wait(50);
    send('pointermove', 300);
    send('pointermove', 50, 'text', { pointerType: 'touch' });
    await wait(50);
    send('pointermove', 50, 'text', { buttons: 1 });
    await wait(350);
    expect(onHover).not.toHaveBeenCalledWith(LEFT);
  });

  test('ends when the signal aborts, a waiting answer too', async () => {
    send('pointermove', 50);
    await wait(60);
    stop.abort();
    await wait(350);
    expect(onHover).not.toHaveBeenCalled();
  });
});

describe('pressing', () => {
  test('tells what is under the pointer, and where nothing is', () => {
    send('click', 50);
    send('click', 300);
    expect(onPress.mock.calls).toEqual([[LEFT], [null]]);
  });

  test.each(['link', 'button'])('leaves a %s to the page', (id) => {
    send('click', 50, id);
    expect(onPress.mock.calls).toEqual([[null]]);
  });

  test.each([
    ['another button', { button: 1 }],
    ['Ctrl', { ctrlKey: true }],
    ['Shift', { shiftKey: true }],
  ])('does not answer a click with %s', (_, more) => {
    send('click', 50, 'text', more);
    expect(onPress).not.toHaveBeenCalled();
  });

  test('does not answer the click that ends a selection, nor one on our own layer', () => {
    send('click', 50, 'ours');
    document
      .getSelection()
      ?.selectAllChildren(document.getElementById('text') as HTMLElement);
    send('click', 50);
    expect(onPress).not.toHaveBeenCalled();
  });

  test('leaves the page its events', () => {
    const event = new MouseEvent('click', {
      clientX: 50,
      bubbles: true,
      cancelable: true,
    });
    const heard = vi.fn();
    document.body.addEventListener('click', heard, { once: true });
    document.getElementById('text')?.dispatchEvent(event);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(event.defaultPrevented).toBe(false);
  });
});
