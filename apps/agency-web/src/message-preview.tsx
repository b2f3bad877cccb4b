import { useEffect, useRef } from 'react';

/** Renames what the CSP would report while parsing: style attributes and elements become plain data. */
const withoutLiveStyles = (html: string) =>
  html
    .replace(/(<[^<>]*?\s)style(\s*=)/gi, '$1data-style$2')
    .replace(/<style\b[^>]*>/gi, '<script type="text/css" data-sheet>')
    .replace(/<\/style\s*>/gi, '</script>');

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
    const message = new DOMParser().parseFromString(withoutLiveStyles(html), 'text/html');
    const sheets = [...message.querySelectorAll('script[data-sheet]')].map((style) => {
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(style.textContent ?? '');
      return sheet;
    });
    for (const element of message.querySelectorAll('script, style, meta, base, link, iframe, object, embed, form'))
      element.replaceWith(...(element.tagName === 'FORM' ? element.childNodes : []));
    for (const link of message.querySelectorAll('a[href]')) link.removeAttribute('href');
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
