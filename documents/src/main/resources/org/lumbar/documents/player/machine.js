// The session as a pure state machine: step(script, state, event, now) gives the next state and the cues of that moment.
// Times are milliseconds of a clock that the caller passes in. A running stretch is known by when it ends, never by counting
// ticks, so a page in the background stays right. Nothing here knows a page, a sound or a language.

/** Before the first exercise, for getting into position. */
export const READY = 10_000;
/** For changing sides. */
export const SWITCH = 5_000;
/** What one press adds to a stretch. */
export const MORE = 15_000;
/** The last seconds that are counted aloud. */
export const COUNTED = 3;
/** Nobody watched the clock for so long: the device slept, and the session waits. */
export const AWAY = 120_000;

/**
 * The stretches of a session in time. An exercise has sets, each set one or two sides.
 * exercise: {sets, reps (null when timed as a whole), seconds (of a repetition or the whole), sides, both (a round does both
 * sides), rest (seconds between sets), gap (seconds before it)}
 */
export function stretches(script) {
  const all = [];
  script.exercises.forEach((one, exercise) => {
    all.push({ kind: 'ready', exercise, set: 0, side: 0, ms: exercise === 0 ? READY : one.gap * 1000 });
    for (let set = 0; set < one.sets; set++) {
      if (set > 0) {
        all.push({ kind: 'rest', exercise, set, side: 0, ms: one.rest * 1000 });
      }
      for (let side = 0; side < one.sides; side++) {
        if (side > 0) {
          all.push({ kind: 'switch', exercise, set, side, ms: SWITCH });
        }
        all.push({ kind: 'work', exercise, set, side, ms: workTime(one) });
      }
    }
  });
  return all;
}

/** Milliseconds of one repetition; of the whole when it has none. A round with both sides takes two repetitions. */
export function roundTime(exercise) {
  return exercise.seconds * 1000 * (exercise.both ? 2 : 1);
}

function workTime(exercise) {
  return roundTime(exercise) * (exercise.reps ?? 1);
}

/**
 * The state before the first question. Screens follow as check (or stop), before, run, after, summary. The morning after an earlier
 * session is asked about where the script says so: {day (null when nobody knows it), response}. Its pain is a number, unknown, none, or null while nobody answered, which keeps nobody from
 * exercising.
 */
export function start(script) {
  return {
    screen: 'check',
    answers: {},
    pain: { before: null, worst: null, after: null },
    morning: script.morning ? { ...script.morning, pain: null } : null,
    effort: null,
    leg: null,
    own: false,
    at: 0,
    endsAt: null,
    left: null,
    seen: null,
    startedAt: null,
    finishedAt: null,
    stopped: false,
    outcomes: script.exercises.map(() => ({ status: 'open', reason: null, sets: 0 })),
  };
}

/** Milliseconds left of the stretch; null when it ends by hand. */
export function left(state, now) {
  return state.endsAt === null ? state.left : Math.max(0, state.endsAt - now);
}

export function paused(state) {
  return state.screen === 'run' && state.endsAt === null && state.left !== null;
}

/** Where the stretch stands: milliseconds gone, repetition from 1 and how far it is in it, 0 to 1. */
export function progress(script, state, now) {
  const stretch = stretches(script)[state.at];
  const exercise = script.exercises[stretch.exercise];
  const rest = left(state, now);
  const gone = rest === null ? now - state.seen : Math.max(0, stretch.ms - rest);
  const round = roundTime(exercise);
  return { gone, rep: Math.min(exercise.reps ?? 1, Math.floor(gone / round) + 1), part: (gone % round) / round };
}

/** Why the session calls for advice: new leg symptoms or too much pain. Limits are those of the script. */
export function alarms(script, state) {
  const { before, worst, after } = state.pain;
  const most = Math.max(worst ?? 0, after ?? 0);
  return {
    check: Object.keys(state.answers).filter((id) => state.answers[id]),
    leg: state.leg === true,
    pain: most > script.rules.painMost || (before !== null && most - before > script.rules.painRise),
  };
}

