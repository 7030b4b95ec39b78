/**
 * Gives every frame of rich HTML in the page the height of its content, now and whenever its width changes. Frames keep
 * the height of their style where scripting is disabled.
 */
export function followHeights(): void {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>("iframe.html")) {
    const fit = () => fitHeight(frame);
    frame.addEventListener("load", fit);
    new ResizeObserver(fit).observe(frame.parentElement ?? frame);
  }
}

function fitHeight(frame: HTMLIFrameElement): void {
  const content = frame.contentDocument?.documentElement;
  if (content) frame.style.height = `${content.getBoundingClientRect().height + 16}px`;
}
