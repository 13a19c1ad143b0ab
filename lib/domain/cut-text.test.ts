import { expect, test } from 'vitest';
import { cutText } from './cut-text';

test.each([
  ['café', 4, 'café'],
  ['café', 3, 'caf'],
  ['a😀b', 2, 'a😀'],
  ['😀😀', 1, '😀'],
  ['', 3, ''],
])('%s cut to %s characters is %s', (text, most, cut) => expect(cutText(text, most)).toBe(cut));
