import { pageLanguages, pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { iconPath } from './icon';

type Props = {
  language: PageLanguage;
  /** Where the merchant wanted its payer back; null when nobody knows the session. */
  returnUrl: string | null;
  /** The address of the style sheet. */
  style: string;
};

/**
 * "Session not available" as a whole document. It is written by hand because a page of Next that answers 404
 * arrives empty where there is no JavaScript.
 */
export function unavailableDocument({ language, returnUrl, style }: Props): string {
  const { unavailable, result, banner, summary } = pageTexts[language];
  const back = returnUrl && `<p><a class="back" href="${escape(returnUrl)}">${escape(result.back)}</a></p>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(unavailable.title)}</title>
<link rel="icon" href="${iconPath}" type="image/svg+xml">
<link rel="stylesheet" href="${escape(style)}">
</head>
<body>
<header class="banner">${escape(banner)}</header>
<main>
${languages(language)}
<h1>${escape(unavailable.heading)}</h1>
<p>${escape(unavailable.why)}</p>
${back ?? ''}
<p class="foot">${escape(summary.madeBy)}</p>
</main>
</body>
</html>
`;
}

/** The same page in the other language. */
function languages(language: PageLanguage): string {
  const links = pageLanguages.map((other) => {
    const name = escape(pageTexts[other].language);
    if (other === language) return `<span aria-current="true">${name}</span>`;
    return `<a href="?lang=${other}" lang="${other}" hreflang="${other}">${name}</a>`;
  });
  return `<nav class="languages" aria-label="${escape(pageTexts[language].summary.languages)}">${links.join('')}</nav>`;
}

/** Its style sheet: the colours of gateway.css. */
export const unavailableStyle = `:root{color-scheme:light dark}
body{margin:0;background:#fff;color:#17293d;font:1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}
.banner{margin:0;padding:.5rem 1rem;background:#fff6dc;color:#4d3b00;border-bottom:1px solid #d9b64a;font-size:.875rem;text-align:center}
main{max-width:36rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
.languages{display:flex;justify-content:flex-end;gap:1rem;margin-bottom:2.5rem}
.languages>*{padding:.625rem 0}
.languages>a{color:#0b5cad;text-underline-offset:4px}
.languages>span{font-weight:600}
.languages>a:focus-visible{outline:3px solid #0b5cad;outline-offset:2px}
h1{font-size:1.5rem;line-height:1.3}
.back{display:block;padding:.75rem 1.25rem;border-radius:.5rem;background:#0b5cad;color:#fff;font-weight:600;text-align:center;text-decoration:none}
.back:focus-visible{outline:3px solid #0b5cad;outline-offset:2px}
.foot{margin-top:3rem;padding-top:1rem;border-top:1px solid #c9d5e1;font-size:.875rem;color:#46596d}
@media (prefers-color-scheme:dark){
body{background:#0f1720;color:#e8eef5}
.banner{background:#2b2510;color:#f3e2ac;border-color:#8a7428}
.back{background:#84bbf5;color:#0b1a2a}
.languages>a{color:#84bbf5}
.back:focus-visible,.languages>a:focus-visible{outline-color:#84bbf5}
.foot{border-color:#2f4152;color:#b1c0cf}
}
`;

function escape(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
