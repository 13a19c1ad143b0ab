/** What went wrong and what to do about it, in one sentence: shown to the person without a stack. */
export class Trouble extends Error {
  name = 'Trouble';
}
