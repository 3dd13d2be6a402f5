import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as machine from '../../main/resources/org/lumbar/documents/player/machine.js';
import { lesson, report } from '../../main/resources/org/lumbar/documents/player/results.js';

const SCRIPT = {
  session: 'morning', patient: 'p-1', painCode: '72514-3', check: ['rf-ces-saddle'], rules: { painMost: 5, painRise: 2 },
  exercises: [{ id: 'neck-turns', sets: 1, reps: 2, seconds: 1, sides: 1, both: false, rest: 30, gap: 15 }],
};
SCRIPT.alarms = (state) => machine.alarms(SCRIPT, state);

const played = (...events) => events.reduce((state, [event, at]) => machine.step(SCRIPT, state, event, at).state, machine.start(SCRIPT));
const entry = (bundle, type) => bundle.entry.map((one) => one.resource).filter((one) => one.resourceType === type);
const answers = (response) => Object.fromEntries(response.item.filter((one) => one.answer).map((one) => [one.linkId, Object.values(one.answer[0])[0]]));

test('a session tells what was done, the pain and what to look at', () => {
  const state = played(
    [{ type: 'answer', id: 'rf-ces-saddle', yes: false }, 0], [{ type: 'checked' }, 0], [{ type: 'before', pain: 2 }, 0],
    [{ type: 'start' }, 0], [{ type: 'skip', reason: 'pain' }, 90_000],
    [{ type: 'report', pain: { worst: 6, after: 3 }, effort: 4, leg: true }, 100_000], [{ type: 'reported' }, 100_000],
  );
  const bundle = report(SCRIPT, state, 100_000);
  const [intake, session] = entry(bundle, 'QuestionnaireResponse');
  assert.deepEqual(answers(intake), { 'rf-ces-saddle': false });
  assert.deepEqual(answers(session), {
    session: 'morning', completion: 'completed', minutes: 2, 'pain-before': 2, 'pain-worst': 6, 'pain-after': 3, effort: 4,
    'leg-symptoms': true, flag: 'leg-symptoms pain',
  });
  const group = session.item.find((one) => one.linkId === 'neck-turns');
  assert.deepEqual(answers(group), { outcome: 'skipped', sets: 0, reason: 'pain' });
  assert.deepEqual(entry(bundle, 'Observation').map((one) => one.valueQuantity.value), [2, 3]);
  assert.ok(bundle.entry.every((one) => one.resource.resourceType === 'Patient' || one.resource.subject.reference === 'Patient/p-1'));
});

test('a stopped check tells the warning sign and no exercise', () => {
  const state = played([{ type: 'answer', id: 'rf-ces-saddle', yes: true }, 0], [{ type: 'checked' }, 0]);
  const [intake, session] = entry(report(SCRIPT, state, 5), 'QuestionnaireResponse');
  assert.deepEqual(answers(intake), { 'rf-ces-saddle': true });
  assert.deepEqual(answers(session), { session: 'morning', completion: 'not-started', flag: 'warning-sign' });
});

test('a lesson is correct only when everything was shown and right', () => {
  const record = { shown: true, correct: 4, points: 4, change: 'easier', why: 'pain' };
  const all = (records) => answers(entry(lesson(SCRIPT, records, 0), 'QuestionnaireResponse')[0])['all-correct'];
  assert.equal(all([record]), true);
  assert.equal(all([{ ...record, correct: 3 }]), false);
  assert.equal(all([{ ...record, shown: false }]), false);
});
