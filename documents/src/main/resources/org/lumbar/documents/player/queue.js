// Results on their way to the server: kept on this device until they are there, in their order. No names are in them.

const QUEUE = 'lumbar.results';

/** Puts a result at the end of the queue; one that waits already is replaced. */
export function enqueue(address, key, body) {
  save([...waiting().filter((one) => one.key !== key), { address, key, body, refused: false }]);
}

/**
 * Sends what waits, the oldest first, until the connection fails. Gives for each key "sent", "refused" (the server will never
 * take it; it stays here) or "failed" (it will be tried again).
 */
export async function deliver(headers) {
  const outcome = new Map();
  for (const one of waiting().filter((entry) => !entry.refused)) {
    const answer = await post(one, headers);
    outcome.set(one.key, answer);
    if (answer === 'sent') {
      save(waiting().filter((entry) => entry.key !== one.key));
    } else if (answer === 'refused') {
      save(waiting().map((entry) => (entry.key === one.key ? { ...entry, refused: true } : entry)));
    } else {
      break;
    }
  }
  return outcome;
}

async function post({ address, key, body }, headers) {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/fhir+json', 'Idempotency-Key': key, ...headers },
      body: JSON.stringify(body),
    });
    if (answer.ok && !answer.redirected) {
      return 'sent';
    }
    // Not of this person (409) or signed out: someone else may take it later. Anything else is wrong for good.
    return [400, 413, 415, 422].includes(answer.status) ? 'refused' : 'failed';
  } catch {
    return 'failed';
  }
}

function waiting() {
  try {
    return JSON.parse(localStorage.getItem(QUEUE)) ?? [];
  } catch {
    return [];
  }
}

function save(entries) {
  try {
    localStorage.setItem(QUEUE, JSON.stringify(entries));
  } catch {
    // a full or closed store: the page still offers the result as a file
  }
}
