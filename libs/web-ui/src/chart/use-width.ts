import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Narrower than any page; while a window is being resized, less is measured than labels need. */
const NARROWEST = 240;

/** The content width of an element, `fallback` until it is measured (the observer reports before the first paint). */
export function useWidth(fallback: number): [RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(fallback);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0)
        setWidth(Math.max(NARROWEST, Math.floor(entry.contentRect.width)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
