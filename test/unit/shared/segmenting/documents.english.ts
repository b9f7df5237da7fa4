// Invented English documents of the trade's forms: each line with the role it must get, and what is known about the whole.
import type { FormSample } from './documents.ts'

export const ENGLISH: readonly FormSample[] = [
  {
    name: 'joint statement: lettered sections, unnumbered paragraphs, a heading over two lines',
    rows: `
      title       | Joint Statement
      title       | by the Foreign Ministers of Olmin and Terven
      chapeau     | The Minister of Foreign Affairs of the Republic of Olmin, Ivar Sext, and the Minister of Foreign Affairs of the Republic of Terven, Maren Tol (hereinafter referred to as “the Ministers”), met in Selta on 14 March 2031 and agreed as follows:
      heading A.  | A. Rivers and lakes
      clause      | The Ministers welcomed the opening of the House of Rivers.
      clause      | The Ministers reaffirmed the right of every village to clean water.
      heading B.  | B. Trade, transport
      +           | and tourism
      clause      | The Ministers instructed their experts to prepare a single ticket.
      clause      | The Tervian side expressed readiness to open a second crossing.
      place-date  | Selta, 14 March 2031`,
    facts: {
      form: 'joint-statement', date: '2031-03-14', place: 'Selta', definedTerms: ['Ministers'], numbers: [],
      title: 'Joint Statement by the Foreign Ministers of Olmin and Terven',
      parties: [
        { state: 'Olmin', person: 'Ivar Sext', title: 'Minister of Foreign Affairs' },
        { state: 'Terven', person: 'Maren Tol', title: 'Minister of Foreign Affairs' },
      ],
    },
  },
  {
    name: 'agreement: articles with titles, paragraphs inside, done in two originals',
    rows: `
      title      | AGREEMENT
      title      | between the Government of the Republic of Olmin
      title      | and the Government of the Republic of Terven
      title      | on the protection of border forests
      chapeau    | The Government of the Republic of Olmin and the Government of the Republic of Terven (hereinafter “the Parties”),
      chapeau    | Desiring to preserve the forests of their border districts,
      chapeau    | Recognizing their common responsibility,
      chapeau    | Have agreed as follows:
      heading    | Article 1
      +          | Purpose
      clause     | The Parties shall cooperate in the protection of forests on the basis of equality.
      heading    | Article 2
      +          | Exchange of information
      clause 1.  | 1. The Parties shall inform each other of fires at least once a month.
      clause 2.  | 2. Information shall be passed on within one day.
      heading    | Article 3
      +          | Final provisions
      clause 1.  | 1. This Agreement shall enter into force on the date of signature.
      clause 2.  | 2. It shall remain in force for five years.
      place-date | Done at Terven on 3 May 2030, in two originals, each in the Olminian, Tervian and English languages, all texts being equally authentic.
      signature  | For the Government of the Republic of Olmin
      signature  | Ivar Sext
      signature  | For the Government of the Republic of Terven
      signature  | Maren Tol`,
    facts: { form: 'other', date: '2030-05-03', place: 'Terven', definedTerms: ['Parties'] },
  },
  {
    name: 'resolution: letterhead, participles, operative paragraphs with lettered and Roman points',
    rows: `
      left-out   | United Nations
      left-out   | A/RES/91/14
      left-out   | General Assembly
      left-out   | Distr.: General
      left-out   | Ninety-first session
      left-out   | Agenda item 19
      title      | Resolution adopted by the General Assembly on 3 May 2036
      title      | 91/14. Mountain forests
      chapeau    | The General Assembly,
      chapeau    | Recalling its resolution 88/5 of 7 June 2033,
      chapeau    | Deeply concerned at the frequency of fires,
      chapeau    | Taking note with appreciation of the work of the villages,
      clause 1.  | 1. Proclaims 2038 the Year of Mountain Forests;
      clause 2.  | 2. Invites all States:
      item (a)   | (a) To plant trees on slopes;
      item (b)   | (b) To protect springs, in particular:
      item (i)   | (i) Springs above villages;
      item (ii)  | (ii) Springs along roads;
      clause 3.  | 3. Requests the Secretary-General to report to it at its ninety-third session;
      clause 4.  | 4. Decides to remain seized of the matter.
      left-out   | 61st plenary meeting`,
    facts: { form: 'resolution', date: '2036-05-03', numbers: ['A/RES/91/14'], parties: [] },
  },
  {
    name: 'communiqué that numbers from its chapeau on',
    rows: `
      title      | Communiqué of the Lanta Group
      place-date | Olmin, 8 June 2032
      clause 1.  | 1. We, the Ministers of Transport of the Lanta Group, met in Olmin on 7–8 June 2032.
      clause 2.  | 2. We welcome the growth of passenger traffic.
      clause 3.  | 3. In this context, we will continue to simplify procedures at the border.
      clause 4.  | 4. We thank the people of Olmin for their hospitality and look forward to our next meeting in Terven.`,
    facts: { form: 'communique', date: '2032-06-08', place: 'Olmin' },
  },
  {
    name: 'roadmap: sections in figures, 1.1 and 1.1.1, two annexes',
    rows: `
      title         | ROADMAP
      title         | for Cooperation between Olmin and Terven, 2031–2035
      heading 1.    | 1. General
      clause 1.1    | 1.1 The Parties will cooperate on the basis of this Roadmap.
      clause 1.2    | 1.2 The Ministers of Economy will review progress each year.
      heading 2.    | 2. Trade
      clause 2.1    | 2.1 The Parties agreed to simplify customs procedures:
      item 2.1.1    | 2.1.1 to introduce a single form;
      item 2.1.2    | 2.1.2 to recognise electronic signatures.
      clause 2.2    | 2.2 The Parties support the participation of enterprises in fairs.
      heading       | Annex I
      heading       | List of measures
      clause 1.     | 1. The Parties will hold the fair “Forest and Home” in 2031.
      clause 2.     | 2. The Parties will hold a youth forum in 2032.
      heading       | Annex II
      heading       | Contact points
      clause        | Each Party shall name a contact point and inform the other Party.`,
    facts: { form: 'other', date: null },
  },
  {
    name: 'list inside a paragraph: bullets and semicolons',
    rows: `
      title      | Declaration of Selta
      chapeau    | The Presidents of Olmin and Terven, gathered in Selta on 9 September 2033, declare the following:
      clause     | The Presidents regard as their main tasks:
      item •     | • confidence along the border;
      item •     | • growth of trade; and
      item •     | • exchange of students.
      clause     | The Presidents intend to meet every year.
      clause     | They stand for openness, namely: freedom of trade; freedom of movement; respect for custom.`,
    facts: { form: 'declaration', date: '2033-09-09', place: 'Selta' },
  },
  {
    name: 'footnotes at the end and under a page',
    rows: `
      title         | Joint Communiqué*
      chapeau       | The Leaders met in Terven on 3 May 2030 and adopted the following:
      clause 1.     | 1. The Leaders welcome the House of Rivers[1] and its work.
      footnote [1]  | [1] Opened on 1 March 2029.
      clause 2.     | 2. The Leaders support the Lanta Initiative².
      clause 3.     | 3. The Leaders decided to meet again in 2031.
      footnote *    | * Text agreed in English only.
      footnote ²    | ² Proposed by Terven in 2028.`,
    facts: { form: 'communique', date: '2030-05-03', place: 'Terven', title: 'Joint Communiqué' },
  },
  {
    name: 'a page of news around the text',
    rows: `
      left-out   | Home
      left-out   | News
      left-out   | 9 September 2033
      left-out   | Leaders adopt declaration in Selta
      left-out   | SELTA, September 9 (LANTA) – The leaders of two states adopted a declaration on Friday, the agency reports.
      left-out   | The full text of the declaration follows:
      title      | Selta Declaration
      chapeau    | We, the Presidents of Olmin and Terven, meeting in Selta, declare as follows:
      clause 1.  | 1. We commend the work of the House of Rivers.
      clause 2.  | 2. We task our ministers with preparing a plan.
      clause 3.  | 3. We agreed to meet again.
      left-out   | Source: Lanta
      left-out   | Share this
      left-out   | Read also: Life on the border`,
    facts: { form: 'declaration', place: 'Selta', date: '2033-09-09' },
  },
  {
    name: 'a press report that only names documents',
    rows: `
      passage | Ministers take stock of the year
      passage | TERVEN, December 12 (LANTA) – The ministers of two states met here today, the press service reports.
      passage | “We are content with the results,” said Minister Ivar Sext.
      passage | After the talks the following documents were signed:
      passage | – Protocol on Water for 2034;
      passage | – Memorandum on Forests.
      passage | According to the minister, the next meeting will be held in spring.`,
    facts: { grade: 'press-report', parties: [], form: 'other' },
    names: ['Protocol on Water for 2034', 'Memorandum on Forests'],
  },
  {
    name: 'minutes with an agenda',
    rows: `
      title      | AGREED MINUTES
      title      | of the Fifth Meeting of the Olmin–Terven Joint Commission on Water
      place-date | Terven, 3 May 2030
      chapeau    | The Fifth Meeting of the Joint Commission (hereinafter “the Commission”) was held in Terven on 3 May 2030.
      heading    | Agenda
      item 1.    | 1. Flow of the Lanta
      item 2.    | 2. Repair of dams
      heading I. | I. Flow of the Lanta
      clause     | The Commission took note of the report of the Tervian side.
      clause     | The Commission decided to build a common network of gauges.
      heading II. | II. Repair of dams
      clause     | The Commission approved the plan of repairs.
      signature  | For the Olminian side
      signature  | For the Tervian side`,
    facts: { form: 'other', date: '2030-05-03', place: 'Terven', definedTerms: ['Commission'] },
  },
  {
    name: 'headings in capitals, first person, offices and names below',
    rows: `
      title      | DECLARATION
      title      | ON GOOD NEIGHBOURLINESS
      place-date | (Selta, 1 July 2034)
      chapeau    | We, the Heads of Government of Olmin and Terven, declare:
      heading    | PRINCIPLES
      clause     | Reaffirm our commitment to good neighbourliness.
      clause     | We reject any threat of force.
      heading    | FINAL PART
      clause     | We express our gratitude to the people of Terven.
      signature  | Prime Minister of Olmin
      signature  | I. SEXT
      signature  | Prime Minister of Terven
      signature  | M. TOL`,
    facts: { form: 'declaration', date: '2034-07-01', place: 'Selta', title: 'DECLARATION ON GOOD NEIGHBOURLINESS' },
  },
  {
    name: 'a decision with its number and an annex',
    rows: `
      title      | Decision No. 17/2031
      title      | of the Council of Ministers of the Lanta Community
      chapeau    | The Council of Ministers, having considered the proposal of Terven, has decided:
      clause 1.  | 1. To approve the Rules of the Single Ticket (annexed);
      clause 2.  | 2. To entrust the ministers of transport with its introduction by 1 January 2032;
      clause 3.  | 3. To return to this matter in a year.
      place-date | Done in Olmin, this 5th day of October 2031
      heading    | Annex to Decision No. 17/2031
      heading    | RULES OF THE SINGLE TICKET
      clause 1.  | 1. The ticket shall be valid on all lines of the Community.
      clause 2.  | 2. The price shall be set for one year.`,
    facts: { form: 'other', date: '2031-10-05', place: 'Olmin', numbers: ['No. 17/2031'] },
  },
]
