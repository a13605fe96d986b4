// The groups that the legend switches on and off, and which marks belong to each.

/** @typedef {import('./pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('./pkg/sourcelight.js').Attribution} Attribution */
/** @typedef {import('./pkg/sourcelight.js').Entity} Entity */
/**
 * @typedef {'attributions' | 'hedged' | 'quotes' | 'hedges' | 'people' | 'organizations' | 'places'
 *   | 'peoples' | 'dates' | 'numbers' | 'others'} GroupId
 */

/** Each group, in the legend's order. @type {GroupId[]} */
export const GROUPS = [
  'attributions', 'hedged', 'quotes', 'hedges', 'people', 'organizations', 'places', 'peoples', 'dates', 'numbers', 'others',
];

/** @type {Record<import('./pkg/sourcelight.js').EntityKind, GroupId>} */
const ENTITY_GROUPS = {
  person: 'people',
  organization: 'organizations',
  place: 'places',
  group: 'peoples',
  date: 'dates',
  time: 'dates',
  money: 'numbers',
  percent: 'numbers',
  quantity: 'numbers',
  event: 'others',
  product: 'others',
  law: 'others',
  work: 'others',
};

/** @param {Attribution} attribution @returns {GroupId} */
export const groupOfAttribution = (attribution) => (attribution.hedged ? 'hedged' : 'attributions');

/** @param {Entity} entity @returns {GroupId} */
export const groupOfEntity = (entity) => ENTITY_GROUPS[entity.kind];

/**
 * How many marks each group has.
 * @param {Analysis} analysis
 * @returns {Map<GroupId, number>}
 */
export function countGroups(analysis) {
  const counts = new Map(GROUPS.map((id) => [id, 0]));
  /** @param {GroupId} id */
  const add = (id) => counts.set(id, (counts.get(id) ?? 0) + 1);
  analysis.attributions.forEach((attribution) => add(groupOfAttribution(attribution)));
  analysis.quotes.forEach(() => add('quotes'));
  analysis.hedges.forEach(() => add('hedges'));
  analysis.entities.forEach((entity) => add(groupOfEntity(entity)));
  return counts;
}
