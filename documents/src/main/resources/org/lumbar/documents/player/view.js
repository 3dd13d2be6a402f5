// Puts a state on the page. Reads the state only; what it changes is only how the page looks.

import { left, paused, progress, stretches } from './machine.js';
import { Figure, moment } from './figure.js';

export class View {
  constructor(script) {
    this.script = script;
    this.say = script.texts;
    this.figure = new Figure(document.getElementById('figure'));
    this.at = -1;
    this.screen = null;
    this.cards = [...document.querySelectorAll('.cards > li')];
    this.bars = [...document.querySelectorAll('.steps > i')];
  }

  /** True when the screen changed, so that the heading gets the focus. */
  screens(state) {
    document.body.dataset.now = state.screen;
    for (const screen of document.querySelectorAll('[data-screen]')) {
      screen.classList.toggle('on', screen.dataset.screen === state.screen);
    }
    if (this.screen === state.screen) {
      return;
    }
    const first = this.screen === null;
    this.screen = state.screen;
    window.scrollTo(0, 0);
    if (!first) {
      (document.querySelector('.screen.on h2[tabindex]') ?? document.getElementById('main-action')).focus({ preventScroll: true });
    }
  }

  /** The stretch as a whole: what changes when it begins, ends or is paused. */
  stretch(state, now) {
    const all = stretches(this.script);
    const one = all[state.at];
    const exercise = this.script.exercises[one.exercise];
    const changed = this.at !== one.exercise;
    this.at = one.exercise;
    this.cards.forEach((card, i) => card.classList.toggle('current', i === one.exercise));
    this.bars.forEach((bar, i) => (bar.className = i < one.exercise ? 'past' : i === one.exercise ? 'present' : ''));
    document.querySelector('.steps').setAttribute('aria-valuenow', String(one.exercise + 1));
    if (changed) {
      this.cards[one.exercise].querySelector('details')?.removeAttribute('open');
    }
    const kind = paused(state) ? 'paused' : one.kind === 'ready' && one.exercise === 0 ? 'first' : one.kind;
    text('kind', this.say[kind]);
    document.getElementById('kind').dataset.kind = kind;
    text('set', this.position(exercise, one));
    const next = all.find((later, i) => i > state.at && later.exercise > one.exercise);
    text('upcoming', next ? `${this.say.next} ${this.script.exercises[next.exercise].name}` : this.say.last);
    const main = document.getElementById('main-action');
    const own = state.endsAt === null && !paused(state);
    main.dataset.do = paused(state) ? 'resume' : own ? 'done' : 'pause';
    main.firstElementChild.textContent = paused(state) ? this.say.resume : own ? this.say.done : this.say.pause;
    this.moving(state, now);
  }

  position(exercise, one) {
    const parts = [];
    if (exercise.sets > 1 && one.kind !== 'ready') {
      parts.push(`${this.say.set} ${one.set + 1} ${this.say.of} ${exercise.sets}`);
    }
    if (exercise.sides > 1 && one.kind !== 'ready' && one.kind !== 'rest') {
      parts.push(one.side === 0 ? this.say['side-one'] : this.say['side-two']);
    }
    return parts.join(' · ');
  }

  /** What changes all the time: the figure, the count, the breath, and the step in words. */
  moving(state, now) {
    const one = stretches(this.script)[state.at];
    const exercise = this.script.exercises[one.exercise];
    const working = one.kind === 'work';
    const { gone, rep } = progress(this.script, state, now);
    const where = moment(exercise, working ? gone : 0);
    const part = exercise.parts[where.index];
    this.figure.show(part, one.side === 1 && part.mirrored === true);
    document.body.classList.toggle('undrawn', part.figure === null);
    this.figure.seek(where.time);
    const rest = left(state, now);
    const counting = working && exercise.reps !== null;
    text('count', counting ? `${rep} ${this.say.of} ${exercise.reps}` : rest === null ? '' : clock(rest));
    document.getElementById('count').dataset.form = counting ? 'reps' : 'time';
    this.breath(working && state.endsAt !== null ? where : null);
    this.step(one.exercise, working ? where.step : 0);
    document.title = rest === null ? exercise.name : `${clock(rest)} · ${exercise.name}`;
    return where;
  }

  breath(where) {
    const breath = document.getElementById('breath');
    breath.hidden = !where?.breath;
    if (where?.breath) {
      breath.querySelector('span').textContent = this.say[where.breath];
      const size = where.breath === 'in' ? where.share : 1 - where.share;
      breath.querySelector('b').style.setProperty('--size', size.toFixed(3));
    }
  }

  step(exercise, step) {
    if (this.stepShown === `${exercise}/${step}`) {
      return;
    }
    this.stepShown = `${exercise}/${step}`;
    this.cards[exercise].querySelectorAll('.how > li').forEach((line, i) => line.classList.toggle('current', i === step - 1));
  }

  summary(state, alarms) {
    const done = state.outcomes.filter((one) => one.status === 'done').length;
    text('sum-done', `${done} ${this.say.of} ${state.outcomes.length}`);
    text('sum-time', `${Math.round((state.finishedAt - state.startedAt) / 60_000)} ${this.say.minutes}`);
    text('sum-pain', `${state.pain.before} → ${state.pain.worst} → ${state.pain.after}`);
    text('sum-effort', `${state.effort}`);
    document.getElementById('advice-leg').hidden = !alarms.leg;
    document.getElementById('advice-pain').hidden = !alarms.pain;
    document.getElementById('well').hidden = alarms.leg || alarms.pain;
    const lines = state.outcomes.map((one, i) => {
      const line = document.createElement('li');
      line.textContent = `${this.script.exercises[i].name}: ${this.say[`status.${one.status}`]}`;
      line.dataset.status = one.status;
      return line;
    });
    document.getElementById('outcomes').replaceChildren(...lines);
  }
}

export function text(id, value) {
  const element = document.getElementById(id);
  if (element.textContent !== value) {
    element.textContent = value;
  }
}

function clock(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
