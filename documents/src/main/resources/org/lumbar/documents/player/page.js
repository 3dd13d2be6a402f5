// Joins the parts: presses and the clock become events, states become the page, cues become sounds.

import { alarms, paused, step } from './machine.js';
import { earlier, keep, kept, remember, restored, today } from './memory.js';
import { deliver, enqueue } from './queue.js';
import { report } from './results.js';
import { Sound } from './sound.js';
import { View, text } from './view.js';
import { teach } from './instructor.js';

const TICK = 200;
/** How many ticks may be lost when a device goes off. */
const KEPT = 10;
const SETTINGS = 'lumbar.player';

function main() {
  const script = JSON.parse(document.getElementById('script').textContent);
  dialogs();
  const look = document.documentElement.dataset.look;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches || (look !== undefined && !/motion-on/.test(look));
  document.body.classList.toggle('still', still);
  if (!still) {
    putPosesAway();
  }
  const sound = new Sound(script.language);
  const settings = { sound: 'voice', pace: 'guided', theme: 'auto', ...kept(SETTINGS) };
  const set = (name, value) => {
    settings[name] = value;
    keep(SETTINGS, settings);
    document.documentElement.dataset.theme = settings.theme;
    sound.set(settings.sound);
  };
  if (script.instructor) {
    choices(settings, set);
    set('theme', settings.theme);
    teach(script, (bundle) => download(script, bundle));
    return;
  }
  if (script.sessions) {
    days(script, (session) => play(session, sound, settings, set));
    choices(settings, set);
    set('theme', settings.theme);
  } else {
    play(script, sound, settings, set);
  }
}

/** Where the figure moves, its still pictures are needed only on paper; without them the page is light. */
function putPosesAway() {
  const taken = [...document.querySelectorAll('.card .poses')].map((poses) => ({ poses, before: poses.previousElementSibling }));
  const away = () => taken.forEach(({ poses }) => poses.remove());
  window.addEventListener('beforeprint', () => taken.forEach(({ poses, before }) => before.after(poses)));
  window.addEventListener('afterprint', away);
  away();
}

/** The days of a programme: choosing a session makes the page that of this session. */
function days(script, begin) {
  document.body.dataset.now = 'days';
  document.querySelector('[data-screen=days]').classList.add('on');
  const day = document.querySelector(`[data-day="${today()}"]`);
  day?.setAttribute('aria-current', 'date');
  day?.scrollIntoView({ block: 'start' });
  for (const button of document.querySelectorAll('[data-session]')) {
    const one = script.sessions[Number(button.dataset.session)];
    const screen = kept(`lumbar.session.${one.key}`)?.state.screen;
    button.querySelector('.state').textContent = screen === 'summary' ? '✓' : '';
    button.addEventListener('click', () => begin(chosen(script, one)));
  }
}

/** The script and the page with the exercises of one session only, in its order. */
function chosen(script, one) {
  const list = document.querySelector('.cards');
  const cards = [...list.children];
  const ahead = [...document.getElementById('list').children];
  list.replaceChildren(...one.exercises.map((i, at) => (one.exercises.indexOf(i) < at ? cards[i].cloneNode(true) : cards[i])));
  document.getElementById('list').replaceChildren(...one.exercises.map((i) => ahead[i].cloneNode(true)));
  document.querySelector('.steps').replaceChildren(...one.exercises.map(() => document.createElement('i')));
  document.querySelector('.steps').setAttribute('aria-valuemax', String(one.exercises.length));
  document.querySelector('.top h1').textContent = one.title;
  document.querySelector('.top .size').textContent = one.size;
  text('about', one.about);
  text('list-size', one.size);
  return { ...script, session: one.session, key: one.key, exercises: one.exercises.map((i) => script.exercises[i]) };
}

