// Claims: numbers that others have published, with their words.

import { byId, empty, h, host, keyed, out } from './dom.js';
import { amount, boundWords, day, number, period, plain, plural, ratio, statute, when } from './words.js';

const STEP = 12;
const UNITS = { PERSONS: 'persons', CASES: 'cases', VERDICTS: 'verdicts', REQUESTS: 'requests', EVENTS: 'events' };
const STATUS = { SUPERSEDED: 'Superseded by a newer figure', CORRECTED: 'Corrected by its publisher' };
const view = { filter: '', status: 'CURRENT', limit: STEP };
let last = { claims: [], ready: false };

export function startClaims() {
  byId('claims-filter').addEventListener('input', event => choose({ filter: event.target.value.toLowerCase(), limit: STEP }));
  byId('claims-status').addEventListener('change', event => choose({ status: event.target.value, limit: STEP }));
  byId('claims-more').addEventListener('click', () => choose({ limit: view.limit + 4 * STEP }));
}

function choose(wanted) {
  Object.assign(view, wanted);
  showClaims(last.claims, last.ready);
}

export function showClaims(claims, ready) {
  last = { claims, ready };
  const found = claims.filter(claim => (view.status === 'ALL' || !STATUS[claim.status]) && matches(claim));
  const names = new Map(claims.map(claim => [claim.id, claim]));
  keyed(byId('claims-list'), found.slice(0, view.limit).map(claim => withOthers(claim, names)), item => item.claim.id, card);
  const more = byId('claims-more');
  more.hidden = found.length <= view.limit;
  more.textContent = `Show more (${number(found.length - view.limit)} left)`;
  empty(byId('claims-empty'), found.length === 0, claims.length > 0
    ? 'No claim has these words.'
    : ready
      ? 'No claims yet. When an article says how many persons, cases or verdicts there are, the number appears here with its quote, who counted, and who carries it.'
      : 'Claims appear here once the topics have been read.');
}

function matches(claim) {
  const text = [claim.publisher, claim.measure, claim.counted, amount(claim), claim.value, ...claim.scope, ...claim.scope.map(statute),
    ...claim.carriers.flatMap(carrier => [carrier.outlet, carrier.quote])].join(' ').toLowerCase();
  return view.filter.split(/\s+/).every(word => text.includes(word));
}

function withOthers(claim, names) {
  const brief = id => {
    const other = names.get(id);
    return other ? { id, publisher: other.publisher, value: other.value, high: other.high, bound: other.bound } : { id };
  };
  return { claim, conflicts: claim.conflicts.map(brief), newer: claim.supersededBy ? brief(claim.supersededBy) : null };
}

const publisher = id => (id ? plain(id) : 'Publisher not named');

function card({ claim, conflicts, newer }) {
  const first = claim.carriers.find(carrier => carrier.number) ?? claim.carriers[0];
  const bound = boundWords(claim.bound);
  return h('article', { cls: 'card claim', data: { status: claim.status }, id: `claim-${claim.id}` },
    h('div', {},
      h('p', { cls: 'value' }, bound && h('small', {}, bound),
        claim.bound === 'RANGE' && claim.high !== undefined ? `${number(claim.value)} – ${number(claim.high)}` : number(claim.value) || 'no figure'),
      h('p', { cls: 'counted', dir: 'auto' }, claim.counted || (UNITS[claim.unit] ?? '')),
      h('p', { cls: 'counted' }, period(claim))),
    h('div', {},
      h('p', { cls: 'chips' },
        h('strong', {}, publisher(claim.publisher)),
        claim.publisherKind !== 'UNKNOWN' && h('span', { cls: 'chip' }, claim.publisherKind.toLowerCase()),
        STATUS[claim.status] && h('span', { cls: 'chip', data: { tone: 'warn' } }, STATUS[claim.status]),
        conflicts.length > 0 && h('span', { cls: 'chip', data: { tone: 'warn' } }, 'disputed'),
        claim.scope.map(key => h('span', { cls: 'chip', title: key }, statute(key))),
        h('span', { cls: 'push' }, claim.lastSeen ? day(claim.lastSeen) : when(claim.updatedAt, ''))),
      first && h('blockquote', { cls: 'line' }, quote(first)),
      h('div', { cls: 'line' }, carriers(claim)),
      conflicts.map(other => h('p', { cls: 'line' }, h('b', {}, publisher(other.publisher)), ` says ${amount(other)} for the same thing and period.`)),
      newer && newer.value !== undefined && h('p', { cls: 'line' }, 'Now ', h('b', {}, amount(newer)), '.'),
      claim.history.length > 0 && h('p', { cls: 'line' }, 'Earlier: ', claim.history.slice(-4).map(value => `${amount(value)}${value.day ? ` (${day(value.day)})` : ''}`).join(', '), '.'),
      own(claim.own)));
}

/** The words with the number marked. */
function quote({ quote: text, number: span }) {
  const inside = span ? [text.slice(0, span.start), h('mark', {}, text.slice(span.start, span.end)), text.slice(span.end)] : [text];
  return h('q', { cls: 'quote', dir: 'auto' }, inside);
}

function carriers(claim) {
  const outlets = new Set(claim.carriers.map(carrier => carrier.outlet)).size;
  const words = `Carried by ${plural(outlets, 'outlet')}, ${plural(claim.independentSources, 'independent source')}`;
  if (claim.carriers.length === 0) return words;
  return h('details', {}, h('summary', {}, words), h('ul', { cls: 'evidence' }, claim.carriers.map(carrier => h('li', {},
    quote(carrier), h('span', { cls: 'at' }, out(carrier.url, carrier.outlet ? plain(carrier.outlet) : host(carrier.url)),
      carrier.day ? `, ${day(carrier.day)}` : '')))));
}

function own(count) {
  if (!count) return null;
  if (count.count === undefined) return count.reason ? h('p', { cls: 'line' }, `No count of ours beside it: ${count.reason.replace(/^[A-Z_]+: /, '')}.`) : null;
  const beside = count.ratio === undefined ? '' : `; the claim is ${ratio(count.ratio)} × ours`;
  return h('p', { cls: 'line' }, 'Our own count of the same: ',
    h('a', { href: `#/series/${encodeURIComponent(count.series)}` }, h('b', {}, number(count.count))), `${beside}.`);
}
