import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moment } from '../../main/resources/org/lumbar/documents/player/figure.js';

const PHASES = [
  { ms: 1000, breath: null, step: 1 },
  { ms: 2000, breath: 'in', step: 2 },
  { ms: 2000, breath: 'out', step: 0 },
];
const PART = { seconds: 10, figure: 'f', round: 5000, phases: PHASES };

test('a repetition moves the figure once, in the tempo of the dose', () => {
  const exercise = { reps: 3, both: false, parts: [PART] };
  assert.equal(moment(exercise, 0).time, 0);
  assert.equal(moment(exercise, 5000).time, 2500);
  assert.equal(moment(exercise, 15_000).time, 2500);
  assert.deepEqual(moment(exercise, 4000), { index: 0, time: 2000, step: 2, breath: 'in', share: 0.5 });
});

test('a round with both sides takes two repetitions', () => {
  assert.equal(moment({ reps: 3, both: true, parts: [PART] }, 10_000).time, 2500);
});

test('a timed exercise keeps the tempo of its clip', () => {
  assert.equal(moment({ reps: null, both: false, parts: [{ ...PART, seconds: 120 }] }, 12_000).time, 2000);
});

test('movements in turn follow each other within a repetition', () => {
  const exercise = { reps: 2, both: false, parts: [{ ...PART, seconds: 4 }, { ...PART, seconds: 6 }] };
  assert.equal(moment(exercise, 3999).index, 0);
  assert.deepEqual([moment(exercise, 7000).index, moment(exercise, 7000).time], [1, 2500]);
  assert.equal(moment(exercise, 10_000).index, 0);
});

test('an exercise without a figure has no moment of it', () => {
  const exercise = { reps: 2, both: false, parts: [{ seconds: 4, figure: null }] };
  assert.deepEqual(moment(exercise, 1000), { index: 0, time: 0, step: 0, breath: null, share: 0 });
});
