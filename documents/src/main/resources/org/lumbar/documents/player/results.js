// What became of a session, as a FHIR R4 bundle. It holds the identifier of the patient that the page was made for, no name.

const QUESTIONNAIRES = 'https://w3id.org/lumbar/fhir/Questionnaire/';
const LOINC = 'http://loinc.org';

/** The bundle of a finished or stopped session; now is in milliseconds. */
export function report(script, state, now) {
  const moment = written(now);
  const begun = state.startedAt === null ? moment : written(state.startedAt);
  const ended = state.finishedAt === null ? moment : written(state.finishedAt);
  const resources = [response(script, 'intake', moment, checks(state)), response(script, 'exercise-session', ended, session(script, state))];
  if (knowsMorning(state.morning) && state.morning.day !== null) {
    resources.push(morningAfter(script, state.morning, ended));
  }
  if (state.pain.before !== null) {
    resources.push(pain(script, 'before', begun, state.pain.before));
  }
  if (state.pain.after !== null) {
    resources.push(pain(script, 'after', ended, state.pain.after));
  }
  return bundle(script, moment, resources);
}

/** The bundle of a lesson: for each exercise what was shown, which points were right, and what changes. */
export function lesson(script, records, now) {
  const moment = written(now);
  const items = records.map((one, i) => group(script.exercises[i].id, [
    answer('shown', { valueBoolean: one.shown }),
    answer('points-correct', { valueInteger: one.correct }),
    answer('points', { valueInteger: one.points }),
    answer('change', { valueString: one.change }),
    answer('change-reason', one.why ? { valueString: one.why } : null),
  ]));
  const correct = records.length > 0 && records.every((one) => one.shown && one.correct === one.points);
  items.push(answer('all-correct', { valueBoolean: correct }));
  return bundle(script, moment, [response(script, 'exercise-lesson', moment, [answer('session', { valueString: script.session }), ...items])]);
}

function bundle(script, moment, resources) {
  const patient = { resourceType: 'Patient', id: script.patient };
  const entries = [patient, ...resources].map((resource) => ({ fullUrl: `urn:lumbar:${resource.resourceType}:${resource.id}`, resource }));
  return { resourceType: 'Bundle', type: 'collection', timestamp: moment, entry: entries };
}

function response(script, questionnaire, moment, item) {
  return {
    resourceType: 'QuestionnaireResponse',
    id: `${questionnaire}-${stamp(moment)}`,
    questionnaire: QUESTIONNAIRES + questionnaire,
    status: 'completed',
    subject: subject(script),
    authored: moment,
    item: item.filter((one) => one !== null),
  };
}

/** The stop questions by the ids of their findings, so that a plan made from them knows what was answered. */
function checks(state) {
  return Object.entries(state.answers).map(([id, yes]) => answer(id, { valueBoolean: yes }));
}

function session(script, state) {
  const stopped = state.screen === 'stop';
  return [
    answer('session', { valueString: script.session }),
    answer('completion', { valueString: stopped ? 'not-started' : state.stopped ? 'stopped' : 'completed' }),
    answer('minutes', minutes(state)),
    answer('pain-before', scale(state.pain.before)),
    answer('pain-worst', scale(state.pain.worst)),
    answer('pain-after', scale(state.pain.after)),
    answer('effort', scale(state.effort)),
    answer('earlier-day', knowsMorning(state.morning) && state.morning.day ? { valueDate: state.morning.day } : null),
    answer('pain-next-morning', knowsMorning(state.morning) ? { valueInteger: state.morning.pain } : null),
    answer('leg-symptoms', state.leg === null ? null : { valueBoolean: state.leg }),
    answer('flag', flagged(script, state)),
    ...(script.programme ? [programme(script.programme)] : []),
    ...(stopped ? [] : state.outcomes.map((one, i) => group(script.exercises[i].id, [
      answer('outcome', { valueString: one.status === 'open' ? 'skipped' : one.status }),
      answer('sets', { valueInteger: one.sets }),
      answer('reason', one.reason ? { valueString: one.reason } : null),
    ]))),
  ];
}

/** The load that the session is part of, so that the next programme can start from the results alone. */
function programme({ changed, load }) {
  const versions = Object.entries(load.versions).map(([movement, version]) => answer(movement, { valueInteger: version }));
  return group('programme', [
    answer('changed', { valueDate: changed }),
    answer('share', { valueDecimal: load.share }),
    answer('sessions-a-week', { valueInteger: load.sessionsAWeek }),
    answer('walk-minutes', { valueDecimal: load.walkMinutes }),
    answer('walks-a-week', { valueInteger: load.walksAWeek }),
    answer('steps', { valueInteger: load.steps }),
    ...(versions.length ? [group('versions', versions)] : []),
  ]);
}

function minutes(state) {
  if (state.startedAt === null || state.finishedAt === null) {
    return null;
  }
  return { valueInteger: Math.round((state.finishedAt - state.startedAt) / 60_000) };
}

function scale(value) {
  return value === null ? null : { valueInteger: value };
}

/** What a therapist should look at first; nothing when all went well. */
function flagged(script, state) {
  const { check, leg, pain: hurt } = script.alarms(state);
  const flags = [...(check.length ? ['warning-sign'] : []), ...(leg ? ['leg-symptoms'] : []), ...(hurt ? ['pain'] : [])];
  return flags.length ? { valueString: flags.join(' ') } : null;
}

function pain(script, when, moment, value) {
  return {
    resourceType: 'Observation',
    id: `pain-${when}-${stamp(moment)}`,
    status: 'final',
    code: { coding: [{ system: LOINC, code: script.painCode }] },
    subject: subject(script),
    effectiveDateTime: moment,
    valueQuantity: { value, system: 'http://unitsofmeasure.org', code: '{score}' },
  };
}

/** Whether the person knew how the morning after the last session was. */
function knowsMorning(morning) {
  return typeof morning?.pain === 'number';
}

/** The pain on the morning after an earlier session, dated on that morning; the response is that of the session, where it is known. */
function morningAfter(script, { day, response, pain: value }, moment) {
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  const earlier = response ? { derivedFrom: [{ reference: `QuestionnaireResponse/${response}` }] } : {};
  return { ...pain(script, 'next-morning', next, value), id: `pain-next-morning-${stamp(moment)}`, ...earlier };
}

/** The id of what is written down of a session. */
export function responseId(state) {
  return `exercise-session-${stamp(state.finishedAt)}`;
}

function subject(script) {
  return { reference: `Patient/${script.patient}` };
}

function answer(linkId, value) {
  return value === null ? null : { linkId, answer: [value] };
}

function group(linkId, item) {
  return { linkId, item: item.filter((one) => one !== null) };
}

/** A moment in the time of this place, so that its day is the day of the person. */
function written(milliseconds) {
  const ahead = -new Date(milliseconds).getTimezoneOffset();
  const two = (number) => String(Math.floor(number)).padStart(2, '0');
  const zone = ahead === 0 ? 'Z' : `${ahead < 0 ? '-' : '+'}${two(Math.abs(ahead) / 60)}:${two(Math.abs(ahead) % 60)}`;
  return new Date(milliseconds + ahead * 60_000).toISOString().replace('Z', zone);
}

function stamp(moment) {
  return new Date(moment).toISOString().replaceAll(/[^0-9]/g, '');
}