function play(script, sound, settings, set) {
  script.morning = earlier(script);
  script.alarms = (state) => alarms(script, state);
  const key = `lumbar.session.${script.key}`;
  const view = new View(script);
  const still = document.body.classList.contains('still');
  let state = restored(script, key);
  let breath = null;

  const send = (event) => {
    const now = Date.now();
    const before = state;
    if (event.type === 'again') {
      script.morning = earlier(script);
    }
    const next = step(script, state, event, now);
    state = next.state;
    if (event.type === 'again' && script.sessions && before.screen === 'summary') {
      state = before; // what was done stays done
      location.reload();
      return;
    }
    if (state.finishedAt !== null && before.finishedAt === null) {
      remember(script, state);
    }
    if (event.type === 'again') {
      blank();
    }
    next.cues.forEach((cue) => heard(script, sound, cue));
    if (script.post && state.screen !== before.screen && ['stop', 'summary'].includes(state.screen)) {
      submit(script, state, now);
    }
    if (state !== before) {
      if (event.type !== 'tick' || next.cues.length) {
        keep(key, { state, now });
      }
      show(now, event.type !== 'tick' || before.at !== state.at || before.endsAt !== state.endsAt);
    }
  };
  const show = (now, whole) => {
    view.screens(state);
    if (state.screen === 'run' && whole) {
      view.stretch(state, now);
    }
    if (state.screen === 'summary') {
      view.summary(state, alarms(script, state));
    }
    ready(script, state);
    wake(state.screen === 'run' && !paused(state));
  };
  const draw = () => {
    if (state.screen === 'run' && !still) {
      const where = view.moving(state, Date.now());
      if (where.breath !== breath && script.exercises[view.at].breathing && state.endsAt !== null) {
        breath = where.breath;
        if (breath) {
          sound.cue(breath, script.texts[breath]);
        }
      }
    }
    requestAnimationFrame(draw);
  };

  choices(settings, (name, value) => {
    set(name, value);
    if (name === 'pace') {
      send({ type: 'own', on: value === 'own' });
    }
  });
  set('theme', settings.theme);
  send({ type: 'own', on: settings.pace === 'own' });
  fill(state);
  presses(script, send, () => state, sound);
  document.addEventListener('visibilitychange', () => send({ type: 'tick' }));
  window.addEventListener('pagehide', () => keep(key, { state, now: Date.now() }));
  let ticks = 0;
  setInterval(() => {
    send({ type: 'tick' });
    ticks++;
    if (state.screen === 'run' && ticks % KEPT === 0) {
      keep(key, { state, now: Date.now() });
    }
    if (still && state.screen === 'run') {
      view.moving(state, Date.now());
    }
  }, TICK);
  show(Date.now(), true);
  requestAnimationFrame(draw);
  if (script.post) {
    deliver(script.headers);
    window.addEventListener('online', () => deliver(script.headers));
  }
}

/** Buttons, answers and keys. */
function presses(script, send, state, sound) {
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) {
      return;
    }
    const { do: action, reason, save, send: post } = { ...button.dataset };
    if (action) {
      sound.wake();
      send({ type: action });
    } else if (reason) {
      document.getElementById('skip').close();
      send({ type: 'skip', reason });
    } else if (save !== undefined) {
      download(script, report(script, state(), Date.now()));
    } else if (post !== undefined) {
      submit(script, state(), Date.now());
    }
  });
  document.addEventListener('change', ({ target }) => {
    const value = Number(target.value);
    if (script.check.includes(target.name)) {
      send({ type: 'answer', id: target.name, yes: target.value === 'yes' });
    }
    const events = {
      'pain-before': { type: 'before', pain: value },
      'pain-next-morning': { type: 'before', morning: Number.isNaN(value) ? target.value : value },
      'pain-worst': { type: 'report', pain: { worst: value } },
      'pain-after': { type: 'report', pain: { after: value } },
      effort: { type: 'report', effort: value },
      'leg-symptoms': { type: 'report', leg: target.value === 'yes' },
    };
    if (events[target.name]) {
      send(events[target.name]);
    }
  });
  document.addEventListener('keydown', (event) => {
    if (state().screen !== 'run' || document.querySelector('dialog[open]') || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const own = event.target.closest('button, summary, input');
    if (event.code === 'Space' && !own) {
      event.preventDefault();
      document.getElementById('main-action').click();
    } else if (event.code === 'ArrowLeft') {
      send({ type: 'previous' });
    } else if (event.code === 'ArrowRight') {
      send({ type: 'done' });
    }
  });
}

