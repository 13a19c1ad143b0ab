import { expect, test } from 'vitest';
import { inTurn } from './in-turn';

test('work that fails holds no other kind up, and the first failure is told', async () => {
  const done: string[] = [];
  const work = (name: string, failure?: string) => async () => {
    done.push(name);
    if (failure !== undefined) throw new Error(failure);
  };
  const round = [work('cards'), work('holds', 'first'), work('sessions', 'second'), work('deliveries')];
  await expect(inTurn(round)).rejects.toThrow('first');
  expect(done).toEqual(['cards', 'holds', 'sessions', 'deliveries']);
});

test('one kind of work begins when the one before it is over', async () => {
  const told: string[] = [];
  const work = (name: string) => async () => {
    told.push(`${name} begins`);
    await Promise.resolve();
    told.push(`${name} ends`);
  };
  await inTurn([work('one'), work('two')]);
  expect(told).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
});
