/** The beginning of a text, at most so many characters: never half of one, which no UTF-8 can hold. */
export function cutText(text: string, most: number): string {
  return text.length <= most ? text : [...text].slice(0, most).join('');
}
