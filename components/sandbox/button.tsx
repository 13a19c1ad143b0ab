import type { ComponentProps } from 'react';

/** The one thing to do on a screen. */
export function Button(props: ComponentProps<'button'>) {
  return (
    <button
      type="submit"
      {...props}
      className="bg-accent text-on-accent hover:bg-accent-deep min-h-12 w-full rounded-lg px-5 py-3 font-semibold disabled:opacity-60"
    />
  );
}

/** The look of {@link Button} for a link that leads on. */
export const buttonLook =
  'block min-h-12 w-full rounded-lg bg-accent px-5 py-3 text-center font-semibold text-on-accent hover:bg-accent-deep';

/** A second choice beside the one thing to do. */
export const quietLook =
  'block min-h-12 w-full rounded-lg border border-edge px-5 py-3 text-center font-semibold text-accent hover:border-accent';

/** The link of the page that is open, beside {@link linkLook} for the others. */
export const currentLook = 'inline-block border-b-2 border-accent py-1 font-semibold';

/** A link inside text, large enough to touch. */
export const linkLook = 'inline-block py-1 text-accent underline underline-offset-4 hover:text-accent-deep';
