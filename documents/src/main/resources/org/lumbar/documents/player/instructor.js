// The page of an instructor: one exercise at a time, large, slow, still or turned round, and what was taught.

import { Figure, moment } from './figure.js';
import { lesson } from './results.js';
import { text } from './view.js';

export function teach(script, save) {
  const figure = new Figure(document.getElementById('figure'));
  const cards = [...document.querySelectorAll('.cards > li')];
  const bars = [...document.querySelectorAll('.steps > i')];
  let at = 0;
  let gone = 0;
  let speed = 1;
  let frozen = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  let turned = false;
  let before = performance.now();

  const show = () => {
    cards.forEach((card, i) => card.classList.toggle('current', i === at));
    bars.forEach((bar, i) => (bar.className = i < at ? 'past' : i === at ? 'present' : ''));
    document.querySelector('.steps').setAttribute('aria-valuenow', String(at + 1));
    text('kind', `${at + 1} ${script.texts.of} ${script.exercises.length}`);
    pressed('freeze', frozen, script.texts[frozen ? 'play' : 'freeze']);
    pressed('slow', speed < 1);
    pressed('mirror', turned);
  };
  const pressed = (what, is, words) => {
    const button = document.querySelector(`[data-teach=${what}]`);
    button.setAttribute('aria-pressed', String(is));
    if (words) {
      button.querySelector('span').textContent = words;
    }
  };
  const draw = (now) => {
    gone += frozen ? 0 : (now - before) * speed;
    before = now;
    const exercise = script.exercises[at];
    const where = moment(exercise, gone);
    const part = exercise.parts[where.index];
    document.body.classList.toggle('undrawn', part.figure === null);
    figure.show(part, turned);
    figure.seek(where.time);
    cards[at].querySelectorAll('.how > li').forEach((line, i) => line.classList.toggle('current', i === where.step - 1));
    const breath = document.getElementById('breath');
    breath.hidden = !where.breath;
    if (where.breath) {
      breath.querySelector('span').textContent = script.texts[where.breath];
      breath.querySelector('b').style.setProperty('--size', (where.breath === 'in' ? where.share : 1 - where.share).toFixed(3));
    }
    requestAnimationFrame(draw);
  };
  const go = (to) => {
    at = Math.min(script.exercises.length - 1, Math.max(0, to));
    gone = 0;
    show();
  };
  const actions = {
    previous: () => go(at - 1),
    next: () => go(at + 1),
    freeze: () => { frozen = !frozen; show(); },
    slow: () => { speed = speed < 1 ? 1 : 0.5; show(); },
    mirror: () => { turned = !turned; show(); },
    full: () => (document.fullscreenElement ? document.exitFullscreen() : document.querySelector('.teach').requestFullscreen?.()),
    save: () => save(lesson(script, records(cards), Date.now())),
  };
  document.addEventListener('click', (event) => {
    const action = event.target.closest('[data-teach]')?.dataset.teach;
    if (action) {
      actions[action]();
    }
  });
  document.addEventListener('keydown', (event) => {
    const key = { Space: 'freeze', ArrowLeft: 'previous', ArrowRight: 'next' }[event.code];
    if (key && !event.target.closest('button, input, select, textarea, summary, dialog, [tabindex="0"]')) {
      event.preventDefault();
      actions[key]();
    }
  });
  document.querySelectorAll('form.record').forEach((form) => form.addEventListener('submit', (event) => event.preventDefault()));
  show();
  requestAnimationFrame(draw);
}

function records(cards) {
  return cards.map((card) => {
    const form = card.querySelector('form.record');
    const points = [...form.querySelectorAll('[name=point]')];
    return {
      shown: form.elements.shown.checked,
      correct: points.filter((one) => one.checked).length,
      points: points.length,
      change: form.elements.change.value,
      why: form.elements.why.value,
    };
  });
}
