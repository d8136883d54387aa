// Alerts: what needs eyes first.

import { byId, empty, h, host, keyed, out } from './dom.js';
import { alertChart, daily } from './charts.js';
import { day, number, plain, plural, ratio, said, when } from './words.js';

const STATES = {
  FIRING: 'Firing', PENDING: 'Pending', RESOLVED: 'Over', RETRACTED: 'Taken back', SUPPRESSED: 'Held back', UNKNOWN: 'Unknown',
};
const QUOTES = 3;
const open = alert => alert.state === 'FIRING' || alert.state === 'PENDING';

function tone(alert) {
  if (!open(alert)) return 'none';
  return alert.severity === 'CRITICAL' || alert.severity === 'WARNING' ? 'bad' : 'warn';
}

export function showAlerts(alerts, ready) {
  const now = alerts.filter(open);
  const past = alerts.filter(alert => !open(alert));
  keyed(byId('alerts-now'), now, alert => alert.id, card);
  keyed(byId('alerts-past'), past.slice(0, 50), alert => alert.id, card);
  byId('alerts-past-box').hidden = past.length === 0;
  const more = past.length > 50 ? `, the newest 50 here, all in the CSV` : '';
  byId('alerts-past-words').textContent = `${plural(past.length, 'earlier alert')}: over, taken back or held back${more}`;
  empty(byId('alerts-empty'), now.length === 0, ready
    ? 'Nothing is out of its usual range now. When a count leaves it, the alert appears here with the numbers, a chart and the documents behind it.'
    : 'Alerts appear here once the topics have been read.');
}

function card(alert) {
  const mood = tone(alert);
  const span = alert.day === alert.lastDay || !alert.lastDay ? day(alert.day) : `${day(alert.day)} – ${day(alert.lastDay)}`;
  return h('article', { cls: 'card alert', data: { tone: mood } },
    h('div', {},
      h('p', { cls: 'chips' },
        h('span', { cls: 'chip', data: { tone: mood } }, STATES[alert.state] ?? alert.state),
        open(alert) && alert.severity !== 'UNKNOWN' && h('span', { cls: 'chip' }, plain(alert.severity.toLowerCase())),
        h('span', {}, span),
        h('span', { title: `rule ${alert.rule}` }, plain(alert.rule)),
        alert.mode === 'BACKFILL' && h('span', { cls: 'chip' }, 'from history')),
      h('p', { cls: 'message' }, h('a', { href: `#/series/${encodeURIComponent(alert.series)}` }, said(alert))),
      measures(alert),
      alert.partial && h('p', { cls: 'why' }, `Provisional: usually ${number(alert.completeness * 100)} % of such days is in by now.`),
      alert.reason && h('p', { cls: 'why' }, alert.reason),
      evidence(alert.evidence)),
    h('figure', {},
      alert.around ? alertChart(alert, mood === 'warn' ? 'warm' : 'hot') : null,
      h('figcaption', { cls: 'chart-note' }, alert.around && daily(alert) ? 'Daily count; the band is a usual day. ' : 'Daily count. ',
        'Updated ', when(alert.updatedAt, 'at a time not given'))));
}

function measures(alert) {
  const usual = alert.upper > 0 ? ` (usually ${number(alert.lower)} to ${number(alert.upper)})` : '';
  return h('p', { cls: 'measures' },
    h('span', {}, 'Observed ', h('b', {}, number(alert.observed))),
    h('span', {}, 'Expected ', h('b', {}, number(alert.expected)), usual),
    alert.ratio > 0 && h('span', {}, h('b', {}, `${ratio(alert.ratio)} ×`), ' the usual'),
    alert.pValue < 1 && h('span', { title: 'Probability of such a count on a usual day' }, 'Chance ', h('b', {}, chance(alert.pValue))));
}

function chance(p) {
  if (p <= 0) return 'next to none';
  return p < 1e-6 ? 'under 1 in a million' : `1 in ${number(Math.round(1 / p))}`;
}

/** Quotes and records behind a number; the rest is counted. */
export function evidence(items) {
  if (!items || items.length === 0) return null;
  const shown = items.slice(0, QUOTES);
  const list = h('ul', { cls: 'evidence' }, shown.map(item => h('li', {},
    item.quote
      ? [h('q', { dir: 'auto' }, item.quote), h('span', { cls: 'at' }, item.url ? out(item.url, host(item.url)) : item.documentId)]
      : h('span', {}, 'Document ', h('span', { cls: 'ids' }, item.url ? out(item.url, item.documentId) : item.documentId)))));
  if (items.length > QUOTES) list.append(h('li', {}, `and ${items.length - QUOTES} more`));
  return list;
}

/** Ids of the series that have an alert firing. */
export const firing = alerts => new Set(alerts.filter(alert => alert.state === 'FIRING').map(alert => alert.series));
