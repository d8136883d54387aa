// One series: its windows, every day of it, and why a day is what it is.

import { byId, h, set } from './dom.js';
import { get, seriesPath } from './live.js';
import { evidence } from './alerts.js';
import { changeWords } from './tallies.js';
import { daysChart, dense } from './days-chart.js';
import { addDays, day, number, plural, said, seriesLine, when } from './words.js';

const RANGES = [[90, '90 days'], [365, 'One year'], [0, 'All']];
const WINDOWS = [['1', '1 day'], ['7', '7 days'], ['28', '28 days'], ['365', '365 days'], ['all', 'All time']];
const view = { id: null, range: 365, chosen: null, data: null, alerts: [] };

export async function showSeries(id, alerts, again = false) {
  if (!again) Object.assign(view, { id, chosen: null, data: null });
  view.alerts = alerts.filter(alert => alert.series === id);
  const box = byId('series');
  try {
    const data = await get(seriesPath(id));
    if (view.id !== id) return;
    view.data = data;
  } catch (error) {
    set(box, back(), h('h1', { cls: 'series-title', id: 'series-title' }, 'This series is not there'),
      h('p', { cls: 'sub' }, `Nothing is counted under ${id} now. (${error.message})`));
    return;
  }
  if (again && box.querySelector('.plot')) refresh();
  else build(box);
}

const back = () => h('a', { cls: 'back', href: '#/tallies' }, '← All series');

function build(box) {
  const { series } = view.data;
  set(box, back(),
    h('h1', { cls: 'series-title', id: 'series-title', tabindex: -1 }, seriesLine(series)),
    h('p', { cls: 'chips' }, h('code', { cls: 'ids' }, series.id), h('span', {}, 'updated ', when(series.updatedAt, 'at a time not given'))),
    h('dl', { cls: 'windows', id: 'series-windows' }),
    h('div', { cls: 'ranges', role: 'group', 'aria-label': 'Range' }, RANGES.map(([days, words]) => h('button', {
      type: 'button', 'aria-pressed': String(view.range === days), data: { days }, on: { click: () => range(days) } }, words)),
    h('span', { cls: 'hint' }, 'Point at a day, or focus the chart and use the arrow keys.')),
    h('div', { id: 'series-chart' }),
    h('p', { cls: 'legend' }, h('span', {}, 'count of the day'), h('span', { cls: 'line' }, 'mean of 7 days')),
    h('div', { cls: 'card day', id: 'series-day', 'aria-live': 'polite' }),
    h('details', { cls: 'as-table' }, h('summary', {}, 'The days as a table'), h('div', { cls: 'scroll', id: 'series-table' })));
  new ResizeObserver(() => draw()).observe(byId('series-chart'));
  refresh();
}

function range(days) {
  view.range = days;
  byId('series').querySelectorAll('.ranges button').forEach(button => button.setAttribute('aria-pressed', String(Number(button.dataset.days) === days)));
  draw(true);
}

function refresh() {
  const { series, days } = view.data;
  set(byId('series-windows'), WINDOWS.map(([key, words]) => h('div', {}, h('dt', {}, words),
    h('dd', {}, series.counts[key] === undefined ? '–' : number(series.counts[key]), key === 'all' || series.previous[key] === undefined ? null : changeSmall(series, key)))));
  set(byId('series-table'), h('table', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Day'), h('th', { scope: 'col', cls: 'num' }, 'Count'), h('th', { scope: 'col', cls: 'num' }, 'Changes'))),
    h('tbody', {}, days.toReversed().slice(0, 400).map(row => h('tr', {}, h('td', {}, day(row.day)), h('td', { cls: 'num' }, number(row.count)), h('td', { cls: 'num' }, number(row.revisions)))))));
  draw(true);
}

function changeSmall(series, key) {
  const [by, from] = changeWords(series.counts[key], series.previous[key]);
  return h('small', {}, `${by} ${from.textContent}`);
}

let drawn = '';
function draw(force = false) {
  const box = byId('series-chart');
  const { series, days } = view.data;
  const to = series.asOf ?? series.lastDay;
  const width = Math.floor(box.clientWidth);
  if (!to || width < 50) return;
  const first = series.firstDay && series.firstDay < to ? series.firstDay : addDays(to, -6);
  const from = view.range === 0 || addDays(to, 1 - view.range) < first ? first : addDays(to, 1 - view.range);
  const sign = `${series.id} ${width} ${from} ${to}`;
  if (!force && sign === drawn) return;
  drawn = sign;
  const focused = box.contains(document.activeElement);
  const chosen = view.chosen && view.chosen >= from && view.chosen <= to ? view.chosen : null;
  const hot = date => view.alerts.some(alert => alert.state !== 'RETRACTED' && date >= alert.day && date <= alert.lastDay);
  set(box, daysChart({ counts: dense(days, from, to), before: dense(days, addDays(from, -6), addDays(from, -1)), from, hot, width, picked, chosen }));
  if (focused) box.firstChild.focus();
}

function picked(date, count) {
  view.chosen = date;
  const row = view.data.days.find(item => item.day === date);
  const alerts = view.alerts.filter(alert => date >= alert.day && date <= alert.lastDay);
  set(byId('series-day'),
    h('h3', {}, `${day(date)}: ${number(count)}`),
    alerts.map(alert => h('p', { cls: 'reason' }, h('span', { cls: 'chip', data: { tone: 'bad' } }, 'alert'), ' ', said(alert))),
    row ? why(row) : h('p', { cls: 'reason' }, 'Nothing was counted on this day.'),
    row && evidence(row.evidence));
}

/** Why the day is what it is: the last document that moved it. */
function why(row) {
  if (!row.lastDocument) return h('p', { cls: 'reason' }, plural(row.revisions, 'change'));
  const by = row.lastDelta > 0 ? `added ${number(row.lastDelta)}` : row.lastDelta < 0 ? `took back ${number(-row.lastDelta)}` : 'left the count as it was';
  return h('p', { cls: 'reason' }, `Changed ${row.revisions === 1 ? 'once' : `${number(row.revisions)} times`}; last `, when(row.lastChange, 'at a time not given'),
    ', when ', h('code', {}, row.lastDocument), ` ${by}.`);
}
