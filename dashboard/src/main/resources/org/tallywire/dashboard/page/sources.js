// Sources and what was set aside.

import { byId, empty, h, keyed, out } from './dom.js';
import { meter } from './charts.js';
import { due, number, plain, plural, when } from './words.js';

export function showSources(sources, ready) {
  keyed(byId('sources-list'), sources, source => source.id, row);
  byId('sources-list').hidden = sources.length === 0;
  empty(byId('sources-empty'), sources.length === 0, ready
    ? 'No source has reported yet. Each one in sources.yaml appears here with its first poll.'
    : 'Sources appear here once the topics have been read.');
}

function row(source) {
  const items = Object.entries(source.items);
  const dropped = items.filter(([name]) => name.startsWith('dropped')).reduce((sum, [, count]) => sum + count, 0);
  return h('div', { cls: 'row' },
    h('div', { cls: 'who' }, h('span', { cls: 'dot', data: { tone: source.tone.toLowerCase() } }),
      h('span', {}, out(source.url, source.name), h('small', {}, `${source.stream.toLowerCase()}, ${source.kind}`))),
    h('div', { cls: 'what' }, plain(source.words), source.since && h('span', { cls: 'cell' }, ' since ', when(source.since)),
      source.reason && h('small', {}, source.reason),
      source.errorStreak > 1 && h('small', {}, `failed ${source.errorStreak} times in a row`)),
    cell('Last success', when(source.lastSuccess)),
    cell('Next poll', due(source.nextPoll)),
    h('div', { cls: 'cell', title: items.map(([name, count]) => `${name}: ${number(count)}`).join('\n') }, h('span', {}, 'Items'),
      plural(source.items.new ?? 0, 'new', 'new'), dropped > 0 && ` · ${number(dropped)} dropped`));
}

const cell = (label, ...value) => h('div', { cls: 'cell' }, h('span', {}, label), value);

export function showFailures(failures, ready) {
  const most = Math.max(1, ...failures.map(failure => failure.count));
  keyed(byId('failures-list'), failures.slice(0, 40).map(failure => ({ ...failure, most })), f => `${f.service} ${f.stage} ${f.reason}`, failureRow);
  byId('failures-list').hidden = failures.length === 0;
  empty(byId('failures-empty'), failures.length === 0, ready
    ? 'Nothing was set aside. Damaged feeds, unreadable pages and the like appear here, counted by reason.'
    : 'Failures appear here once the topics have been read.');
}

function failureRow(failure) {
  return h('div', { cls: 'row failure' },
    h('div', {}, plain(failure.reason.toLowerCase()), h('span', { cls: 'cell' }, ` ${[failure.service, failure.stage].filter(Boolean).join(', ')}`)),
    h('div', { cls: 'num' }, number(failure.count)),
    h('div', { cls: 'meter' }, meter(failure.count, failure.most)),
    h('div', { cls: 'what cell' }, 'Last ', when(failure.lastAt, 'at a time not given'), failure.lastSource && ` from ${failure.lastSource}`,
      failure.lastDetail && h('small', {}, failure.lastDetail)));
}
