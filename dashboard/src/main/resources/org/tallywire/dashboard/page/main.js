// The page: asks for the parts, shows them, and keeps them true.

import { byId, h, set } from './dom.js';
import { get, listen } from './live.js';
import { firing, showAlerts } from './alerts.js';
import { showClaims, startClaims } from './claims.js';
import { showSeries } from './series.js';
import { showFailures, showSources } from './sources.js';
import { showTallies, startTallies } from './tallies.js';
import { number, plural, relative, tick } from './words.js';

const SECTIONS = ['alerts', 'tallies', 'claims', 'sources'];
const state = { summary: null, series: [], claims: [], alerts: [], sources: [], connected: false };
const wants = { summary: '/api/summary', series: '/api/series', claims: '/api/claims', alerts: '/api/alerts', sources: '/api/sources' };
let running = null;
let waiting = new Set();

/** Asks for the parts again; what comes while a round is under way waits for the next one. */
async function load(parts) {
  parts.forEach(part => waiting.add(part));
  if (running) return running;
  running = (async () => {
    while (waiting.size > 0) {
      const now = new Set(['summary', ...waiting].filter(part => wants[part]));
      if (now.has('series')) now.add('alerts');
      waiting = new Set();
      try {
        await Promise.all([...now].map(async part => {
          state[part] = await get(wants[part]);
        }));
        show();
      } catch {
        connected(false);
      }
    }
  })();
  await running;
  running = null;
}

function show() {
  const ready = state.summary.ready;
  showAlerts(state.alerts, ready);
  showTallies(state.series, firing(state.alerts), ready);
  showClaims(state.claims, ready);
  showSources(state.sources, ready);
  showFailures(state.summary.totals.failures, ready);
  totals(state.summary);
  const id = routeSeries();
  if (id !== null) showSeries(id, state.alerts, true);
}

function totals({ totals: all, ready, feed }) {
  const firingNow = all.alerts.FIRING ?? 0;
  const sources = Object.values(all.sources).reduce((a, b) => a + b, 0);
  const failing = (all.sources.BAD ?? 0) + (all.sources.WARN ?? 0);
  const aside = all.failures.reduce((sum, failure) => sum + failure.count, 0);
  const total = (label, value, note) => h('div', {}, h('dt', {}, label), h('dd', {}, number(value), h('small', {}, note)));
  set(byId('totals'),
    total('Alerts firing', firingNow, `${plural((all.alerts.PENDING ?? 0), 'pending', 'pending')}`),
    total('Series counted', all.series, 'each rolling over 1 to 365 days'),
    total('Claims standing', all.currentClaims, `by ${plural(all.publishers, 'publisher')}`),
    total('Sources working', all.sources.GOOD ?? 0, `of ${number(sources)}${failing > 0 ? `, ${number(failing)} need a look` : ''}`),
    total('Set aside', aside, aside === 0 ? 'nothing unusable' : plural(all.failures.length, 'reason')));
  byId('lead').textContent = lead(all, ready, firingNow);
  document.title = firingNow > 0 ? `(${firingNow}) Tallywire` : 'Tallywire';
  const left = Object.entries(all.leftOut).map(([part, count]) => `${number(count)} ${part}`);
  const notice = byId('notice');
  notice.hidden = ready && left.length === 0;
  notice.textContent = ready ? `This page holds as much as its memory limit allows; left out: ${left.join(', ')}.` : `Reading the topics: ${feed}`;
  fresh();
}

function lead(all, ready, firingNow) {
  if (!ready) return 'Reading the topics.';
  if (all.records === 0) return 'Nothing has been counted yet. The first numbers appear here by themselves.';
  if (firingNow === 0) return 'Every series is in its usual range.';
  const out = firing(state.alerts).size;
  const rest = all.series - out > 0 ? `; ${number(all.series - out)} are within it` : '';
  return `${out === 1 ? 'One series is out of its' : `${number(out)} series are out of their`} usual range${rest}.`;
}

function fresh() {
  const words = document.querySelector('.fresh-words');
  const dot = document.querySelector('.fresh .dot');
  const newest = state.summary?.totals.newest;
  dot.dataset.tone = state.connected ? 'good' : 'bad';
  words.textContent = state.connected ? (newest ? `Live, last change ${relative(newest)}` : 'Live') : 'Not connected, trying again';
  byId('fresh').title = newest ? `Last change ${newest}` : '';
}

function connected(yes) {
  state.connected = yes;
  fresh();
}

function routeSeries() {
  const found = /^#\/series\/(.+)$/.exec(location.hash);
  try {
    return found ? decodeURIComponent(found[1]) : null;
  } catch {
    return null;
  }
}

async function route() {
  const id = routeSeries();
  byId('overview').hidden = id !== null;
  byId('series').hidden = id === null;
  if (id !== null) {
    await showSeries(id, state.alerts);
    scrollTo(0, 0);
    byId('series-title')?.focus({ preventScroll: true });
    return;
  }
  const section = location.hash.replace('#/', '');
  if (SECTIONS.includes(section)) byId(section).scrollIntoView();
}

startTallies();
startClaims();
addEventListener('hashchange', route);
await load(Object.keys(wants));
await route();
listen(load, connected);
setInterval(() => {
  tick();
  fresh();
}, 5_000);
