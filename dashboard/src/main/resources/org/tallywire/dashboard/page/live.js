// Data from the server, and word of what has changed.

/** JSON of one address; the browser asks again with the ETag, so that what has not changed costs nothing. */
export async function get(path) {
  const reply = await fetch(path, { headers: { Accept: 'application/json' } });
  if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
  return reply.json();
}

export const seriesPath = id => `/api/series/${encodeURIComponent(id)}/days`;

/**
 * Calls `changed` with a set of parts ("series", "claims", ...) as they change, and `state` with true or false as the
 * connection comes and goes. While it is gone everything is asked for every 20 s.
 */
export function listen(changed, state) {
  const everything = new Set(['series', 'claims', 'alerts', 'sources', 'failures']);
  let lost = false;
  const events = new EventSource('/events');
  events.addEventListener('hello', () => {
    if (lost) changed(everything);
    lost = false;
    state(true);
  });
  events.addEventListener('change', event => changed(new Set(event.data.split(' '))));
  events.addEventListener('error', () => {
    lost = true;
    state(false);
  });
  setInterval(() => {
    if (lost && !document.hidden) changed(everything);
  }, 20_000);
}
