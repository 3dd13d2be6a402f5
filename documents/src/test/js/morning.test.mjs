import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as machine from '../../main/resources/org/lumbar/documents/player/machine.js';
import { report } from '../../main/resources/org/lumbar/documents/player/results.js';

const AT = Date.parse('2026-11-30T10:00:00Z');
const SCRIPT = { session: '2026-11-30-day-main', patient: 'p', painCode: '72514-3', check: [], rules: { painMost: 5, painRise: 2 }, exercises: [] };
SCRIPT.alarms = (state) => machine.alarms(SCRIPT, state);

function written(morning) {
  const bundle = report(SCRIPT, { ...machine.start(SCRIPT), screen: 'summary', startedAt: AT, finishedAt: AT, morning }, AT);
  const all = bundle.entry.map((one) => one.resource);
  const items = all.find((one) => one.id.startsWith('exercise-session')).item;
  return { items, morning: all.find((one) => one.id.startsWith('pain-next-morning')) };
}

test('the morning after an earlier session is an observation of that morning', () => {
  const { items, morning } = written({ day: '2026-11-28', response: 'exercise-session-1', pain: 3 });
  assert.equal(morning.effectiveDateTime, '2026-11-29');
  assert.equal(morning.valueQuantity.value, 3);
  assert.deepEqual(morning.derivedFrom, [{ reference: 'QuestionnaireResponse/exercise-session-1' }]);
  assert.deepEqual(items.find((one) => one.linkId === 'earlier-day').answer, [{ valueDate: '2026-11-28' }]);
  assert.deepEqual(items.find((one) => one.linkId === 'pain-next-morning').answer, [{ valueInteger: 3 }]);
});

test('a morning of a day that nobody knows has no date to observe it on', () => {
  const { items, morning } = written({ day: null, response: null, pain: 3 });
  assert.equal(morning, undefined);
  assert.equal(items.find((one) => one.linkId === 'earlier-day'), undefined);
  assert.deepEqual(items.find((one) => one.linkId === 'pain-next-morning').answer, [{ valueInteger: 3 }]);
});

test('what is not remembered or not answered is not written down', () => {
  for (const morning of [null, { day: '2026-11-28', response: null, pain: null }, { day: null, response: null, pain: 'unknown' }]) {
    const told = written(morning);
    assert.equal(told.morning, undefined);
    assert.equal(told.items.find((one) => one.linkId === 'pain-next-morning'), undefined);
  }
});
