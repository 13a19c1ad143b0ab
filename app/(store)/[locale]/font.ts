import localFont from 'next/font/local';

/** The shop's one typeface: served by the shop, drawn wider or finer by its optical size. */
export const bricolage = localFont({
  src: '../../../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-opsz-normal.woff2',
  weight: '200 800',
  display: 'swap',
  variable: '--font-bricolage',
});
