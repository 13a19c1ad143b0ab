/**
 * Files of the gateway's wing end in `.sandbox.ts(x)`: only a build with SANDBOX=1 counts them as pages,
 * so any other build contains none of them.
 */
const withSandbox = process.env.SANDBOX === '1';

/** @type {import('next').NextConfig} */
export default {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  pageExtensions: withSandbox ? ['sandbox.tsx', 'sandbox.ts', 'tsx', 'ts'] : ['tsx', 'ts'],
  // Compiled in, so that a build without CRASHPOINTS=1 keeps nothing of the crash points.
  env: { CRASHPOINTS: process.env.CRASHPOINTS ?? '' },
  typedRoutes: true,
  // `npm run types` checks both wings at once; a build that knows so need not do it again for one of them.
  typescript: { ignoreBuildErrors: process.env.TYPES_CHECKED === '1' },
  poweredByHeader: false,
  images: { unoptimized: true },
  // Every page shows some of them, and none of them tells who looks.
  headers: () => [
    {
      source: '/:picture(products/[\\w-]+|[\\w-]+).svg',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=3600, stale-while-revalidate=86400' }],
    },
  ],
  experimental: {
    // Two root layouts leave an unknown address without one: it has a page of its own.
    globalNotFound: true,
    // A build happens when the sources have changed: writing the cache takes longer than reading it saves.
    turbopackFileSystemCacheForBuild: false,
  },
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  turbopack: {
    root: import.meta.dirname,
    // The browser tests' own registry: the shop's, and a way to pay that only they offer.
    resolveAlias: process.env.NINTH_FLOW === '1' ? { '@/lib/flows': './lib/flows/testing/index.ts' } : {},
  },
};
