// Three articles to try the page with. People, companies and events in them are invented.

import { make } from '../dom.js';

/** A heading, paragraph or block quotation, or the items of a list. @typedef {['h1' | 'h2' | 'p' | 'blockquote', string] | ['ul', ...string[]]} Block */

/** @type {Block[]} */
const ferry = [
  ['h1', 'First hydrogen ferry will not sail before spring, minister says'],
  ['p', 'OSLO — Norway’s first large hydrogen ferry will not carry passengers before next spring, the transport minister said on Tuesday, after engineers found a fault in one of its fuel tanks.'],
  ['p', '“We will not sail with a tank that we don’t trust,” Ingrid Solheim told reporters in Bergen. “Safety comes first, and the timetable comes second.”'],
  ['p', 'The Havdron, a ship of 120 metres built at a cost of 1.4 billion kroner ($130 million), was due to start work on the Lofoten route in October. It has reportedly made only 11 of 40 planned test trips since June.'],
  ['p', 'According to the shipyard, Nordvik Marine, the fault affects a single valve. Experts have suggested that the trouble could lie deeper, in the way the tanks are cooled. Some engineers believe that the cooling system may have to be replaced altogether, which would likely take until 2028.'],
  ['p', 'The company denied this. “There is no second problem,” its chief executive, Per Aasland, said. He added that new valves had been ordered from a supplier in Germany and would arrive “within weeks”.'],
  ['h2', 'Who knew what, and when'],
  ['p', 'A report published by the Norwegian Institute for Ship Safety on Friday found that the tanks lost up to 3 percent of their hydrogen a day, twice as much as the contract allows. Officials familiar with the tests said that the figures had been known since July. The ministry rejected that claim.'],
  ['p', 'Critics say that the project was hurried along before last year’s election. “Everybody wanted a ribbon to cut,” said Marit Dahl, a professor of naval engineering who has followed the work from the start. She warned that a second delay would drive passengers back to the road.'],
  ['p', 'It is believed that the state has already paid two thirds of the price. Under the contract, Nordvik Marine owes 200,000 kroner for each day of delay after 1 January, a person close to the talks said. Neither the company nor the ministry would confirm the figure.'],
  ['p', 'For the islands, the ferry means more than a new ship. About 24,000 people live along the route, and the diesel boats that serve it now are more than 30 years old. “We were promised a quiet boat,” said Olav Bru, who runs a fish shop in the village of Reine. “So far it has been very quiet indeed.”'],
  ['p', 'The government hopes to announce a new date before Christmas. Analysts expect that it will be April at the earliest.'],
];

/** @type {Block[]} */
const bridge = [
  ['h1', 'The bridge that sings 🎶, and the city that can’t sleep'],
  ['p', 'GALWAY, Ireland — When the wind blows from the west at more than 50 kilometres per hour, the new footbridge hums a clear note, close to the A above middle C, and half of the city lies awake.'],
  ['p', '“At first we thought it was charming 🎻,” said Aoife Brannigan, who lives 200 metres from the €9.6 million bridge. “By the third night we had stopped thinking so.”'],
  ['p', 'The city council has received 1,340 complaints since the bridge opened on 12 September, its spokesman, Declan Moy, told the Western Courier on Monday. He acknowledged that nobody had tested the railings in a wind tunnel. “It wasn’t asked for,” he said, “and it wasn’t done.”'],
  ['p', 'Acoustics experts say that the sound probably comes from the gaps between the 4,200 steel bars of the railing. One engineer, who asked not to be named because he still works for the council, claimed that the designers had been warned twice. The design office, Studio Fenwick, disputes this; it insists that it received no warning “in writing or otherwise”.'],
  ['h2', 'Tape, foam or a new railing'],
  ['p', 'Sources at city hall suggested that the railing might be wrapped in foam before the winter, at a cost of some €80,000. Opponents of the plan argue that foam would rot within two years. It is thought that a full replacement could cost as much as €2 million, although no estimate has been published.'],
  ['p', 'A study by the Institute of Wind Engineering in Delft last year described eleven singing bridges in Europe. According to the study, nine of them fell silent after small plates were fixed to every third bar. “It’s a cheap cure,” said its lead author, Hanneke de Wit. “But one has to measure first.”'],
  ['p', 'Not everyone wants a cure. The composer Tomás Ó Riain has recorded the bridge for an album, “West Wind, Steel”, and a video of the hum has reportedly been watched more than 3 million times. Many visitors seem to come for the sound alone, hotel owners say.'],
  ['p', 'Mayor Niamh Keogh has promised a decision by Christmas. She denied that the city was looking for somebody to blame. “I want to sleep 😴,” she wrote on her website. “So does everyone else.”'],
  ['p', 'Forecasters expect strong westerly winds from Thursday.'],
];

