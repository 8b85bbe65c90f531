// A small project with a call in each state, all seen on one day, so that what is asked of pages is asked of each of
// their states.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const tests = fileURLToPath(new URL('../..', import.meta.url));

/** The day on which all are seen. */
const TODAY = '2021-12-20';

const opens = (date, more = '') => `  - { id: ouverture, genre: ouverture, date: ${date}, ${more}libelle: { fr: "Ouverture", en: "Opening" } }`;
const closes = (date, more = '') => `  - { id: depot, genre: cloture, date: ${date}, ${more}libelle: { fr: "Dépôt", en: "Deadline" } }`;
const step = (id, genre, date, more = '') => `  - { id: ${id}, genre: ${genre}, date: ${date}, ${more}libelle: { fr: "Étape ${id}", en: "Step ${id}" } }`;
const since = (date) => `publie_le: ${date}`;
const OPEN = since('2021-12-01');

/** What each call says of its life. */
const CALLS = {
  annonce: [OPEN, 'etapes:', opens('2021-12-27', 'heure: "09:00", '), closes('2022-02-14')],
  ouvert: [
    OPEN,
    'rappels: [7, 1]',
    'etapes:',
    opens('2021-12-01'),
    step('reunion', 'information', '2022-01-04', 'heure: "10:00", heure_fin: "11:30", lien: https://reunion.example.org/salle, '),
    step('visite', 'information', '2022-01-05', 'date_fin: 2022-01-06, '),
    step('lettre', 'intention', '2022-01-10', 'heure: "12:00", horloge: paris, '),
    closes('2022-02-14'),
    step('comite', 'comite', '2022-03'),
    step('reponse', 'notification', '2022-T2'),
  ],
  'ferme-bientot': [OPEN, 'etapes:', opens('2021-12-01'), closes('2021-12-23', 'heure: "12:00", ')],
  'dernier-jour': [OPEN, 'etapes:', opens('2021-12-01'), closes('2021-12-20')],
  'entre-deux-vagues': [
    since('2021-09-01'),
    'etapes:',
    opens('2021-09-01'),
    step('vague-1', 'cloture', '2021-12-17'),
    step('reouverture', 'ouverture', '2022-03-01'),
    step('vague-2', 'cloture', '2022-04-15', 'heure: "12:00", '),
  ],
  'vague-a-preciser': [
    since('2021-09-01'),
    'etapes:',
    opens('2021-09-01'),
    step('vague-1', 'cloture', '2021-12-17'),
    '  - { id: reouverture, genre: ouverture, a-preciser: true, libelle: { fr: "Réouverture", en: "Second opening" } }',
  ],
  clos: [
    since('2021-09-01'),
    'etapes:',
    opens('2021-09-01'),
    closes('2021-12-17'),
    step('comite', 'comite', '2022-01-12'),
    step('reponse', 'notification', '2022-02-01'),
  ],
  'clos-avec-suite': [
    since('2021-09-01'),
    'message_cloture: { fr: "L\'appel est clos. **Merci** de vos projets ; voyez [le suivant](https://example.org/suite).", en: "The call is closed." }',
    'suite: ouvert',
    'etapes:',
    opens('2021-09-01'),
    closes('2021-12-17'),
  ],
  'clos-avant-terme': [
    OPEN,
    'clos_le: { date: 2021-12-18, raison: { fr: "Les crédits sont épuisés.", en: "The money is spent." } }',
    'etapes:',
    opens('2021-12-01'),
    closes('2022-02-14'),
  ],
  'sans-cloture': [OPEN, 'sans_cloture: true', 'etapes:', opens('2021-12-01'), step('comite', 'comite', '2022-01-12')],
  'a-preciser': [OPEN, 'etapes:', opens('2022-02'), closes('2022-T2')],
  'en-examen': [since('2021-06-01'), 'etapes:', opens('2021-06-01'), closes('2021-10-15'), step('comite', 'comite', '2021-12-06')],
  resultats: [since('2021-01-04'), 'etapes:', opens('2021-01-04'), closes('2021-03-17'), step('reponse', 'notification', '2021-05-03')],
  archive: [since('2019-01-04'), 'etapes:', opens('2019-01-04'), closes('2019-03-15')],
};

const about = (name) => `titre: { fr: "Appel ${name}", en: "Call ${name}" }
court: ${name.toUpperCase()}
resume: { fr: "Les associations d'employeurs qui embauchent à plusieurs peuvent répondre.", en: "Employers' associations may apply." }
emetteur: { fr: "Ministère de l'essai", en: "Ministry of tests" }
parametres:
  plafond_aide: { valeur: 60000, unite: EUR, adaptation: baisse, plafond: true, libelle: { fr: "Aide maximale", en: "Maximum aid" }, vedette: true }
`;

