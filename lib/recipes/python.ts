import { toFields, type Dialect } from './literal';
import type { Recipe } from './recipe';

const dialect: Dialect = {
  words: { true: 'True', false: 'False', null: 'None' },
  text: (text) => JSON.stringify(text),
  list: { open: '[', close: ']' },
  record: { open: '{', close: '}' },
  emptyRecord: '{}',
  pair: ': ',
};

/** For Python 3.8 or newer, without packages. */
export function python({ url, login, content }: Recipe): string {
  return `# Python 3.8 or newer, nothing to install
import base64, hashlib, json, os, urllib.error, urllib.request
from datetime import datetime, timezone

login = ${JSON.stringify(login)}
secret_key = os.environ.get("PLACETOPAY_SECRET_KEY", "YOUR_SECRET_KEY")

nonce = os.urandom(16)
seed = datetime.now(timezone.utc).isoformat(timespec="seconds")
# The bytes of the nonce are hashed, never its base64 text.
tran_key = base64.b64encode(hashlib.sha256(nonce + (seed + secret_key).encode()).digest()).decode()

body = {
  "auth": {
    "login": login,
    "tranKey": tran_key,
    "nonce": base64.b64encode(nonce).decode(),
    "seed": seed,
  },
${toFields(content, dialect, 1)}}

request = urllib.request.Request(
  ${JSON.stringify(url)},
  data=json.dumps(body).encode(),
  headers={"Content-Type": "application/json"},
)
try:
  reply = urllib.request.urlopen(request).read()
except urllib.error.HTTPError as refusal:
  reply = refusal.read()
print(json.dumps(json.loads(reply), indent=2, ensure_ascii=False))
`;
}
