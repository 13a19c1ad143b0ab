/** The first so many characters, none of them in half: half a surrogate is no text, and parsers refuse what holds one. */
export function cutText(text: string, most: number): string {
  return text.length <= most ? text : Array.from(text).slice(0, most).join('');
}
