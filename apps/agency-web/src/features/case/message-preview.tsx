import { useEffect, useRef } from 'react';

/**
 * The message as it would leave, in a frame without scripts, forms or ways out. The page's strict CSP holds inside too
 * and refuses style attributes and elements, so the styles are set through the CSSOM, which it allows.
 */
export function MessagePreview({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const inside = frame.current?.contentDocument;
    const view = frame.current?.contentWindow as (Window & typeof globalThis) | null | undefined;
    if (!inside || !view) return;
    const message = new DOMParser().parseFromString(html, 'text/html');
    for (const element of message.querySelectorAll('script, meta, base, link, iframe, object, embed, form')) element.replaceWith(...(element.tagName === 'FORM' ? element.childNodes : []));
    for (const link of message.querySelectorAll('a[href]')) link.removeAttribute('href');
    const sheets = [...message.querySelectorAll('style')].map((style) => {
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(style.textContent ?? '');
      style.remove();
      return sheet;
    });
    for (const element of message.querySelectorAll('[style]')) {
      element.setAttribute('data-style', element.getAttribute('style')!);
      element.removeAttribute('style');
    }
    const body = inside.importNode(message.body, true);
    inside.adoptedStyleSheets = sheets;
    inside.documentElement.lang = message.documentElement.lang;
    inside.body.replaceWith(body);
    for (const element of [body, ...body.querySelectorAll<HTMLElement>('[data-style]')]) {
      if (element.dataset.style) element.style.cssText = element.dataset.style;
      element.removeAttribute('data-style');
    }
  }, [html]);
  return <iframe ref={frame} className="preview" title={title} sandbox="allow-same-origin" />;
}
