import type { Recipe } from './recipe';

/**
 * For a POSIX shell with curl and OpenSSL. A shell cannot hold bytes in a variable, so the nonce is 32 hexadecimal digits:
 * any bytes will do, as long as the same are hashed and sent.
 */
export function curl({ url, login, content }: Recipe): string {
  const isEmpty = Object.keys(content).length === 0;
  return `SECRET_KEY=\${PLACETOPAY_SECRET_KEY:-YOUR_SECRET_KEY}
NONCE=$(openssl rand -hex 16)
SEED=$(date -u +%Y-%m-%dT%H:%M:%SZ)
TRAN_KEY=$(printf '%s' "$NONCE$SEED$SECRET_KEY" | openssl dgst -sha256 -binary | openssl base64 -A)
AUTH=$(printf '{"login":"%s","tranKey":"%s","nonce":"%s","seed":"%s"}' \\
  ${quoted(login)} "$TRAN_KEY" "$(printf '%s' "$NONCE" | openssl base64 -A)" "$SEED")
${isEmpty ? '' : `CONTENT=${quoted(JSON.stringify(content, null, 2))}\n`}
curl -sS ${quoted(url)} \\
  -H 'Content-Type: application/json' \\
  --data-binary "{\\"auth\\":$AUTH${isEmpty ? '}' : ',${CONTENT#\\{}'}"
`;
}

/** Inside single quotes a shell reads nothing but the next single quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
