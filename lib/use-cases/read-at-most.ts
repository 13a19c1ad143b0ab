import 'server-only';

/** The body as text, or null as soon as it has more bytes than allowed: nothing larger is ever held or parsed. */
export async function readAtMost(request: Request, bytes: number): Promise<string | null> {
  const reader = request.body?.getReader();
  if (!reader) return '';
  const chunks: Uint8Array[] = [];
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString('utf8');
    size += value.byteLength;
    if (size > bytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}
