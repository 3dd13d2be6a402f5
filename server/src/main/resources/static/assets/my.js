// Results of sessions that could not be sent leave this device when there is a connection again.
import { deliver } from '/player/queue.js';

const place = document.getElementById('waiting');

async function send() {
  const outcomes = [...(await deliver({ 'X-CSRF-TOKEN': place.dataset.csrf })).values()];
  if (outcomes.includes('sent')) {
    location.reload();
  }
}

send();
window.addEventListener('online', send);
