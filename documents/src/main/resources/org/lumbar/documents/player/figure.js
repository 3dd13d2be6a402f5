// The moving figure: which moment of its clip belongs to a moment of the exercise, and how that is shown.

/**
 * Where the figure stands after so many milliseconds of an exercise: its part, the time in the clip, the step of the words
 * (0 for none), and the breath with how far it is. A repeated exercise moves in its own tempo, a timed one in that of the clip.
 */
export function moment(exercise, gone) {
  const sides = exercise.both ? 2 : 1;
  const repeated = exercise.reps !== null;
  const round = exercise.parts.reduce((sum, part) => sum + part.seconds, 0) * 1000 * sides;
  let inside = repeated ? gone % round : gone;
  let index = 0;
  while (index < exercise.parts.length - 1 && inside >= exercise.parts[index].seconds * 1000 * sides) {
    inside -= exercise.parts[index].seconds * 1000 * sides;
    index++;
  }
  const part = exercise.parts[index];
  if (part.figure === null) {
    return { index, time: 0, step: 0, breath: null, share: 0 };
  }
  const length = part.seconds * 1000 * sides;
  const time = repeated ? (inside / length) * part.round : inside % part.round;
  return { index, time, ...phaseAt(part.phases, time) };
}

function phaseAt(phases, time) {
  let begun = 0;
  for (const phase of phases) {
    if (time < begun + phase.ms || phase === phases.at(-1)) {
      const share = Math.min(1, Math.max(0, (time - begun) / phase.ms));
      return { step: phase.step, breath: phase.breath, share };
    }
    begun += phase.ms;
  }
  return { step: 0, breath: null, share: 0 };
}

/** Shows clips in a place of the page; only one at a time, and only moved forward and back by {@link seek}. */
export class Figure {
  constructor(place) {
    this.place = place;
    this.shown = null;
  }

  /** Shows the clip of a part, turned round when asked; nothing when the part has none. */
  show(part, mirrored) {
    if (this.shown !== part.figure) {
      const template = part.figure && document.getElementById(part.figure);
      this.place.replaceChildren(...(template ? [template.content.firstElementChild.cloneNode(true)] : []));
      this.svg?.pauseAnimations();
      this.shown = part.figure;
    }
    this.place.classList.toggle('mirrored', mirrored);
    this.place.classList.toggle('none', !this.svg);
  }

  get svg() {
    return this.place.firstElementChild;
  }

  seek(milliseconds) {
    this.svg?.setCurrentTime(milliseconds / 1000);
  }
}
