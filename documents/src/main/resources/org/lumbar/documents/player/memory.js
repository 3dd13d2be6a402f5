// What is kept on this device: no names, a session for half a day, and of the last session its day.

import { start, step, stretches } from './machine.js';
import { responseId } from './results.js';

const HOURS = 12;

export function restored(script, key) {
  const saved = kept(key);
  const fresh = saved && Date.now() - saved.now < HOURS * 3_600_000 && saved.state.outcomes.length === script.exercises.length;
  if (!fresh) {
    return start(script);
  }
  const { state } = saved;
  const inside = state.at < stretches(script).length ? state : start(script);
  return inside.screen === 'run' ? step(script, inside, { type: 'pause' }, saved.now).state : inside;
}

export function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

export function keep(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // a page from a file may not be allowed to; it then starts anew after a reload
  }
}

/** The day here. */
export function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Notes that a session was done today. */
export function remember(script, state) {
  keep(lastKey(script), { day: today(), response: responseId(state) });
}

/**
 * The last session as this device or whoever made the page knows it: its day, or null when neither does. Nothing when it was today:
 * the morning after it has not come.
 */
export function earlier(script) {
  const last = kept(lastKey(script));
  const day = [last?.day, script.earlier].filter(Boolean).sort().at(-1) ?? null;
  return day !== null && day >= today() ? null : { day, response: last?.day === day ? last.response : null };
}

function lastKey(script) {
  return `lumbar.last.${script.person}`;
}
