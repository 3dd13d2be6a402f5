import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as machine from '../../main/resources/org/lumbar/documents/player/machine.js';

const SCRIPT = {
  check: ['saddle', 'bladder'],
  rules: { painMost: 5, painRise: 2 },
  exercises: [
    { sets: 2, reps: 3, seconds: 4, sides: 1, both: false, rest: 30, gap: 15 },
    { sets: 1, reps: null, seconds: 60, sides: 2, both: false, rest: 30, gap: 15 },
    { sets: 1, reps: 5, seconds: 3, sides: 1, both: true, rest: 30, gap: 15 },
  ],
};

function run(state, ...events) {
  return events.reduce((now, [event, at]) => machine.step(SCRIPT, now, event, at).state, state);
}

function begun(at = 0) {
  return run(
    machine.start(SCRIPT),
    [{ type: 'answer', id: 'saddle', yes: false }, at],
    [{ type: 'answer', id: 'bladder', yes: false }, at],
    [{ type: 'checked' }, at],
    [{ type: 'before', pain: 3 }, at],
    [{ type: 'start' }, at],
  );
}

/** Ticks every so many milliseconds until the given moment. */
function tick(state, from, to, every = 250) {
  const cues = [];
  let now = state;
  for (let at = from; at <= to; at += every) {
    const next = machine.step(SCRIPT, now, { type: 'tick' }, at);
    now = next.state;
    cues.push(...next.cues);
  }
  return { state: now, cues };
}

const stretch = (state) => machine.stretches(SCRIPT)[state.at];

test('no exercise before every stop question is answered', () => {
  const one = run(machine.start(SCRIPT), [{ type: 'answer', id: 'saddle', yes: false }, 0], [{ type: 'checked' }, 0]);
  assert.equal(one.screen, 'check');
  for (const type of ['start', 'done', 'resume', 'tick', 'more']) {
    assert.equal(machine.step(SCRIPT, one, { type }, 0).state.screen, 'check');
  }
});

test('one yes stops the session for good', () => {
  let state = run(
    machine.start(SCRIPT),
    [{ type: 'answer', id: 'saddle', yes: true }, 0],
    [{ type: 'answer', id: 'bladder', yes: false }, 0],
    [{ type: 'checked' }, 0],
  );
  assert.equal(state.screen, 'stop');
  for (const type of ['checked', 'start', 'done', 'resume', 'tick', 'previous', 'end', 'reported']) {
    state = machine.step(SCRIPT, state, { type }, 1).state;
    assert.equal(state.screen, 'stop');
  }
  assert.deepEqual(machine.alarms(SCRIPT, state).check, ['saddle']);
});

test('pain before the session is asked before it starts', () => {
  const state = run(
    machine.start(SCRIPT),
    [{ type: 'answer', id: 'saddle', yes: false }, 0],
    [{ type: 'answer', id: 'bladder', yes: false }, 0],
    [{ type: 'checked' }, 0],
    [{ type: 'start' }, 0],
  );
  assert.equal(state.screen, 'before');
});

test('sets, sides and rests follow each other', () => {
  assert.deepEqual(
    machine.stretches(SCRIPT).map(({ kind, exercise, set, side, ms }) => `${kind} ${exercise} ${set} ${side} ${ms}`),
    [
      'ready 0 0 0 10000', 'work 0 0 0 12000', 'rest 0 1 0 30000', 'work 0 1 0 12000',
      'ready 1 0 0 15000', 'work 1 0 0 60000', 'switch 1 0 1 5000', 'work 1 0 1 60000',
      'ready 2 0 0 15000', 'work 2 0 0 30000',
    ],
  );
});

test('a stretch begins when the one before ended, however late the tick', () => {
  const late = machine.step(SCRIPT, begun(1000), { type: 'tick' }, 1000 + 10_000 + 700);
  assert.equal(stretch(late.state).kind, 'work');
  assert.equal(late.state.endsAt, 1000 + 10_000 + 12_000);
  const later = machine.step(SCRIPT, begun(0), { type: 'tick' }, 10_000 + 12_000 + 30_000 + 1);
  assert.equal(stretch(later.state).set, 1);
  assert.equal(later.state.endsAt, 64_000);
});

test('after the device slept the session waits where it was', () => {
  const state = tick(begun(0), 0, 3000).state;
  const awake = machine.step(SCRIPT, state, { type: 'tick' }, 3000 + machine.AWAY + 1).state;
  assert.ok(machine.paused(awake));
  assert.equal(awake.left, 7000);
  assert.equal(machine.step(SCRIPT, awake, { type: 'resume' }, 500_000).state.endsAt, 507_000);
});

test('a pause keeps the time that is left', () => {
  const state = machine.step(SCRIPT, begun(0), { type: 'pause' }, 4000).state;
  assert.equal(machine.left(state, 99_000), 6000);
  assert.equal(machine.step(SCRIPT, state, { type: 'tick' }, 99_000).state, state);
  const more = machine.step(SCRIPT, state, { type: 'more' }, 99_000).state;
  assert.equal(machine.left(more, 99_000), 21_000);
});

test('fifteen seconds more are fifteen seconds more', () => {
  assert.equal(machine.step(SCRIPT, begun(0), { type: 'more' }, 3000).state.endsAt, 25_000);
});

test('a whole session is done by the clock alone', () => {
  const { state, cues } = tick(begun(0), 0, 250_000);
  assert.equal(state.screen, 'after');
  assert.deepEqual(state.outcomes.map((one) => one.status), ['done', 'done', 'done']);
  assert.equal(state.finishedAt, 249_000);
  assert.equal(cues.filter((one) => one.cue === 'rep').length, 2 + 2 + 4);
  assert.equal(cues.filter((one) => one.cue === 'half').length, 2);
  assert.equal(cues.filter((one) => one.cue === 'switch').length, 1);
});

