type Props = { src: string; alt: string; className?: string; eager?: boolean };

/** A drawing from public/, 4 by 3. It brings its own ground, so it is the same by day and by night. */
export function Picture({ src, alt, className = '', eager = false }: Props) {
  return (
    // The drawings are a few kilobytes of SVG: there is nothing for an image optimiser to do.
    // eslint-disable-next-line @next/next/no-img-element
    <img
      src={src}
      alt={alt}
      width={960}
      height={720}
      loading={eager ? 'eager' : 'lazy'}
      fetchPriority={eager ? 'high' : 'auto'}
      decoding="async"
      className={`bg-mist block h-auto w-full rounded-2xl object-cover dark:brightness-90 ${className}`}
    />
  );
}
