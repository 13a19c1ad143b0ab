import { toFields, type Dialect } from './literal';
import type { Recipe } from './recipe';

const dialect: Dialect = {
  words: { true: 'true', false: 'false', null: 'null' },
  text: (text) => `'${text.replace(/[\\']/g, String.raw`\$&`)}'`,
  list: { open: '[', close: ']' },
  record: { open: '[', close: ']' },
  emptyRecord: '(object) []',
  pair: ' => ',
};

/** For PHP 7.4 or newer, without packages. */
export function php({ url, login, content }: Recipe): string {
  return `<?php
// PHP 7.4 or newer, nothing to install

$login = ${dialect.text(login)};
$secretKey = getenv('PLACETOPAY_SECRET_KEY') ?: 'YOUR_SECRET_KEY';

$nonce = random_bytes(16);
$seed = gmdate('Y-m-d\\TH:i:s\\Z');
// The bytes of the nonce are hashed, never its base64 text.
$tranKey = base64_encode(hash('sha256', $nonce . $seed . $secretKey, true));

$body = [
  'auth' => [
    'login' => $login,
    'tranKey' => $tranKey,
    'nonce' => base64_encode($nonce),
    'seed' => $seed,
  ],
${toFields(content, dialect, 1)}];

$context = stream_context_create(['http' => [
  'method' => 'POST',
  'header' => 'Content-Type: application/json',
  'content' => json_encode($body),
  'ignore_errors' => true,
]]);
echo file_get_contents(${dialect.text(url)}, false, $context), PHP_EOL;
`;
}