const DOSSIER = `parties:
  - id: candidat
    titre: { fr: "Qui dépose", en: "Who applies" }
    questions:
      - { id: nom, type: texte, libelle: { fr: "Nom", en: "Name" }, obligatoire: true }
`;

/** What each region says of its calls, when it says more than that it takes part. */
const REGIONS = {
  bretagne: {
    ouvert: `avis: { fr: "La réunion a changé de jour.", en: "The meeting has moved." }
priorites:
  - { id: mer, titre: { fr: "Les métiers de la mer", en: "Jobs at sea" }, texte: { fr: "Les ports.", en: "The harbours." }, departements: ["29", "56"] }
depot: { teleservice: https://depot.example.org/essai, courriel: depot@bretagne.example.org, adresse: "1 rue de l'Essai, 35000 Rennes" }
nouveautes:
  - { date: 2021-12-15, etape: reunion, avant: { date: 2022-01-03, heure: "10:00" }, texte: { fr: "La réunion est reportée.", en: "The meeting is postponed." } }
calendrier: { salon: { genre: information, date: 2022-01-20, libelle: { fr: "Salon de Brest", en: "Fair in Brest" }, annule: 2021-12-19 } }`,
    'a-preciser': 'participe: non\nraison: { fr: "La région a son propre appel.", en: "The region has its own call." }\nsuite: { titre: { fr: "L\'appel breton", en: "The Breton call" }, lien: https://bretagne.example.org/appel }',
    'clos-avec-suite': 'anciennes_adresses: [bretagne/ancien-appel]',
    resultats: `resultats:
  - { organisation: "Association d'essai", siret: "000 100 001 00007", montant: 12500.5, objet: { fr: "Créer un groupement", en: "Create a group" }, departements: ["22", "35"] }
  - { organisation: "Emplois d'essai", siret: "000 200 002 00004", montant: 45000, objet: "Développer un groupement" }`,
  },
  occitanie: {
    ouvert: 'departements: ["31", "81"]',
    'sans-cloture': 'clos_le: 2021-12-18',
    resultats: 'resultats: []',
  },
  'la-reunion': {},
  // It has published none of them.
  corse: undefined,
};

const CANVASES = {
  fr: ['Qui peut répondre', 'Contexte', 'Priorités', 'Calendrier', 'Candidater', 'Contacts', 'Nouveautés', 'Documents'],
  en: ['Who may apply', 'Background', 'Priorities', 'Calendar', 'How to apply', 'Contacts', 'News', 'Documents'],
};

const canvas = ([who, context, priorities, calendar, apply, contacts, news, documents]) => `## ${who} {#criteres .verrou}

{{ appel.court }}, {{ territoire.dans }} : {{ plafond_aide }}.

- un
- deux

## ${context} {#contexte}

${context}.

## ${priorities} {#priorites}

{{ priorites }}

## ${calendar} {#calendrier}

{{ calendrier }}

## ${apply} {#candidater}

{{ dossier }}

## ${contacts} {#contacts}

{{ contacts }}

## ${news} {#nouveautes}

{{ nouveautes }}

## ${documents} {#documents}

{{ documents }}
`;

/** Writes the project in a folder, and its site beside. */
export function build(folder) {
  const [project, site] = [path.join(folder, 'projet'), path.join(folder, 'site')];
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['canevas.yaml', 'content/pages']) cpSync(path.join(tests, 'base', part), path.join(project, part), { recursive: true });
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
    writeFileSync(path.join(project, name), text);
  };
  for (const [name, life] of Object.entries(CALLS)) {
    write(`content/${name}/appel.yaml`, [about(name), ...life, ''].join('\n'));
    for (const [lang, headings] of Object.entries(CANVASES)) write(`content/${name}/canevas.${lang}.md`, canvas(headings));
  }
  write('content/ouvert/dossier.yaml', DOSSIER);
  for (const [region, calls] of Object.entries(REGIONS)) {
    write(
      `regions/${region}/region.yaml`,
      `territoire: ${region}
service: { sigle: DREETS, nom: "Direction d'essai", site: https://${region}.example.org }
contacts:
  - { role: "Accueil", courriel: appel@${region}.example.org, telephone: "01 23 45 67 89" }
`,
    );
    for (const call of calls ? Object.keys(CALLS) : []) write(`regions/${region}/${call}.yaml`, `statut: publie\n${calls[call] ?? ''}\n`);
  }
  const program = process.env.CANEVAS ?? path.join(tests, '../target/release/canevas');
  const run = spawnSync(program, ['build', '--root', project, '--output', site, '--date', TODAY], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`canevas build: ${run.error ?? run.stderr}`);
  return site;
}
