import { useEffect, useState } from 'preact/hooks';

/**
 * Something stays for so many milliseconds (null: until it is sent away), and
 * longer while the pointer or the focus is on it. Another `subject` starts anew.
 * Returns what its element is to listen to.
 */
export function useStay(ms: number | null, subject: unknown, onGone: () => void) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || ms === null) return;
    const timer = setTimeout(onGone, ms);
    return () => clearTimeout(timer);
  }, [held, ms, subject, onGone]);
  return {
    onPointerEnter: () => setHeld(true),
    onPointerLeave: () => setHeld(false),
    onFocusIn: () => setHeld(true),
    onFocusOut: () => setHeld(false),
  };
}
