/** Where browsers fetch the gateway's mark. */
export const iconPath = '/sandbox/icon.svg';

/** The gateway's mark: a card that passes through a gate, in the colours of gateway.css. It reads on light and dark tabs. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<rect width="64" height="64" rx="14" fill="#0b5cad"/>
<path d="M14 54V27a18 18 0 0 1 36 0v27" fill="none" stroke="#a9d0fa" stroke-width="6" stroke-linecap="round"/>
<rect x="8" y="31" width="48" height="18" rx="4" fill="#ffffff"/>
<rect x="8" y="36" width="48" height="4" fill="#17293d"/>
<rect x="13" y="43" width="10" height="3" rx="1.5" fill="#6f8398"/>
</svg>
`;
