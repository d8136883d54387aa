// How values are said. Days and times are UTC throughout.

import { h } from './dom.js';

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const FINE = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const STAMP = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });

export const MILLIS_OF_DAY = 86_400_000;
export const number = value => (value === null || value === undefined ? '' : NUMBER.format(value));
/** A ratio, with three digits that count. */
export const ratio = value => FINE.format(value);
export const plural = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;
export const day = iso => (iso ? DAY.format(new Date(`${iso}T00:00:00Z`)) : '');
export const month = iso => MONTH.format(new Date(`${iso}T00:00:00Z`));
export const addDays = (iso, n) => new Date(Date.parse(`${iso}T00:00:00Z`) + n * MILLIS_OF_DAY).toISOString().slice(0, 10);

const BOUNDS = {
  AT_LEAST: 'at least', MORE_THAN: 'more than', AT_MOST: 'at most', FEWER_THAN: 'fewer than', ABOUT: 'about', RANGE: 'between',
};

/** "at least 4,121", "between 300 and 400". */
export function amount({ value, high, bound }) {
  if (value === null || value === undefined) return 'no figure';
  const words = BOUNDS[bound];
  if (bound === 'RANGE' && high !== undefined) return `between ${number(value)} and ${number(high)}`;
  return words ? `${words} ${number(value)}` : number(value);
}

export const boundWords = bound => BOUNDS[bound] ?? '';
const PER = { DAY: 'a day', WEEK: 'a week', MONTH: 'a month', YEAR: 'a year' };

/** A half-open period [from, to) in words; "" when nothing is known. */
export function period({ from, to, per }) {
  const rate = PER[per] ?? '';
  const last = to ? addDays(to, -1) : '';
  let words = '';
  if (from && to) words = last === from ? `on ${day(from)}` : `${day(from)} – ${day(last)}`;
  else if (from) words = `since ${day(from)}`;
  else if (to) words = `up to ${day(last)}`;
  return [rate, words].filter(Boolean).join(', ');
}

function distance(millis) {
  const seconds = Math.round(Math.abs(millis) / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.round(seconds / 60)} min`;
  if (seconds < 48 * 3600) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86400)} days`;
}

/** "3 min ago", "in 2 h". */
export function relative(instant, now = Date.now()) {
  const millis = Date.parse(instant) - now;
  if (Math.abs(millis) < 2000) return 'just now';
  return millis < 0 ? `${distance(millis)} ago` : `in ${distance(millis)}`;
}

/** A time element that says how long ago, with the exact time as its title; `tick` keeps it true. */
export function when(instant, otherwise = 'never') {
  if (!instant) return h('span', {}, otherwise);
  return h('time', { datetime: instant, title: `${STAMP.format(new Date(instant))} UTC`, cls: 'when' }, relative(instant));
}

/** A time to come; when it has passed, the thing is due. */
export function due(instant) {
  return instant && Date.parse(instant) < Date.now() ? 'due' : when(instant, 'not planned');
}

export function tick() {
  document.querySelectorAll('time.when').forEach(node => {
    node.textContent = relative(node.getAttribute('datetime'));
  });
}

const ACTS = {
  'ru/uk': ['Russia, Criminal Code', 2], 'ru/koap': ['Russia, Code of Administrative Offences', 2], 'ru/upk': ['Russia, Criminal Procedure Code', 2],
  'ru/kas': ['Russia, Code of Administrative Procedure', 2], 'ua/kk': ['Ukraine, Criminal Code', 2], 'ua/kupap': ['Ukraine, Code of Administrative Offences', 2],
  'ua/kpk': ['Ukraine, Criminal Procedure Code', 2], 'by/uk': ['Belarus, Criminal Code', 2],
};
const PIECES = [[/^a([\d.]+.*)$/, 'art. '], [/^s([\d.]+.*)$/, '§ '], [/^p([\d.]+.*)$/, 'part ']];

/** "Russia, Criminal Code, art. 337 part 5" for ru/uk/a337/p5; what is not known stays as it is. */
export function statute(key) {
  const parts = key.split('/');
  const us = /^us\/usc\/t(\d+)/.exec(key);
  const [act, used] = us ? [`${us[1]} U.S.C.`, 3] : ACTS[parts.slice(0, 2).join('/')] ?? [null, 0];
  if (act === null) return key;
  const rest = parts.slice(used).map(piece => {
    const found = PIECES.find(([shape]) => shape.test(piece));
    return found ? found[1] + piece.replace(found[0], '$1') : us ? `(${piece})` : `“${piece}”`;
  });
  const tail = us ? rest.join('').replace(/^§ /, ' § ') : rest.join(' ');
  return us ? act + tail : [act, tail].filter(Boolean).join(', ');
}

/** An id such as `military_court`, `mediazona` or `PARTLY_GRANTED` for reading. */
export const plain = id => (/^[A-Z_]+$/.test(id) ? id.toLowerCase() : id).replace(/[_-]+/g, ' ').replace(/^./, first => first.toUpperCase());

const LABEL_VALUES = { statute };

/** Label values in words, e.g. the statute, court, outcome of a series. */
export function labelWords(labels) {
  return Object.entries(labels ?? {})
    .sort(([a], [b]) => (a === 'statute' ? -1 : b === 'statute' ? 1 : a.localeCompare(b)))
    .map(([name, value]) => (LABEL_VALUES[name] ?? plain)(value));
}

const FAMILIES = {
  'court.filed': 'Cases filed', 'court.defendants': 'Defendants in cases filed', 'court.charges': 'Charges in cases filed',
  'court.materials': 'Materials filed (searches, arrests, executions)', 'court.appealed': 'Appeals and cassations filed', 'court.decided': 'Cases decided',
  'court.sentenced': 'Cases that ended in a sentence', 'court.in_force': 'Decisions that came into force', 'court.events': 'Docket entries',
  'court.documents': 'Judgments published', 'news.mentions': 'Articles that name a statute or an outlet', 'news.articles': 'Articles, copies included',
  'news.claims': 'Articles that carry a number of a publisher',
};

/** What a family of series counts, in words; a family of one's own is read off its name: "Prison, moved" for prison.moved. */
export const seriesName = name => FAMILIES[name] ?? plain(name.split('.').join(', '));

/** A series in one line. */
export const seriesLine = ({ name, labels, id }) => [name ? seriesName(name) : id, ...labelWords(labels)].join(' · ');

/** A sentence of an alert with the series in words where it stands by its id. */
export const said = alert => (alert.message || seriesLine({ ...alert, id: alert.series })).replaceAll(alert.series, seriesLine({ ...alert, id: alert.series }));

/** What one series counts. */
export function seriesTitle({ name, labels, id }) {
  const words = labelWords(labels);
  return words.length > 0 ? words.join(' · ') : name ? 'All' : id;
}
