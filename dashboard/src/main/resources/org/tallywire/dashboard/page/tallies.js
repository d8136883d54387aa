// Tallies: one row a series, grouped by what is counted.

import { byId, empty, h, keyed, set } from './dom.js';
import { spark } from './charts.js';
import { labelWords, number, seriesName, seriesTitle } from './words.js';

const WINDOWS = [['1', '1 day'], ['7', '7 days'], ['28', '28 days'], ['365', '365 days'], ['all', 'All']];
const STEP = 60;
const FEW = 6;
const view = { filter: '', change: '28', sort: 'group', down: true, limit: STEP, open: new Set() };
let last = { series: [], hot: new Set(), ready: false };

export function startTallies() {
  byId('tallies-filter').addEventListener('input', event => choose({ filter: event.target.value.toLowerCase(), limit: STEP }));
  byId('tallies-window').addEventListener('change', event => choose({ change: event.target.value }));
  byId('tallies-more').addEventListener('click', () => choose({ limit: view.limit + 4 * STEP }));
}

function choose(wanted) {
  Object.assign(view, wanted);
  showTallies(last.series, last.hot, last.ready);
}

export function showTallies(series, hot, ready) {
  last = { series, hot, ready };
  const found = series.filter(row => matches(row, view.filter));
  const sorted = found.sort(order());
  const grouped = view.sort === 'group';
  head();
  keyed(byId('tallies-body'), grouped ? groups(sorted, hot) : sorted.slice(0, view.limit).map(row => item(row, hot)), row => row.key, line);
  byId('tallies-table').hidden = found.length === 0;
  const more = byId('tallies-more');
  more.hidden = grouped || found.length <= view.limit;
  more.textContent = `Show more (${number(found.length - view.limit)} left)`;
  empty(byId('tallies-empty'), found.length === 0, series.length > 0
    ? 'No series has these words. Try a statute key such as ru/uk/a337, a court or an outlet.'
    : ready
      ? 'No series yet. As soon as a document is counted, its series appears here with its rolling counts.'
      : 'Series appear here once the topics have been read.');
}

function matches(row, filter) {
  const text = `${row.id} ${seriesName(row.name)} ${labelWords(row.labels).join(' ')}`.toLowerCase();
  return filter.split(/\s+/).every(word => text.includes(word));
}

function delta(row) {
  const previous = row.previous[view.change];
  return previous === undefined ? null : (row.counts[view.change] ?? 0) - previous;
}

function order() {
  if (view.sort === 'group') return (a, b) => seriesName(a.name).localeCompare(seriesName(b.name))
    || Object.keys(a.labels).length - Object.keys(b.labels).length || (b.counts['365'] ?? 0) - (a.counts['365'] ?? 0) || a.id.localeCompare(b.id);
  const value = view.sort === 'change' ? row => delta(row) ?? -Infinity : row => row.counts[view.sort] ?? -1;
  return (a, b) => (view.down ? value(b) - value(a) : value(a) - value(b)) || a.id.localeCompare(b.id);
}

const item = (row, hot) => ({ key: row.id, row, hot: hot.has(row.id), grouped: view.sort === 'group', change: view.change });

/** Rows under a heading for each family; a large family shows its first few until it is opened, or a filter asks for it. */
function groups(series, hot) {
  const families = Map.groupBy(series, row => row.name);
  return [...families].flatMap(([name, rows]) => {
    const whole = rows.length <= FEW + 2 || view.open.has(name) || view.filter !== '';
    const shown = whole ? rows : rows.filter((row, i) => i < FEW || hot.has(row.id));
    const rest = rows.length - shown.length;
    return [{ key: `group ${name}`, group: name }, ...shown.map(row => item(row, hot)), ...(rest > 0 ? [{ key: `rest ${name}`, rest, name }] : [])];
  });
}

function head() {
  const sortable = (key, words) => h('th', { cls: 'num', scope: 'col', 'aria-sort': view.sort === key ? (view.down ? 'descending' : 'ascending') : null },
    h('button', { type: 'button', title: `Sort by ${words}`, on: { click: () => sortBy(key) } }, words));
  set(byId('tallies-head'), h('tr', {},
    h('th', { scope: 'col' }, h('button', { type: 'button', title: 'Group by what is counted', on: { click: () => choose({ sort: 'group' }) } }, 'Series')),
    h('th', { scope: 'col' }, '13 weeks'),
    WINDOWS.map(([key, words]) => sortable(key, words)),
    sortable('change', 'Change')));
}

function sortBy(key) {
  choose({ sort: key, down: view.sort === key ? !view.down : true });
}

function line({ row, group, rest, name, hot, grouped, change }) {
  if (rest !== undefined) {
    const show = () => choose({ open: new Set([...view.open, name]) });
    return h('tr', { cls: 'rest' }, h('td', { colspan: 8 }, h('button', { type: 'button', cls: 'link', on: { click: show } }, `${number(rest)} more under ${seriesName(name)}`)));
  }
  if (group !== undefined) return h('tr', { cls: 'group' }, h('td', { colspan: 8 }, seriesName(group)));
  return h('tr', {},
    h('td', { cls: 'series-name' },
      h('a', { href: `#/series/${encodeURIComponent(row.id)}`, title: row.id }, seriesTitle(row)),
      hot && h('span', { cls: 'flag' }, 'alert'),
      !grouped && h('small', {}, seriesName(row.name))),
    h('td', { cls: 'spark-cell' }, row.recent.length > 0 ? spark(row.recent) : null),
    WINDOWS.map(([key, words]) => cell(row.counts[key], words)),
    h('td', { cls: 'num change', 'data-label': `Change, ${change} d` }, changeWords(row.counts[change], row.previous[change])));
}

function cell(count, words) {
  return h('td', { cls: count === 0 ? 'num zero' : 'num', 'data-label': words }, count === undefined ? '–' : number(count));
}

/** "+12" with "from 30, +40 %"; no percentage of small numbers, which would shout. */
export function changeWords(count, previous) {
  if (count === undefined || previous === undefined) return '–';
  const by = count - previous;
  const sign = by > 0 ? '+' : by < 0 ? '−' : '±';
  const percent = previous >= 20 ? `, ${sign}${number(Math.round((Math.abs(by) / previous) * 100))} %` : '';
  return [`${sign}${number(Math.abs(by))}`, h('small', {}, `from ${number(previous)}${percent}`)];
}