/** The question about the morning after the last session, as far as its day is known. */
function ask(script, morning) {
  const question = document.querySelector('[data-scale=pain-next-morning]');
  question.hidden = !morning;
  if (morning?.day) {
    text('earlier-day', new Date(`${morning.day}T12:00`).toLocaleDateString(script.language, { day: 'numeric', month: 'long' }));
    document.getElementById('earlier').hidden = false;
    question.querySelector('[value=none]').parentElement.hidden = true;
  }
}

/** Buttons that wait for an answer. */
function ready(script, state) {
  ask(script, state.morning);
  const waits = {
    checked: script.check.some((id) => state.answers[id] === undefined),
    start: state.pain.before === null,
    reported: state.pain.worst === null || state.pain.after === null || state.effort === null || state.leg === null,
  };
  for (const [action, waiting] of Object.entries(waits)) {
    const button = document.querySelector(`[data-do=${action}]`);
    button.disabled = waiting;
  }
}

/** What a cue sounds like; what is spoken also stands where screen readers hear it. */
function heard(script, sound, cue) {
  const exercise = script.exercises[cue.exercise];
  const say = script.texts;
  const words = {
    ready: () => `${say.ready}. ${exercise.name}. ${exercise.position}. ${exercise.dose}`,
    work: () => say.go,
    rest: () => say.rest,
    switch: () => say.switch,
    rep: () => String(cue.rep),
    half: () => say.half,
    count: () => String(cue.second),
    finish: () => say.finish,
  }[cue.cue]();
  if (cue.cue !== 'rep' && cue.cue !== 'count') {
    text('spoken', words);
  }
  sound.cue(cue.cue, words);
}

function choices(settings, set) {
  for (const group of document.querySelectorAll('[data-setting]')) {
    const name = group.dataset.setting;
    for (const input of group.querySelectorAll('input')) {
      input.checked = input.value === settings[name];
      input.addEventListener('change', () => set(name, input.value));
    }
  }
}

/** No answer stands on the page that was not heard: given before the scripts came, or put back by the browser. */
function blank() {
  document.querySelectorAll('main input[type=radio]').forEach((input) => (input.checked = false));
}

/** Answers of a session that goes on after a reload. */
function fill(state) {
  blank();
  const check = (name, value) => {
    const input = value === null || value === undefined ? null : document.querySelector(`input[name="${name}"][value="${value}"]`);
    if (input) {
      input.checked = true;
    }
  };
  Object.entries(state.answers).forEach(([id, yes]) => check(id, yes ? 'yes' : 'no'));
  check('pain-before', state.pain.before);
  check('pain-next-morning', state.morning?.pain);
  check('pain-worst', state.pain.worst);
  check('pain-after', state.pain.after);
  check('effort', state.effort);
  check('leg-symptoms', state.leg === null ? null : state.leg ? 'yes' : 'no');
}

function dialogs() {
  document.addEventListener('click', ({ target }) => {
    const { open, close } = target.closest('button')?.dataset ?? {};
    if (open) {
      document.getElementById(open).showModal();
    } else if (close) {
      document.getElementById(close).close();
    }
  });
}

// ---- results and the screen

function download(script, bundle) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(bundle, null, 2)], { type: 'application/fhir+json' }));
  link.download = `session-${script.session}-${bundle.timestamp.slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Sends a result as soon as there is one; the same session has the same key, however often it is sent. */
function submit(script, state, now) {
  const key = `${script.key}-${state.finishedAt ?? now}`;
  enqueue(script.post, key, report(script, state, now));
  told(script.texts.sending);
  send(script, key);
}

/** Sends what waits; says what became of the result with this key. */
async function send(script, key) {
  const outcome = (await deliver(script.headers)).get(key) ?? 'failed';
  told(script.texts[outcome]);
  document.getElementById('send-again').hidden = outcome !== 'failed';
}

function told(words) {
  document.querySelectorAll('.sent').forEach((place) => (place.textContent = words));
}

let lock = null;

/** Keeps the screen on while the session runs, where the device allows it. */
async function wake(on) {
  if (!on) {
    lock?.release?.();
    lock = null;
  } else if (!lock && document.visibilityState === 'visible' && navigator.wakeLock) {
    lock = {};
    try {
      lock = await navigator.wakeLock.request('screen');
      lock.addEventListener('release', () => (lock = null));
    } catch {
      lock = null;
    }
  }
}

main();
