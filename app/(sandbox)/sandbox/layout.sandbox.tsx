import type { ReactNode } from 'react';
import './gateway.css';

/**
 * The gateway's root layout. The document itself is drawn by `Shell`, inside each page: only a page knows
 * `?lang=`, and the document must say which language it is in.
 */
export default function GatewayLayout({ children }: { children: ReactNode }) {
  return children;
}
