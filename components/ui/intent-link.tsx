'use client';

import Link from 'next/link';
import { useState, type ComponentProps } from 'react';

/** A link whose page is fetched when somebody points at it, not because it came into view. */
export function IntentLink(link: ComponentProps<typeof Link>) {
  const [meant, setMeant] = useState(false);
  const mean = () => setMeant(true);
  return <Link {...link} prefetch={meant ? null : false} onPointerEnter={mean} onFocus={mean} />;
}