export function step(script, state, event, now) {
  const handler = HANDLERS[event.type];
  if (!handler) {
    throw new Error(`No such event: ${event.type}`);
  }
  return handler(script, state, event, now) ?? { state, cues: [] };
}

const HANDLERS = {
  /** From the beginning, with every question asked anew. */
  again(script, state) {
    return ['stop', 'summary'].includes(state.screen) ? { state: { ...start(script), own: state.own }, cues: [] } : null;
  },

  // the questions before a session
  answer(script, state, { id, yes }) {
    return on(state, 'check', { answers: { ...state.answers, [id]: yes } });
  },
  checked(script, state) {
    const open = script.check.some((id) => state.answers[id] === undefined);
    if (state.screen !== 'check' || open) {
      return null;
    }
    return on(state, 'check', { screen: script.check.some((id) => state.answers[id]) ? 'stop' : 'before' });
  },
  before(script, state, { pain = state.pain.before, morning }) {
    const asked = morning === undefined ? state.morning : { ...state.morning, pain: morning };
    return on(state, 'before', { pain: { ...state.pain, before: pain }, morning: asked });
  },
  start(script, state, event, now) {
    if (state.screen !== 'before' || state.pain.before === null) {
      return null;
    }
    return enter(script, { ...state, screen: 'run', startedAt: now }, 0, now);
  },

  // while it runs
  tick(script, state, event, now) {
    if (state.screen !== 'run' || state.endsAt === null) {
      return null;
    }
    if (now - state.seen > AWAY) {
      return { state: { ...state, left: Math.max(0, state.endsAt - state.seen), endsAt: null, seen: now }, cues: [] };
    }
    const cues = counts(script, state, now);
    return now < state.endsAt ? { state: { ...state, seen: now }, cues } : after(script, state, state.endsAt, now);
  },
  pause(script, state, event, now) {
    return state.endsAt === null ? null : on(state, 'run', { left: left(state, now), endsAt: null });
  },
  resume(script, state, event, now) {
    return paused(state) ? on(state, 'run', { endsAt: now + state.left, left: null, seen: now }) : null;
  },
  more(script, state) {
    if (state.endsAt !== null) {
      return on(state, 'run', { endsAt: state.endsAt + MORE });
    }
    return paused(state) ? on(state, 'run', { left: state.left + MORE }) : null;
  },
  /** The stretch is over because the person says so. */
  done(script, state, event, now) {
    return state.screen === 'run' ? after(script, state, now, now) : null;
  },
  skip(script, state, { reason }, now) {
    if (state.screen !== 'run') {
      return null;
    }
    const all = stretches(script);
    const { exercise } = all[state.at];
    const outcome = state.outcomes[exercise];
    const outcomes = replaced(state.outcomes, exercise, { status: outcome.sets > 0 ? 'partial' : 'skipped', reason, sets: outcome.sets });
    return enter(script, { ...state, outcomes }, firstOf(all, exercise + 1), now);
  },
  /** Back to the start of the exercise, or of the one before when it has hardly begun. */
  previous(script, state, event, now) {
    if (state.screen !== 'run') {
      return null;
    }
    const all = stretches(script);
    const stretch = all[state.at];
    const exercise = stretch.kind === 'ready' ? Math.max(0, stretch.exercise - 1) : stretch.exercise;
    const outcomes = state.outcomes.map((one, i) => (i >= exercise ? { status: 'open', reason: null, sets: 0 } : one));
    return enter(script, { ...state, outcomes }, firstOf(all, exercise), now);
  },
  /** Own pace: work ends by hand. A change takes the running work anew. */
  own(script, state, { on: own }, now) {
    if (state.own === own) {
      return null;
    }
    const stretch = state.screen === 'run' && !paused(state) ? stretches(script)[state.at] : null;
    const changed = { ...state, own };
    return { state: stretch?.kind === 'work' ? restarted(stretch, changed, now) : changed, cues: [] };
  },
  end(script, state, event, now) {
    return state.screen === 'run' ? finish({ ...state, stopped: true }, now) : null;
  },

  // the questions after it
  report(script, state, { pain, effort, leg }) {
    return on(state, 'after', {
      pain: { ...state.pain, ...pain },
      effort: effort === undefined ? state.effort : effort,
      leg: leg === undefined ? state.leg : leg,
    });
  },
  reported(script, state) {
    const { worst, after: now } = state.pain;
    return worst === null || now === null || state.effort === null || state.leg === null
      ? null
      : on(state, 'after', { screen: 'summary' });
  },
};