/** @type {Block[]} */
const well = [
  ['h1', 'Who poisoned the wells of Marrowdale? Three answers, and a leaked memo'],
  ['p', 'MARROWDALE, Montana — For eleven weeks the 2,300 people of this valley have cooked with bottled water. State officials say that the wells will be safe by August. The people who drilled them are not so sure.'],
  ['p', 'Nitrate in the town’s main well stood at 31 milligrams per liter on May 4, three times the federal limit, according to a memo by the Montana Water Office that was seen by the Valley Courier. The memo said that an inspector had told her superiors in January that “something upstream is leaking”.'],
  ['blockquote', '“I wrote it down, I signed it, and I was told to wait for the season’s second sample,” the inspector, Carla Whitehorse, said in an interview on Thursday. “I waited. I wish I hadn’t.”'],
  ['p', 'The Water Office declined to comment on the memo. In a statement it said only that it “takes every reading seriously” and that an investigation under the Clean Water Act was under way.'],
  ['h2', 'Three suspects'],
  ['ul',
    'The feedlot: Hal Brandvold, who keeps 9,000 head of cattle above the town, denies that his lagoons leak. “Come and dig,” he told the county commission.',
    'The fertilizer plant: Prairie Nitrogen confirmed that a tank had failed in November but insisted that no more than 40 gallons were lost. A former manager, who spoke on condition of anonymity because of a legal settlement, claimed that the figure was closer to 4,000.',
    'The ground itself: some geologists think that last year’s floods may have washed old nitrate out of the soil, which would mean that nobody is to blame.'],
  ['h2', 'Half an answer'],
  ['p', 'Samuel Oduya, a hydrologist at Montana Western University, said that his team’s model pointed to the plant “with perhaps 70 percent probability”. He cautioned that two of the five test wells had yet to be sampled. It is unclear when that will happen.'],
  ['p', 'Prairie Nitrogen is said to be in talks with the town about a settlement of $3.5 million. Neighbors believe that the company wants to sign before the results are in. Its lawyer, Dana Fisk, rejected this as “gossip”; people familiar with the talks said that an offer had been made in April.'],
  ['p', 'Governor Ruth Aldous promised on Friday that the state would pay for new filters, reportedly from a fund set up after the Bitter Creek spill of 2011. Critics argue that filters treat the symptom. “They suggest we drink the problem more slowly,” said Joan Tallgrass of the group Clear Valley, quoting a neighbor.'],
  ['p', 'For now the school has put a sign over its fountain. It says: “Not today.”'],
];

export const samples = [ferry, bridge, well];

/** @param {Block[]} sample @returns {HTMLElement[]} */
export const blocksOf = (sample) =>
  sample.map(([tag, ...texts]) => {
    if (tag === 'ul') return make(tag, {}, ...texts.map((text) => make('li', {}, text)));
    if (tag === 'blockquote') return make(tag, {}, make('p', {}, ...texts));
    return make(tag, {}, ...texts);
  });