test('the last three seconds are counted once each', () => {
  const { cues } = tick(begun(0), 0, 9_900, 130);
  assert.deepEqual(cues.map((one) => one.second), [3, 2, 1]);
});

test('own pace waits for the hand, and rests still run', () => {
  let state = run(begun(0), [{ type: 'own', on: true }, 0], [{ type: 'tick' }, 10_000]);
  assert.equal(stretch(state).kind, 'work');
  assert.equal(machine.left(state, 90_000), null);
  assert.ok(!machine.paused(state));
  state = machine.step(SCRIPT, state, { type: 'done' }, 90_000).state;
  assert.equal(stretch(state).kind, 'rest');
  assert.equal(state.endsAt, 120_000);
});

test('the setting of the pace is no press on pause', () => {
  const waiting = machine.step(SCRIPT, tick(begun(0), 0, 12_000).state, { type: 'pause' }, 12_000).state;
  assert.ok(machine.paused(machine.step(SCRIPT, waiting, { type: 'own', on: false }, 13_000).state));
  assert.ok(machine.paused(machine.step(SCRIPT, waiting, { type: 'own', on: true }, 13_000).state));
});

test('a skip keeps its reason and goes on with the next exercise', () => {
  const state = run(begun(0), [{ type: 'skip', reason: 'pain' }, 2000]);
  assert.deepEqual(state.outcomes[0], { status: 'skipped', reason: 'pain', sets: 0 });
  assert.deepEqual([stretch(state).kind, stretch(state).exercise], ['ready', 1]);
  const partly = run(begun(0), [{ type: 'done' }, 1], [{ type: 'done' }, 2], [{ type: 'skip', reason: 'hard' }, 3]);
  assert.deepEqual(partly.outcomes[0], { status: 'partial', reason: 'hard', sets: 1 });
});

test('skipping the last exercise ends the session', () => {
  const state = run(begun(0), ...[1, 2, 3].map((at) => [{ type: 'skip', reason: 'time' }, at]));
  assert.equal(state.screen, 'after');
});

test('previous takes an exercise anew', () => {
  let state = run(begun(0), [{ type: 'skip', reason: 'time' }, 1], [{ type: 'previous' }, 2]);
  assert.equal(stretch(state).exercise, 0);
  assert.equal(state.outcomes[0].status, 'open');
  state = run(state, [{ type: 'done' }, 3], [{ type: 'previous' }, 4]);
  assert.deepEqual([stretch(state).kind, stretch(state).exercise], ['ready', 0]);
});

test('the summary waits for every answer', () => {
  let state = run(begun(0), [{ type: 'end' }, 5]);
  assert.ok(state.stopped);
  state = run(state, [{ type: 'report', pain: { worst: 4, after: 3 }, effort: 5 }, 6], [{ type: 'reported' }, 6]);
  assert.equal(state.screen, 'after');
  state = run(state, [{ type: 'report', leg: false }, 7], [{ type: 'reported' }, 7]);
  assert.equal(state.screen, 'summary');
});

test('too much pain or a leg symptom raises an alarm', () => {
  const told = (before, worst, after, leg) => machine.alarms(SCRIPT, { answers: {}, pain: { before, worst, after }, leg });
  assert.equal(told(2, 4, 3, false).pain, false);
  assert.equal(told(2, 5, 3, false).pain, true);
  assert.equal(told(2, 3, 5, false).pain, true);
  assert.equal(told(5, 6, 5, false).pain, true);
  assert.equal(told(5, 5, 5, false).pain, false);
  assert.equal(told(2, 2, 2, true).leg, true);
});

test('a state survives being written down', () => {
  const state = tick(begun(0), 0, 30_000).state;
  assert.deepEqual(JSON.parse(JSON.stringify(state)), state);
});

test('random presses never break a session', () => {
  let seed = 7;
  const random = (n) => (seed = (seed * 48271) % 2147483647) % n;
  const events = ['tick', 'tick', 'tick', 'pause', 'resume', 'more', 'done', 'skip', 'previous', 'own'];
  for (let run = 0; run < 200; run++) {
    let state = begun(0);
    for (let now = 0, i = 0; i < 300 && state.screen === 'run'; i++, now += random(4000)) {
      state = machine.step(SCRIPT, state, { type: events[random(events.length)], reason: 'time', on: random(2) === 0 }, now).state;
      const rest = machine.left(state, now);
      assert.ok(rest === null || rest >= 0);
      if (state.screen === 'run') {
        assert.ok(state.at >= 0 && state.at < machine.stretches(SCRIPT).length);
        const { rep, part } = machine.progress(SCRIPT, state, now);
        assert.ok(rep >= 1 && part >= 0 && part < 1, `${rep} ${part}`);
      }
    }
  }
});

test('the morning after an earlier session is asked about and keeps nobody from exercising', () => {
  const asks = { ...SCRIPT, morning: { day: '2026-11-28', response: 'r' } };
  let state = machine.start(asks);
  assert.deepEqual(state.morning, { day: '2026-11-28', response: 'r', pain: null });
  for (const event of [
    { type: 'answer', id: 'saddle', yes: false },
    { type: 'answer', id: 'bladder', yes: false },
    { type: 'checked' },
    { type: 'before', morning: 4 },
  ]) {
    state = machine.step(asks, state, event, 0).state;
  }
  assert.equal(state.morning.pain, 4);
  assert.equal(state.pain.before, null);
  state = machine.step(asks, state, { type: 'before', pain: 2 }, 0).state;
  assert.equal(state.morning.pain, 4);
  assert.equal(machine.step(asks, state, { type: 'start' }, 0).state.screen, 'run');
  assert.equal(machine.start(SCRIPT).morning, null);
});