function on(state, screen, change) {
  return state.screen === screen ? { state: { ...state, ...change }, cues: [] } : null;
}

function replaced(list, index, value) {
  return list.map((one, i) => (i === index ? value : one));
}

function firstOf(all, exercise) {
  const index = all.findIndex((one) => one.exercise === exercise);
  return index < 0 ? all.length : index;
}

/** A stretch is over; what comes next begins at the moment at which it ended. */
function after(script, state, ended, now) {
  const all = stretches(script);
  const stretch = all[state.at];
  let outcomes = state.outcomes;
  if (stretch.kind === 'work' && stretch.side === script.exercises[stretch.exercise].sides - 1) {
    const sets = stretch.set + 1;
    const whole = sets === script.exercises[stretch.exercise].sets;
    outcomes = replaced(outcomes, stretch.exercise, { status: whole ? 'done' : 'partial', reason: null, sets });
  }
  const entered = enter(script, { ...state, outcomes, seen: ended }, state.at + 1, ended);
  if (entered.state.endsAt === null || entered.state.endsAt > now) {
    return { state: { ...entered.state, seen: entered.state.screen === 'run' ? Math.max(now, ended) : null }, cues: entered.cues };
  }
  const later = after(script, entered.state, entered.state.endsAt, now);
  return { state: later.state, cues: [...entered.cues, ...later.cues] };
}

function enter(script, state, index, now) {
  const all = stretches(script);
  if (index >= all.length) {
    return finish(state, now);
  }
  const stretch = all[index];
  return {
    state: restarted(stretch, { ...state, at: index }, now),
    cues: [{ cue: stretch.kind, exercise: stretch.exercise, set: stretch.set, side: stretch.side }],
  };
}

function restarted(stretch, state, now) {
  const byHand = state.own && stretch.kind === 'work';
  return { ...state, endsAt: byHand ? null : now + stretch.ms, left: null, seen: now };
}

function finish(state, now) {
  return { state: { ...state, screen: 'after', endsAt: null, left: null, seen: null, finishedAt: now }, cues: [{ cue: 'finish' }] };
}

/** What is said between the last look and now: half-time, the last seconds, and each repetition. */
function counts(script, state, now) {
  const stretch = stretches(script)[state.at];
  const exercise = script.exercises[stretch.exercise];
  const passed = (moment) => state.seen < moment && moment <= now;
  const begun = state.endsAt - stretch.ms;
  const cues = [];
  if (stretch.kind === 'work' && exercise.reps !== null) {
    const round = roundTime(exercise);
    for (let rep = 2; rep <= exercise.reps; rep++) {
      if (passed(begun + (rep - 1) * round)) {
        cues.push({ cue: 'rep', rep });
      }
    }
    return cues;
  }
  if (stretch.kind === 'work' && stretch.ms >= 4 * MORE && passed(begun + stretch.ms / 2)) {
    cues.push({ cue: 'half' });
  }
  for (let second = COUNTED; second >= 1; second--) {
    if (passed(state.endsAt - second * 1000)) {
      cues.push({ cue: 'count', second });
    }
  }
  return cues;
}
