import { csharp } from './csharp';
import { curl } from './curl';
import { php } from './php';
import { python } from './python';
import type { Recipe } from './recipe';
import { typescript } from './typescript';

/** In the order they are offered. To add one: write its file, name it here. */
export const languages = [
  { name: 'curl', write: curl },
  { name: 'TypeScript', write: typescript },
  { name: 'PHP', write: php },
  { name: 'Python', write: python },
  { name: 'C#', write: csharp },
] as const satisfies readonly { name: string; write: (recipe: Recipe) => string }[];
