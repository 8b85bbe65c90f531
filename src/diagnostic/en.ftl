# What canevas tells its authors. One entry for each code: the sentence, `.etiquette` under the place, `.voir` under the
# other places, `.aide` for the remedy. The keys and words that authors type stay in French.

mot-erreur = error
mot-avertissement = warning
mot-information = note
mot-aide = help
bilan =
    { $erreurs ->
        [0] no errors
        [one] { $erreurs } error
       *[other] { $erreurs } errors
    }, { $avertissements ->
        [0] no warnings
        [one] { $avertissements } warning
       *[other] { $avertissements } warnings
    }{ $informations ->
        [0] {""}
        [one] , { $informations } note
       *[other] , { $informations } notes
    }
et-autres = … and { $reste } more, which will be told when these are mended
rien-publie = Nothing was published: the site in place is unchanged.
publie =
    { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }, { $fichiers ->
        [one] { $fichiers } file published
       *[other] { $fichiers } files published
    } in { $sortie } ({ $changes ->
        [0] nothing changed
        [one] { $changes } changed
       *[other] { $changes } changed
    }).
publie-comprime = Of which { $copies } compressed copies (.br, .gz): texts travel in { $part }% of their weight.
publie-un-par-un = The folder { $sortie } cannot be swapped in one go (a mount point, rights?): the files were replaced one by one.
garde = Kept, since canevas did not publish it: { $noms }{ $reste ->
        [0] .
        [one] {" "}and { $reste } other.
       *[other] {" "}and { $reste } others.
    }
reste-a-supprimer = The site is published, but the working folder { $dossier } could not be wholly removed. Look at what it holds, then remove it.
verifie = All is in order: { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    } to publish.
verifie-malgre = Publication remains possible: { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }.
a-ouvrir = To open: { $fichier }

## Until when pages are true

date-et-heure = { $date } at { $heure }
hebergement-usage = Written by 'canevas hebergement' for this site: to be made again when its address, languages or former addresses change.
hebergement-https = Serve the site over HTTPS; the certificate (Let's Encrypt, for instance) is set here.
hebergement-root = Folder of the server. The site is copied there under the path of its address: '/' right here, '/calls/' in the sub-folder 'calls'.
hebergement-types = What each file is, and its encoding: without it, a calendar or a table would be downloaded as an unknown file.
hebergement-compression = Texts travel compressed.
hebergement-brotli = The .br copies of 'canevas build --compress' too, with this module of Debian:
hebergement-copies = The copies of 'canevas build --compress', where there are some.
hebergement-headers = Pages have no script or style but from here; browsers may keep for a year the files of the theme, whose address changes with their content.
hebergement-hsts = To switch on when the whole domain is served over HTTPS, and for long:
hebergement-hidden = Nothing hidden is served: neither .canevas nor .git.
hebergement-addresses = An address without '.html', or with a final slash, leads to the page.
hebergement-missing = The page of unknown addresses, in the language of their folder.
hebergement-specific = After the others, to prevail over them.
hebergement-modules = Modules that are needed:
rien-a-refaire = Nothing has changed and nothing has become false: nothing to do again{ $quand ->
        [aucun] .
       *[other] {" "}before { $quand }, Paris time.
    }
jamais-faux = Nothing that the pages show depends on the passing of time any more: they stay true.
vrai-jusqu-a = The published pages stay true until { $quand }, Paris time.
heure-locale = Local time: { $quand } ({ $ou }).
cause = { $cause } ({ $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }):
autres-pages = … and { $reste } others (--verbose names them)
cause-statut = the status becomes '{ $quoi ->
        [announced] Announced
        [open] Open
        [closing] Closing soon
        [between] Between two rounds
        [closed] Closed
        [examination] Under examination
        [results] Results known
       *[archived] Archived
    }'
cause-jours-restants = '{ $quoi ->
        [one] { $quoi } day
       *[other] { $quoi } days
    } left' changes
cause-jours-avant-ouverture = 'in { $quoi ->
        [one] { $quoi } day
       *[other] { $quoi } days
    }' changes
cause-etape = the step '{ $quoi }' is past
cause-annulation = the step '{ $quoi }' is cancelled
cause-nouveaute = something new is announced
cause-resultats = the projects kept are told
cause-subvention = the data of a grant are published
cause-contact = a contact expires
cause-audit-valable = the accessibility audit becomes valid
cause-audit-expire = the accessibility audit expires

## The preview

serve-adresse = Preview: { $adresse } (Ctrl-C to stop)
serve-sans-navigateur = The browser could not be opened: open the address yourself.
serve-poll = This folder is on a network or shared drive, where changes may go unseen: start again with --poll if the page does not follow.
serve-tour = { $quoi }: { $pages ->
        [0] no page changed
        [one] { $pages } page changed
       *[other] { $pages } pages changed
    }, { $duree } ms
serve-erreur = The site cannot be shown as it is
serve-dernier = See the last good site

barre-lang = en
barre-title = Preview
barre-region = Region
barre-language = Language
barre-date = See the site as of
barre-today = Today
barre-apply = Go
barre-origins = Show regional texts
barre-translations = Show missing translations
barre-warnings = Warnings of this page
barre-changes = Changes since last time
barre-no-changes = No change.
barre-drafts = Drafts
barre-draft = Draft
barre-untranslated = Page not translated
barre-errors = Errors
barre-close = Close
barre-last-good = See the last good site
barre-reconnecting = Reconnecting…
barre-hide = Fold the bar
barre-show = Unfold the bar

echec-port = Port { $port } is not available ({ $raison }). Choose another with --port.
echec-editeur = The editor '{ $editeur }' is not known. Choose among { $connus }, or give an address with {"{file}"}, {"{line}"} and {"{column}"}.

## Dossiers received

dossiers-lus =
    { $lus ->
        [0] No dossier read
        [one] { $lus } dossier read
       *[other] { $lus } dossiers read
    }{ $refuses ->
        [0] .
        [one] , { $refuses } file refused.
       *[other] , { $refuses } files refused.
    }
budgets-lus =
    { $lus ->
        [one] { $lus } budget workbook read.
       *[other] { $lus } budget workbooks read.
    }
a-detruire = To destroy: { $nombre ->
        [one] one file
       *[other] { $nombre } files
    } of the call '{ $appel }' ({ $region }). Their data were to be kept only until { $date }: delete these files, their copies and the tables made of them.
remarques-en-tout = Remarks, from the most to the least frequent:
remarques-d-un-code = { $nombre } × { $code } ({ $fichiers ->
        [one] 1 file
       *[other] { $fichiers } files
    })
remarques-du-fichier = { $fichier }: { $codes }
autres-remarques = … and { $reste } other remarks on { $fichier }: the json form has them all

refus-absent = this file does not exist
    .aide = check its name and its folder
refus-pas-un-fichier = this is not a regular file
    .aide = save the dossier you received to the disk first
refus-lien = it is a symbolic link, which leads to a file that nobody named
    .aide = replace it with a copy of the file, or name that file itself
refus-illisible = this file cannot be opened: { $raison }
    .aide = check your permissions, and that no other program holds it open
refus-trop-gros = this file weighs { $taille } MiB; the limit is { $limite } MiB
    .aide = a filled dossier weighs less than a megabyte: ask for the attachments apart
refus-vide = this file is empty
    .aide = its transfer was probably cut short: ask for it again
refus-format-inconnu = this is neither a Word document (.docx), nor an OpenDocument text (.odt), nor a PDF, whatever its name
    .aide = ask for the dossier in one of these three formats, or for the file of answers that its page keeps (.json)
refus-classeur = this workbook is not the budget of the dossier
    .aide = give the dossier itself (.docx, .odt or .pdf), or the budget filled from the published workbook
refus-pas-un-classeur = this is neither an Excel workbook (.xlsx) nor an OpenDocument workbook (.ods), whatever its name
    .aide = give the workbook that 'canevas dossier read' wrote
refus-ancien-word = this is a document of the old Word (.doc)
    .aide = open it, then save it as .docx
refus-rtf = this is an RTF document
    .aide = open it in a word processor, save it as .docx, and give that file; or ask for the one that was filled in
refus-pages = this is a document of Pages (Apple)
    .aide = ask for it exported to Word (.docx): File, Export To, Word
refus-image = this is a photograph or a picture
    .aide = no answer can be read in it: ask for the file that was filled in (.docx, .odt or .pdf), or copy its answers by hand
refus-page-web = this is a web page
    .aide = the answers written on the page of the dossier are not in it: ask for the file that its button downloads (.docx or .json)
refus-archive = this is an archive, which holds other files
    .aide = open it, and give the dossiers that it holds
refus-chiffre = this file opens only with a password
    .aide = ask for it without password, or open it and save it without protection
refus-macros = this file holds programs (macros): a dossier never does
    .aide = do not open it; ask for a dossier filled from the published file
refus-archive-abimee = this file is damaged or incomplete
    .aide = ask for it again; if it opens on your side, save it and run this again
refus-archive-piegee = this file is made to harm: { $raison ->
        [parties] it has thousands of parts
        [doublon] two of its parts have the same name
        [nom] one of its parts aims at another folder of the disk
        [methode] one of its parts is compressed in a way that no office suite uses
        [taux] a few bytes of it unpack into megabytes
       *[taille] it unpacks without end
    }
    .aide = do not open it; ask for a dossier filled from the published file
refus-xml-abime = the text of this document is damaged
    .aide = ask for it again; if it opens on your side, save it and run this again
refus-xml-piege = the text of this document is made to harm: { $raison ->
        [doctype] it declares a document type
        [entite] it names entities
        [profondeur] it is nested without end
       *[taille] it is beyond measure
    }
    .aide = do not open it; ask for a dossier filled from the published file
refus-pdf-abime = this PDF is damaged or incomplete
    .aide = ask for it again; if it opens on your side, save it and run this again
refus-reponses-abimees = this file of answers is damaged, or is of a more recent version
    .aide = ask for the file as the page of the dossier kept it, or for the dossier itself (.docx, .odt or .pdf)
refus-pdf-piege = this PDF is made to harm: { $raison ->
        [boucle] its parts refer to one another without end
        [profondeur] it is nested without end
        [champs] its fields are countless
        [objets] its parts are countless
       *[taille] it unpacks or reads without end
    }
    .aide = do not open it; ask for a dossier filled from the published file
refus-sans-formulaire = this file has no field of the dossier: it was printed, scanned or flattened, or is not the dossier
    .aide = ask for the file as it was filled, before any printing; else type its answers by hand
refus-champs-perdus = this file has { $champs ->
        [0] none
       *[other] only { $champs }
    } of the { $attendus } fields of the dossier: { $format ->
        [pdf] it was exported to PDF by a word processor, or flattened, and its answers can no more be read there
       *[other] it was saved in another format, or flattened
    }
    .aide = { $format ->
        [pdf] ask for the ODT or DOCX file that it comes from, or for the published PDF, filled without printing it
       *[other] ask for the file as it was filled, in the format that was published
    }
refus-sans-identite = this file does not say which dossier it is
    .aide = the program that saved it may have removed that: give your region with --region
refus-appel-inconnu = this dossier is that of the call '{ $appel }', which has no dossier in this project
    .aide = give the project that published it with --root
refus-region-inconnue = this dossier is that of the region '{ $region }', which is not in this project
    .aide = pass it on to its directorate, or give the project that published it with --root

remarque-autre-region = this dossier is that of the region '{ $region }', not '{ $attendue }'
    .aide = pass it on to its directorate
remarque-autre-version = this dossier is of another version ({ $version }) than that of the project ({ $actuelle })
    .aide = answers are read by the ids of questions; check those of the questions that changed
remarque-version-inconnue = this file does not say which version of the dossier it is
    .aide = the program that saved it may have removed that: check that it has your questions
remarque-vierge = this dossier has no answer
    .aide = the file that was sent is probably not the one that was filled: ask for the other
remarque-absent-du-fichier = { $champs ->
        [aucun] the place of this answer is absent from the file
       *[other] places of answers are absent from the file: { $champs }
    }
    .aide = this is no empty answer: the question was deleted, lost by a program, or added since; look for the answer in the file, or ask for it
remarque-reponse-manquante = { $champs ->
        [aucun] a required answer is empty
       *[other] a required answer is empty: { $champs }
    }
    .aide = ask the applicant for it
remarque-hors-condition = this question is filled in, though other answers say that it was not asked
    .aide = one of the two is to be corrected: read the condition of the question again, and ask the applicant what was meant
remarque-reponse-trop-longue = this answer has { $longueur } characters; the limit is { $limite }
    .aide = it is kept whole; have it shortened if the call demands it
remarque-reponse-en-double = two answers are given: '{ $gardee }', which is kept, and '{ $autre }'
    .aide = ask which one is right
remarque-genre-inattendu = this is no answer to the question and is not read: { $valeur }
    .aide = the file was modified: ask the applicant for the answer
remarque-ligne-ajoutee = a row of this table is not in the dossier: '{ $texte }'
    .aide = { $suit ->
        [oui] its answers follow those of the last row: see whether they are in the right columns
       *[non] its answers are not in the results: copy them by hand
    }
remarque-lue-par-son-titre = { $nombre ->
        [one] a field has lost its name in the file; what is written there is read by the title of the question: { $champs }
       *[other] { $nombre } fields have lost their names in the file; what is written there is read by the titles of the questions: { $champs }
    }
    .aide = the file was saved by another program, or copied into another one: compare these answers with it
remarque-hors-de-place = this answer was written outside its field: '{ $texte }'
    .aide = it is read; check in the file that it answers this question
remarque-texte-en-trop = this text is neither of the dossier nor in a field, and is not read: '{ $texte }'
    .aide = read it in the file; if it answers a question, copy it by hand
remarque-montant = unreadable answer: '{ $valeur }' is not an amount
    .aide = the answer is kept as it is; an amount is written in euros, like 1,250.50
remarque-nombre = unreadable answer: '{ $valeur }' is not a number
    .aide = the answer is kept as it is; a number is written in digits, without unit
remarque-nombre-ambigu = { $sens ->
        [milliers] '{ $valeur }' can be read in two ways: it is read as { $entier }, in thousands
       *[decimales] '{ $valeur }' can be read in two ways: it is read with three decimals, and not as { $entier }
    }
    .aide = compare it with the other answers; if the applicant meant the other number, mend it in the table
remarque-date = unreadable answer: '{ $valeur }' is not a date of the calendar
    .aide = the answer is kept as it is; a date is written 17/01/2022
remarque-siret = unreadable answer: '{ $valeur }' is not a SIRET
    .aide = a SIRET has 14 digits, of which the last prove the others: ask for it again
remarque-telephone = '{ $valeur }' is not a telephone number
    .aide = the answer is kept as it is; a number has 10 digits, or begins with + and the country code: ask for it again
remarque-courriel = '{ $valeur }' is not an e-mail address
    .aide = the answer is kept as it is; ask for the address again before writing to the applicant
remarque-choix = unreadable answer: '{ $valeur }' is not one of the answers offered
    .aide = the answer is kept as it is; ask which of the answers offered it stands for
remarque-total-faux = the total written is { $total }, the sum of the lines { $somme }
    .aide = ask which of the two is right
remarque-budget-desequilibre = the charges ({ $charges }) and the resources ({ $ressources }) are not equal
    .aide = ask for a balanced budget
remarque-aide-au-dessus = the aid asked ({ $aide }) is above the region's ceiling ({ $plafond })
    .aide = ask for a budget under the ceiling
remarque-cumul-au-dessus = these aids make { $somme } with the one that is asked, over the time that ends on { $jour }; the ceiling is { $plafond } ({ $source })
    .aide = check dates and amounts with the applicant before granting the aid
remarque-justification-manquante = this expense is not justified
    .aide = ask the applicant for the justification
remarque-champ-inconnu = { $nombre ->
        [one] one field is not of the dossier and is not read: { $champs }
       *[other] { $nombre } fields are not of the dossier and are not read: { $champs }
    }
    .aide = the dossier may have changed since, or the file was modified
remarque-meme-siret = { $sens ->
        [identique] the same dossier is also in { $fichier }
        [plus-recent] { $fichier } is a later dossier of the same SIRET
       *[autre] { $fichier } is another dossier of the same SIRET, of the same date
    }
    .aide = examine only the right one; the column 'To examine' of the workbook can be changed
remarque-budget-different = { $nombre ->
        [one] the workbook { $fichier } gives another amount than the dossier: { $lignes }
       *[other] the workbook { $fichier } gives { $nombre } other amounts than the dossier: { $lignes }
    }
    .aide = ask which of the two budgets is right; the sheet 'Budgets' shows them side by side
remarque-budget-autre-siret = the workbook { $fichier } bears the SIRET { $siret }, and the dossier { $autre }
    .aide = check that this budget is that of this dossier
remarque-budget-sans-dossier = this budget has no dossier among the files given
    .aide = put it in the same folder as its own, or ask the applicant for the dossier

## The figures of the dossiers

bilan-fait = { $dossiers ->
        [0] No dossier counted
        [one] { $dossiers } dossier counted
       *[other] { $dossiers } dossiers counted
    }, in { $classeurs ->
        [one] { $classeurs } workbook.
       *[other] { $classeurs } workbooks.
    }
bilan-sans-synthese = this workbook does not have the sheet 'Summary' of the dossiers received
    .aide = give the workbook that 'canevas dossier read' wrote; its columns may be moved and hidden, but not removed
bilan-oui-non = '{ $valeur }' is neither 'yes' nor 'no'
    .aide = choose one of the two in this cell
bilan-montant = '{ $valeur }' is not an amount
    .aide = write a number, in euros, or leave the cell empty
bilan-decision = '{ $valeur }' is no decision
    .aide = choose 'kept', 'refused' or 'waiting' in this cell
bilan-hors-synthese = the grid has a dossier that is not in the summary: '{ $valeur }'
    .aide = run 'canevas dossier read' again on all dossiers, or remove this row from the grid
bilan-deja-compte = this dossier is counted already: '{ $valeur }'
    .aide = give each workbook once; remove the row that is there twice
examen-bilan-titre = Figures of the dossiers received
examen-bilan-appels = Calls: { $valeur }.
examen-bilan-secret = No personal data: only counts and sums. Groups of fewer than { $valeur } dossiers are joined, so that nobody is recognised. Copies, and dossiers replaced by a later one, do not count.
examen-bilan-ensemble = All
examen-bilan-par-regions = By region
examen-bilan-par-departements = By department
examen-bilan-par-secteurs = By sector
examen-bilan-par-priorites = By priority
examen-bilan-plusieurs = A dossier counts in each of its groups: their sum may exceed the total.
examen-bilan-repartition = Breakdown
examen-bilan-groupe = Group
examen-bilan-recus = Dossiers received
examen-bilan-complets = Complete
examen-bilan-retenus = Kept
examen-bilan-demande = Aid asked for
examen-bilan-accorde = Aid granted
examen-bilan-autres = Others
examen-bilan-sans-reponse = Without an answer
examen-bilan-nombres = dossiers received and kept
examen-bilan-nombres-description = Two bars a group: the dossiers received, then the dossiers kept. The table that follows gives the same counts.
examen-bilan-nombres-legende = Empty bar: dossiers received. Full bar: dossiers kept.
examen-bilan-nombres-premier = { $valeur } received
examen-bilan-nombres-second = { $valeur } kept
examen-bilan-montants = aid asked for and granted
examen-bilan-montants-description = Two bars a group: the aid asked for, then the aid granted, in euros. The table that follows gives the same sums.
examen-bilan-montants-legende = Empty bar: aid asked for. Full bar: aid granted.
examen-bilan-montants-premier = { $valeur } asked for
examen-bilan-montants-second = { $valeur } granted

## The workbook of who examines

examen-titre = Dossiers received
examen-feuille-synthese = Summary
examen-feuille-reponses = Answers
examen-feuille-remarques = Remarks
examen-feuille-budgets = Budgets
examen-oui = yes
examen-non = no
examen-fichier = File
examen-organisme = Organisation
examen-siret = SIRET
examen-projet = Project
examen-appel = Call
examen-region = Region
examen-departements = Departments
examen-secteur = Sectors
examen-priorites = Priorities
examen-aide = Aid asked for
examen-plafond = Ceiling
examen-budget = Budget
examen-part = Share of the budget
examen-complet = Complete
examen-repondues = Required answers
examen-attendues = out of
examen-manquantes = Missing answers
examen-remarques = Remarks
examen-a-examiner = To examine
examen-meme-siret = Other files of the same SIRET
examen-signe = Signed on
examen-date = File of
examen-version = Version
examen-langue = Language
examen-code = Kind
examen-classeur = Budget workbook
examen-ligne = Line
examen-montant-dossier = In the dossier
examen-montant-classeur = In the workbook
examen-ecart = Difference
examen-question = Question
examen-message = Remark
examen-courrier = Letter
examen-representant = Representative
examen-qualite = Capacity
examen-adresse = Address
examen-recu-le = Received on
examen-reponse-avant = Answer by
examen-montant = Amount granted
examen-motif = Reason
examen-convention = Date of agreement
examen-feuille-grille = Grid
examen-feuille-criteres = Criteria
examen-total = Total out of 100
examen-avis = Verdict
examen-rang = Rank
examen-decision = Decision
examen-verse-du = Paid from
examen-verse-au = Paid to
examen-reference = Reference
examen-avis-a-noter = to be marked
examen-avis-elimine = eliminated
examen-avis-sous-le-minimum = below the minimum
examen-avis-admissible = eligible
examen-decision-retenu = kept
examen-decision-refuse = refused
examen-decision-en-attente = waiting
examen-critere = Criterion
examen-poids = Weight
examen-note-de = Lowest mark
examen-note-a = Highest mark
examen-eliminatoire = Eliminated below
examen-par = Who marks
examen-aide-a-noter = To help to mark
examen-questions = Questions looked at
examen-total-minimum = Least total, out of 100
examen-dit-le-dossier = What the dossier says
examen-note = Mark
examen-observations = Remarks
examen-autre-fichier = { $sens ->
        [identique] the same: { $fichier }
        [plus-recent] later: { $fichier }
        [plus-ancien] earlier: { $fichier }
       *[autre] another, of the same date: { $fichier }
    }

echec-classeur-sans-sortie = A workbook cannot be shown: give the file to write with --output.
resultats-proposes = { $nombre ->
        [0] No project is kept.
        [one] 1 project is kept.
       *[other] { $nombre } projects are kept.
    } Paste this block in the region's file, then run canevas check.
resultat-impossible = { $organisme }: { $quoi ->
        [decision] the decision '{ $ecrit }' is neither 'kept', nor 'refused', nor 'waiting'
        [organisme] the name of the organisation is missing
        [siret] { $ecrit ->
            [aucun] the SIRET number is missing
           *[other] '{ $ecrit }' is not a SIRET number
        }
        [projet] the name of the project, which will be the purpose of the aid, is missing
        [plafond] the amount ({ $ecrit }) is above the ceiling of the call
        [date] '{ $ecrit }' is not a date
        [versement] the payment ends ({ $ecrit }) before it begins
       *[montant] { $ecrit ->
            [aucun] the amount granted is missing
           *[other] '{ $ecrit }' is not an amount in euros
        }
    }. Correct it in the workbook; nothing was proposed.
resultat-sans-versement = { $organisme }: the agreement is not in the block, for the workbook does not say when the aid is paid ('Paid from').
resultats-sans-etape = The calendar of the region has no step 'genre: notification': without it, results cannot be published.
echec-classeur-sans-grille = This workbook has no dossier of the region '{ $region }' in a grid. Give the one that 'canevas dossier read' wrote, with its names of columns.
echec-appel-inconnu = The region '{ $region }' has no call '{ $appel }', of which this workbook speaks.
echec-decisions-absentes = A letter '{ $courrier }' tells a decision: give the workbook in which it is written, with --decisions.
echec-notes-perdues = { $nombre ->
        [one] A dossier marked in '{ $fichier }' is not among those that are read
       *[other] { $nombre } dossiers marked in '{ $fichier }' are not among those that are read
    }: { $dossiers }. Its marks and its decision would be lost. Read these dossiers too, or give another file with --output. Nothing was touched.
echec-classeur-illisible = '{ $fichier }' cannot be read back ({ $raison }): what is written in it would be lost. Give another file with --output. Nothing was touched.
noms-de-colonnes-perdus = its hidden row, above the heads of the grid, was removed
notes-gardees = { $nombre ->
        [one] The marks and the decision of a dossier were kept.
       *[other] The marks and the decisions of { $nombre } dossiers were kept.
    }
fiches-absentes = Beyond { $limite } dossiers, the workbook has no sheet a dossier. To print some, read them in several times.
courriers-ecrits = { $nombre ->
        [0] No letter to write.
        [one] 1 letter written in { $dossier }.
       *[other] { $nombre } letters written in { $dossier }.
    }
courrier-a-completer = { $fichier }: to be completed, { $valeurs }.
courrier-dossier-complet = { $fichier }: nothing is missing in this dossier, no letter.
courrier-version-ancienne = { $fichier }: another dossier of the same SIRET counts in its place, no letter.
echec-courrier-absent = The call '{ $appel }' has no letter '{ $courrier }'. Write it in content/{ $appel }/courriers/{ $courrier }.fr.md.
echec-courriers-deja-la = { $nombre ->
        [one] A file of '{ $dossier }' has that name and says something else
       *[other] { $nombre } files of '{ $dossier }' have those names and say something else
    }: { $fichiers }. Somebody may have edited them. Give another folder with --output, or --replace to replace them. Nothing was written.
echec-rien-a-lire = There is no file to read there. Give the dossiers you received, or the folder that holds them.
echec-tableau-interdit = The table cannot be written to '{ $fichier }': { $raison ->
        [recu] it is one of the files to read, which would be lost.
        [site] this folder is that of a published site, and the table holds personal data.
       *[source] it is one of the project's files.
    } Give another file with --output. Nothing was touched.
echec-projet-fautif = This project has errors, and does not say which questions its dossiers ask. Mend them first: canevas check.

## Failures: the machine or the command line.

echec-projet-absent = '{ $dossier }' is not a canevas project: it has no canevas.yaml file. Go to the project's folder, or give it with --root.
echec-projet-mal-nomme = '{ $dossier }' has no file { $bon }, but a file '{ $nom }': rename it { $bon }.
echec-region-inconnue = No region is called '{ $region }' in the regions folder.{ $suggestion ->
        [aucun] {""}
       *[other] {" "}Did you mean '{ $suggestion }'?
    }
echec-usage-commande = '{ $mot }' is not a command.{ $suggestion ->
        [aucun] {""}
       *[other] {" "}Did you mean '{ $suggestion }'?
    }
echec-usage-inconnu = '{ $mot }' is not expected here.{ $suggestion ->
        [aucun] {""}
       *[other] {" "}Did you mean '{ $suggestion }'?
    }
echec-usage-manque = Missing: { $mot }
echec-usage-deux-fois = '{ $mot }' can be given once only.
echec-usage-sans-valeur = '{ $mot }' takes no value.
echec-usage-valeur-absente = '{ $mot }' expects a value.
echec-usage-valeur = '{ $valeur }' is not a value of '{ $mot }'.{ $choix ->
        [aucun] {""}
       *[other] {" "}Possible values: { $choix }.
    }
echec-usage-utf-8 = The command line is not in UTF-8.
usage-aide = All that can be typed: canevas --help
echec-adresse = The address '{ $adresse }' is not that of a site: { $suggestion ->
        [aucun] write it as https://www.example.org/, without '?' or '#'.
       *[other] write '{ $suggestion }'.
    }
echec-document = The file { $document }, of the call { $appel } in the region { $region }, could not be laid out: { $raison }. Nothing was published. This is a fault of canevas: report it with this message.
echec-image = The picture { $document } could not be drawn: { $raison }. Nothing was published. This is a fault of canevas: report it with this message.
echec-date = { $date ->
        [aucun] The date is empty
       *[other] '{ $date }' is not a date
    }: write it as 2022-01-17, or with the time as 2022-01-17T12:00:00+01:00.
echec-chemin = The path '{ $chemin }' is not in UTF-8: rename the folder.
echec-hebergement-impossible = The configuration cannot be written: '{ $valeur }' holds a sign that a server would take for something else than an address. Keep only letters without accents, digits, dots and hyphens.
echec-sortie-occupee = '{ $fichier }' was not published by canevas, and the site has a file at that address. Move yours or rename it. Nothing was touched.
echec-sortie-interdite = The output '{ $sortie }' is refused: { $raison ->
        [projet] it is the project's folder, or a folder that contains it.
        [sources] this folder contains the project's sources.
        [racine] it is the root of the disk or your home folder.
        [fichier] it is a file, not a folder.
        [site] this folder is inside a published site, '{ $ou }'.
        [national] this folder holds the site of other regions, which publishing '{ $ou }' alone would remove.
        [regional] this folder holds the site of the region '{ $ou }' alone.
       *[etranger] this folder contains files that canevas did not publish.
    } Choose an empty or new folder with --output. Nothing was touched.

## Files

encodage = this file is not in UTF-8
    .aide = { $forme ->
        [utf-16] it seems to be in UTF-16: save it again as 'UTF-8'
       *[latin-1] byte { $octet }, on line { $ligne }, probably comes from an older encoding (Latin-1, Windows-1252): save the file again as 'UTF-8'
    }
fichier-trop-gros = this file is { $taille } KiB; the limit is { $limite } KiB
    .aide = make the file smaller, or publish it elsewhere and give its address
fichier-inattendu = this file is of no use here and is not published
    .aide = check its name and its folder: texts end in .yaml or .md, and an attached document must be named under 'documents' or in a 'document:' link
fichier-mal-nomme = '{ $nom }' has not the name that is expected, '{ $bon }'
    .aide = rename it '{ $bon }': under another name it would not be published
lien-symbolique = this file is a symbolic link, which could lead outside the project
    .aide = replace the link with a copy of the file
fichier-special = this is not an ordinary file, but a pipe, a socket or a device
    .aide = remove it, or put a real file in its place
nom-invalide = { $original ->
        [aucun] the name '{ $nom }' cannot be part of an address
       *[other] '{ $nom }' seems to be a copy of '{ $original }'
    }
    .aide = { $original ->
        [aucun] { $suggestion ->
            [aucun] use only lower-case letters without accents, digits and hyphens
           *[other] rename it, for example to '{ $suggestion }'
        }
       *[other] remove this copy, or give it the name that it should have
    }
fichier-manquant = the file { $fichier } is missing from { $dossier }
    .aide = create it, or remove the folder

## YAML

yaml-invalide = { $raison ->
        [tabulation] a tab is used as indentation, which YAML refuses
        [deux-points] this line has a second ': ', which YAML takes for a new key
        [guillemet-suivi] text follows a closed quotation mark
        [guillemet-ouvert] a quotation mark is opened and not closed
        [crochets] a bracket or a brace is not closed, or a comma is missing
        [echappement] a backslash between quotation marks is followed by a character that YAML does not know
        [imbrication] the lists and groups of keys are nested too deep
        [alignement] this line is not aligned with those before it
        [tiret] the hyphen of a list must be followed by a space
        [cle-sans-deux-points] a key must be followed by ':'
        [cle] a key must be a word
        [documents] this file contains several YAML documents
        [points] a line '...' ends the file for YAML: what follows would not be read
        [premier-signe] a text cannot begin with this sign, which means something to YAML
        [tiret-long] this sign is not the hyphen that begins an item of a list
        [bloc-sans-retrait] this text is not indented under the '|' or '>' of the line before
        [deux-points-colle] a space is missing after the colon
       *[autre] this passage is not YAML
    }
    .etiquette = { $raison ->
        [guillemet-ouvert] it opens here
        [deux-points-colle] a space is missing here
        [premier-signe] the text begins here
       *[autre] reading stopped here
    }
    .aide = { $raison ->
        [tabulation] replace the tab with spaces
        [deux-points] put the text between straight quotation marks: titre: "Priorité : eau"
        [guillemet-suivi] put the whole text between quotation marks; inside, use '…'
        [guillemet-ouvert] close the quotation mark, or use « » inside the text instead of straight quotation marks
        [crochets] check that each [ has its ] and each {"{"} its {"}"}, and that items are separated by commas
        [echappement] use single quotation marks: '…'
        [imbrication] make the structure simpler
        [alignement] align the keys of one group in the same column; a text with ':' goes between quotation marks
        [tiret] write '- text' with a space after the hyphen
        [cle-sans-deux-points] write 'key: value', with a space after the colon
        [documents] keep a single document: remove the '---' lines
        [points] remove the line '...', or indent it with the text that it belongs to
        [premier-signe] put the text between straight quotation marks: "…"
        [tiret-long] write '-' followed by a space; for a text that begins so, put the text between straight quotation marks
        [bloc-sans-retrait] begin each line of the text with at least two spaces more than the key
        [deux-points-colle] write 'key: value'
       *[autre] compare it with the example in docs/formats.md
    }
caractere-invisible = { $nom ->
        [insecable] a no-break space, copied from Word, is no space for YAML ({ $code })
        [autre-espace] a space that is not that of the keyboard is none for YAML ({ $code })
        [cesure] a soft hyphen, which cannot be seen, was left here ({ $code })
        [bom] a byte order mark, which cannot be seen, was left here ({ $code })
        [sens] an invisible sign changes the direction of writing here ({ $code })
        [objet] a pasted image or object has left only an invisible mark here ({ $code })
        [ligne] a line separator, which cannot be seen, was left here ({ $code })
        [sans-largeur] a sign without width, which cannot be seen, was left here ({ $code })
        [commande] a control character, which cannot be seen, was left here ({ $code })
       *[autre] a sign that cannot be seen was left here ({ $code })
    }
    .etiquette = invisible sign
    .aide = { $lieu ->
        [cle] { $nom ->
            [insecable] replace it with an ordinary space, or delete it
            [autre-espace] replace it with an ordinary space, or delete it
           *[autre] delete it: type the key and what surrounds it again
        }
       *[texte] delete it: type again the word before it and the word after it
    }
alias-refuse = YAML anchors and aliases (&name, *name) are not allowed
    .aide = copy the value out, or put the text between quotation marks if it begins with & or *
cle-inconnue = the key '{ $cle }' does not exist here
    .etiquette = unknown key
    .aide = { $suggestion ->
        [aucun] possible keys: { $cles }
       *[other] did you mean '{ $suggestion }'?
    }
cle-en-double = the key '{ $cle }' is given twice
    .etiquette = second time
    .voir = first time
    .aide = keep only one of the two
cle-sans-effet = { $raison ->
        [suite] '{ $cle }' and 'appel' lead to two places
       *[participe] a region that takes no part has nothing to say here: { $cles }
    }
    .etiquette = would be lost
    .voir = because of this line
    .aide = { $raison ->
        [suite] keep only one of the two lines
       *[participe] remove these lines, or 'participe: non' if the region takes part
    }
cle-manquante = '{ $cle }' is missing
    .etiquette = in this group of keys
    .aide = add the line '{ $cle }: …'
valeur-vide = { $cle ->
        [tiret] an item of this list is empty
        [fichier] this file is empty
       *[other] '{ $cle }' has no value
    }
    .etiquette = empty value
    .aide = { $obligatoire ->
        [aucun] give a value, or remove the line
       *[oui] give a value: it is compulsory
    }
type-inattendu = { $attendu ->
        [texte] a text is expected here
        [langue] the code of a language is expected here
        [liste] a list is expected here
       *[fiche] a group of keys ('key: value' lines) is expected here
    }
    .etiquette = { $trouve ->
        [texte] this is a text
        [liste] this is a list
        [vide] there is nothing
       *[fiche] this is a group of keys
    }
    .aide = { $attendu ->
        [langue] write the code alone: 'langues: [fr, { $code }]'; a language is declared, with its name, in canevas.yaml
        [texte] write the text after the colon, between quotation marks if it contains ':'
        [liste] put the items between brackets, [ … ], or one on each line after a hyphen
       *[fiche] write for example: {"{"} fr: "…", en: "…" {"}"}, with a space after each ':'
    }
texte-suspect = { $raison ->
        [guillemets] these curly quotation marks would be part of the text
        [chevrons] these quotation marks would be part of the value
        [tiret] this hyphen would be part of the text
        [tiret-long] this sign is not the hyphen of a list: it would be part of the text
        [diese] '{ $mot }' would be lost: after a space, # begins a comment
        [etiquette] '{ $mot }' would be lost: at the beginning of a value, ! is a sign of YAML
        [liste-repliee] this list would be published as a single line
       *[accolades] braces are not replaced here
    }
    .aide = { $raison ->
        [guillemets] use straight quotation marks: "…"
        [chevrons] remove them, or use straight quotation marks: "{ $mot }"
       *[accolades] write the text in full: values between braces live in Markdown texts
        [diese] put the whole text between straight quotation marks; a real comment has a space after the #
        [etiquette] put the whole text between straight quotation marks: "…"
        [liste-repliee] write '|' after the key, then the text, indented, on the next lines
        [tiret-long] for a list, write '-' followed by a space; otherwise put the text between straight quotation marks
        [tiret] for a list, put a space after the hyphen; otherwise put the text between straight quotation marks
    }

## Values

date-invalide = '{ $date }' is not a calendar date
    .etiquette = date expected: year-month-day
    .aide = { $suggestion ->
        [aucun] { $periode ->
            [oui] write a day (2022-01-17) or, while it is not known, a month (2022-01), a quarter (2022-T1), a year, or 'a-preciser: true'
           *[aucun] write for example 2022-01-17
        }
       *[other] write { $suggestion }
    }
jour-inconnu = { $cle ->
        [a-preciser] this step has a date ({ $date }), and also says that the date is to be announced
       *[heure] '{ $cle }:' needs a day, and the day of this step is not given
    }
    .voir = the date
    .aide = { $cle ->
        [a-preciser] remove one of the two
       *[heure] give the day, for example 2022-03-15, or remove '{ $cle }:'
    }
heure-invalide = '{ $heure }' is not a time of day
    .etiquette = time expected, from "00:00" to "23:59"
    .aide = { $suggestion ->
        [aucun] write for example "12:00"
       *[other] write "{ $suggestion }", which leaves no doubt
    }
heure-ambigue = { $jour ->
        [aucun] '{ $heure }' is ambiguous: midnight parts two days, and everyone thinks of another one
       *[autre] '{ $heure }' is ambiguous for a deadline: { $jour } at 00:00 is the night from { $veille } to { $jour }
    }
    .etiquette = midnight of which day?
    .aide = { $jour ->
        [aucun] write "23:59" on the last whole day: this date if you meant its end, the day before if you meant its beginning
       *[autre] write "23:59": on { $veille } if you do mean that night, on { $jour } if the whole day must count
    }
rappel-invalide = '{ $rappel }' is not a number of days
    .aide = write a whole number of days before the deadline, from 1 to 365
nombre-invalide = { $raison ->
        [grand] '{ $nombre }' is larger than anything that is counted here
        [fin] '{ $nombre }' has too many digits to be published as it is
        [centimes] '{ $nombre }' has more than two decimals: they are no longer cents
        [taux] '{ $nombre }' is more than one hundred percent
        [milliers] '{ $nombre }' can be read in two ways
       *[forme] '{ $nombre }' is not a number
    }
    .aide = { $suggestion ->
        [aucun] { $raison ->
            [grand] a number goes from 0 to 1000000000000: check it
            [fin] round it
            [centimes] round it to the cent
            [taux] write a rate from 0 to 100
            [milliers] the point is that of decimals
           *[forme] write the number in digits, without sign or unit
        }
       *[other] write { $suggestion }, without space or unit
    }
booleen-invalide = '{ $valeur }' is neither true nor false
    .aide = { $suggestion ->
        [aucun] write true or false
       *[other] write { $suggestion }
    }
choix-inconnu = '{ $valeur }' is not one of the possible words
    .aide = { $suggestion ->
        [aucun] possible words: { $choix }
       *[other] did you mean '{ $suggestion }'? Possible words: { $choix }
    }
identifiant-invalide = '{ $identifiant }' cannot be an identifier
    .aide = { $suggestion ->
        [aucun] use only lower-case letters without accents, digits and hyphens
       *[other] write for example '{ $suggestion }'
    }
identifiant-en-double = '{ $identifiant }' is given twice
    .etiquette = second time
    .voir = first time
    .aide = change one of the two
langue-inconnue = { $langues ->
        [aucun] '{ $langue }' is not a language code
       *[other] the language '{ $langue }' is not a language of the site
    }
    .aide = { $langues ->
        [aucun] write a code such as fr, en, rcf or pt-BR
       *[other] possible languages: { $langues }; a language is added in canevas.yaml
    }
langue-de-reference-absente = the text is missing in the reference language ({ $langue })
    .aide = add it: the other languages fall back on it
departement-inconnu = the department '{ $code }' is not in this territory
    .aide = { $suggestion ->
        [aucun] { $connus ->
            [aucun] declare it with its name: {"{"} code: "…", nom: … {"}"}
           *[other] possible departments: { $connus }
        }
       *[other] did you mean { $suggestion }?
    }
departement-hors-appel = the call is not open in the department { $code } ({ $nom })
    .voir = limited here
    .aide = remove this department, or add it to the line 'departements' at the top of the file; it says: { $ouverts }
territoire-inconnu = { $region ->
        [aucun] '{ $territoire }' is not a known territory
       *[other] '{ $territoire }' may be a region or a department
    }
    .aide = { $suggestion ->
        [aucun] { $region ->
            [aucun] give the folder name of a region ('bretagne'), or declare the territory in full
           *[other] the code { $territoire } is that of the region '{ $region }'{ $departement ->
                [aucun] {""}
               *[other] {" "}and of the department { $departement }
            }: write 'territoire: { $region }' if that is the one
        }
       *[other] did you mean '{ $suggestion }'?
    }
territoire-en-double = two regions have the same territory ({ $territoire })
    .voir = already taken here
    .aide = correct one of the two: a territory has only one directorate
departement-partage = the department { $nom } ({ $code }) is in two regions, and { $region } does not say which of its parts is its own
    .voir = the other region
    .aide = add in { $fichier }: 'partage: {"{"} "{ $code }": {"{"} fr: "the part of the department that is yours" {"}"} {"}"}'
fuseau-inconnu = '{ $fuseau }' is not a time zone
    .aide = write a name from the IANA database, for example Europe/Paris or America/Miquelon
courriel-invalide = '{ $courriel }' is not an email address
    .aide = write for example appel@example.org, without space or accent
adresse-invalide = '{ $adresse }' is not a web address
    .aide = { $suggestion ->
        [aucun] { $raison ->
            [invisible] it holds a character that nobody sees: copy it again from the browser's address bar
            [espace] an address contains no space
            [signe] an address contains no quotation mark, angle bracket, brace or backslash
            [port] the number after ':' is a port, from 1 to 65535: mend it, or take it out
            [compte] what stands before '@' would hide the true site: write the address without an account
            [hote] the name of the site is incomplete: copy the address from the browser's address bar
            [fin] names of pages are added to it: take out what follows '?' or '#'
           *[debut] it begins with https:// and can be copied from the browser's address bar
        }
       *[other] write '{ $suggestion }'
    }
adresse-trompeuse = the address '{ $hote }' mixes letters of several alphabets
    .etiquette = some look alike and are not the same
    .aide = copy the address from the browser's address bar: a letter of another alphabet leads to another site
telephone-invalide = { $raison ->
        [poste] '{ $telephone }' contains an extension, which a link cannot dial
        [plusieurs] '{ $telephone }' contains several numbers
       *[forme] '{ $telephone }' is not a telephone number
    }
    .aide = { $raison ->
        [poste] keep the number alone here, and tell the extension in 'role:'; or give the direct number
        [plusieurs] keep one number, and add a contact, with its role, for each of the others
       *[forme] write the digits, with spaces if you like: "01 23 45 67 89"
    }
siret-invalide = '{ $siret }' is not a SIRET
    .aide = { $chiffres ->
        [14] a digit is wrong: the check key does not match; copy the number again
       *[other] a SIRET has 14 digits (this one has { $chiffres }): the 9 of the SIREN, then the 5 of the establishment
    }
texte-trop-long = this text has { $longueur } characters; the limit is { $limite }
    .aide = shorten it: { $lieu ->
        [dossier] it would have no room in the files of the dossier
       *[subventions] the open data of grants take no more
    }
periode-inversee = this period ends ({ $fin }) before it begins ({ $debut })
    .voir = beginning
    .aide = correct one of the two dates
abreviation-invalide = “{ $abreviation }” could not be told from the words of a text
    .etiquette = an abbreviation is one word, with a capital
    .aide = write one word of 2 to 20 letters or digits, without space or full stop: PSE, R&D, DREETS
limite-de-pieces-jointes = '{ $nombre }' cannot be the size of all attached files
    .aide = write a whole number of MiB, from 1 to { $limite }
plafond-sans-euro = the ceiling '{ $parametre }' is not in euros
    .aide = write 'unite: EUR', or remove 'plafond:', which says that no grant is above this parameter
chemin-interdit = '{ $chemin }' leaves the region's documents folder
    .aide = put the file in the region's documents folder and give its name only
ancienne-adresse-invalide = { $raison ->
        [entiere] '{ $adresse }' is a whole address: only its end is needed
        [langue] '{ $adresse }' says its language: there will be a page in each
        [dossier] '{ $adresse }' has a folder: here only the former name of the call is needed, which holds in each region
        [sort] '{ $adresse }' leaves the folder of the site, or would be hidden there
        [pas-une-page] '{ $adresse }' is not the address of a page: a server would not open it as one
        [longue] this address is too long
       *[signe] '{ $adresse }' has a sign that no address of a page has, or nothing between two slashes
    }
    .etiquette = no page would have this address
    .aide = { $suggestion ->
        [aucun] write what followed the language, for example languedoc/amige-2022 for /fr/languedoc/amige-2022.html
       *[other] write: { $suggestion }
    }
contact-injoignable = this contact has no email address, telephone number or link
    .aide = add one of the three
contact-sans-consentement = a person may not be named without their consent
    .etiquette = personal data
    .aide = add 'consentement:' and 'expire:' with their dates, or publish a shared mailbox without a name
contact-expire = this contact has not been published since { $date }
    .aide = renew the consent and the date, or remove the contact
courriel-nominatif = '{ $courriel }' seems to be a person's address
    .aide = prefer a shared mailbox; otherwise add 'nom:', 'consentement:' and 'expire:'

## Texts

html-refuse = { $genre ->
        [commentaire] HTML comments are not permitted in a text
       *[autre] HTML is not allowed in a text
    }
    .aide = { $genre ->
        [commentaire] remove it: what the public must not read has no place in a text; in a YAML file, a line that starts with '#' is a note for you
        [saut] to start a new line, end the line with a backslash: \
       *[balise] write Markdown: **bold**, *italic*, [link](https://…); to show the sign <, write \<
    }
texte-trop-imbrique = the lists and quotations of this text are nested too deep
    .aide = simplify the text: three levels are enough for a reader
section-sans-identifiant = { $suggestion ->
        [aucun] this text is not in any section
       *[other] this heading has no identifier
    }
    .aide = { $suggestion ->
        [aucun] begin the file with a heading: ## Contexte {"{"}#contexte{"}"}
       *[other] add '{"{"}#{ $suggestion }{"}"}' at the end of the heading
    }
sections-differentes = { $probleme ->
        [absente] the section '{ $section }' does not exist in the language { $langue }
        [en-trop] the section '{ $section }' does not exist in the reference language
        [classe] the section '{ $section }' does not have the same class in the reference language
        [niveau] the section '{ $section }' does not have the same heading level in the reference language
       *[ordre] the sections are not in the order of the reference language from '{ $section }' on
    }
    .voir = to compare with this
    .aide = the languages of one call have the same sections, in the same order
classe-inconnue = the class '.{ $classe }' does not exist
    .aide = { $suggestion ->
        [aucun] possible classes: { $classes }
       *[other] did you mean '.{ $suggestion }'?
    }
titre-interdit = { $raison ->
        [niveau] this heading is too high for this text
        [note] a note has no heading
        [colle] '{ $marques }' does not make the heading of a section: a space is missing
       *[identifiant] this heading cannot have a name
    }
    .aide = { $raison ->
        [niveau] this text stands under another heading: write '{ $marques }'
        [note] make these words bold, between two pairs of asterisks
        [colle] put a space after '{ $marques }'; to show this sign, write \#
       *[identifiant] remove what is between braces: only the sections of a call have a name
    }
titre-saute = this heading skips a level
    .etiquette = '{ $ecrites }' does not stand right under the heading before it
    .aide = write it with '{ $marques }', or make these words bold
titre-vide = this heading has no words
    .aide = write the heading after the '#', or remove the line
titre-manquant = { $lieu ->
        [courrier] this letter has no subject
       *[page] this page has no title
    }
    .aide = { $lieu ->
        [courrier] begin it with a line '# Subject of the letter'
       *[page] begin it with a line '# Title of the page'
    }
note-sans-definition = { $forme ->
        [vide] the note '{ $note }' has no text
       *[other] the note '{ $note }' is defined nowhere
    }
    .etiquette = { $forme ->
        [vide] what the note says is missing
       *[other] would be published as it is
    }
    .aide = { $forme ->
        [vide] write its text after the colon: [^{ $note }]: Regulation (EU) 2023/2831.
        [espace] to define the note, put the colon right after the bracket: [^{ $note }]: …
       *[other] add the note to the same text, on a line of its own: [^{ $note }]: …
    }
note-sans-appel = the note '{ $note }' is called nowhere
    .etiquette = these words would not be published
    .aide = write [^{ $note }] in the same text, where the note is to be called, or remove it
note-en-double = two notes are called '{ $note }'
    .etiquette = these words would not be published
    .voir = the first one is here
    .aide = give this one another name, and call it by that name; capitals make no difference
note-en-boucle = the note '{ $note }' leads to itself
    .etiquette = this call takes readers back where they came from
    .voir = the note is here
    .aide = remove this call
appel-de-note-mal-place = a note cannot be called { $lieu ->
        [titre] in a title
        [lien] in the words of a link
       *[image] in the description of an image
    }
    .aide = { $lieu ->
        [titre] call it in the first sentence after it: this title also stands in lists and in the tab, far from the notes
        [lien] call it right after the link
       *[image] call it right after the image
    }
valeur-inconnue = { $ailleurs ->
        [courrier] '{ $nom }' has a meaning in a letter only
        [decision] '{ $nom }' has a meaning in a letter of refusal or selection only
        [question] '{ $nom }': the dossier of the call does not ask that question
       *[autre] '{ $nom }' is not the name of any value
    }
    .etiquette = would stay empty
    .aide = { $suggestion ->
        [aucun] { $ailleurs ->
            [question] say which question answers it under 'roles:', in dossier.yaml
           *[autre] the possible names are in docs/formats.md
        }
       *[other] did you mean '{ $suggestion }'?
    }
bloc-mal-place = this block cannot be here
    .aide = a block stands alone in its paragraph, in the national text of the call
lien-casse = { $genre ->
        [espace] this is no link: there is a space in its address
        [crochets] these brackets make no link
        [separe] this is no link: a space stands between the bracket and the parenthesis
        [ouvert] this is no link: nothing closes the parenthesis
        [spip] this is no link: its address goes between parentheses
        [reference] nothing defines '{ $cible }' in this text
        [vide] this link has no address
        [mots] this link has no text: nobody would know where it leads
        [coupee] this address would be cut: its _ or * would format what follows
        [protege] this address is that of your mail program's protection, not that of the page
        [pas-une-image] '{ $cible }' is not an image: a page cannot show it, a link can lead to it
        [relatif] '{ $cible }' is not the address of a page of the site
        [ancre] no section is called '{ $cible }'
        [page] no page is called '{ $cible }'
        [region] no region is called '{ $cible }'
        [soi] '{ $cible }' leads to the page where one is already
        [appel] no call is called '{ $cible }'
        [document] no attached document is called '{ $cible }'
        [image] the image '{ $cible }' is not an attached document
       *[forme] the address '{ $cible }' is of no permitted form
    }
    .etiquette = would lead nowhere
    .aide = { $suggestion ->
        [aucun] { $genre ->
            [ouvert] close the parenthesis right after the address: [words](address)
            [crochets] write [words](address), with no link or bracket among the words
            [reference] write the address between parentheses: [words](https://…)
            [vide] put the address between the parentheses, or remove the brackets
            [mots] write between the brackets what is found at this address
            [soi] name another call or region, or remove 'suite'
            [appel] write the name of a folder of content/, or an address: suite: {"{"} titre: {"{"} fr: "…" {"}"}, lien: https://… {"}"}
            [document] put the file in { $dossier }
            [image] put the image in the documents folder and write ![description](document:name.png)
           *[other] permitted forms: #section, page:name, region:name, document:file.pdf, https://…, mailto:…, tel:…
        }
       *[other] did you mean '{ $suggestion }'?
    }
langue-invalide = { $langue ->
        [aucun] this passage does not say its language
       *[other] “{ $langue }” is not the code of a language
    }
    .etiquette = which language is this passage in?
    .aide = { $suggestion ->
        [aucun] write its code of two or three letters: [dumping](lang:en) for English, de for German, es for Spanish, it for Italian
       *[other] write lang:{ $suggestion }
    }
encadre-non-lu = { $genre ->
        [vide] this notice [!{ $mot }] is empty
        [suite] the notice [!{ $mot }] is not read: text follows on its line
       *[inconnu] no notice is called “{ $mot }”
    }
    .etiquette = { $genre ->
        [vide] the page would show its label alone
       *[other] published as it stands, brackets included
    }
    .aide = { $genre ->
        [vide] write its text on the following lines, each after >
        [suite] leave [!{ $suggestion }] alone on its line, and the text on the next one, after >
       *[inconnu] { $suggestion ->
            [aucun] write NOTE, TIP, IMPORTANT, WARNING or CAUTION; the page shows the word in its language
           *[other] write > [!{ $suggestion }]; the page shows the word in its language
        }
    }
image-sans-alternative = this image has no description
    .aide = describe it between the brackets: ![Map of employment areas](document:carte.png)
lettre-sans-dessin = PDF files have no shape for '{ $lettres }': they would show '□' there
    .etiquette = the page and the other files show it
    .aide = write it otherwise (a word for a picture, the transcription of a name); else readers of the PDF will read it on the page
liste-lue = { $lignes ->
        [one] this line, which starts with '{ $marque }', is published as an item of the list
       *[other] these { $lignes } lines that start with '{ $marque }' are published as a list
    }
    .etiquette = read as '-'
    .aide = nothing to do if it is a list; otherwise put an empty line between these lines, or remove the sign
texte-perdu = { $raison ->
        [cellules] this row has more cells than the head of the table: '{ $marque }' would not be published
        [titre-de-lien] the text between quotes after the address of this link would not be published
        [definition] no link of this text uses '{ $marque }': this line would not be published
        [langage] the words after ``` would not be published
       *[attributs] '{ $marque }', at the end of this heading, would not be published
    }
    .aide = { $raison ->
        [cellules] add a column to the head and to the line of dashes, or remove the bar that is too many (a bar of the text is written \|)
        [titre-de-lien] put these words in the text of the link, between the brackets, or remove them
        [definition] cite it as [words of the link][name], or remove it; if it is a sentence, put a backslash before the bracket: \[
        [langage] put them on the next line
       *[attributs] put these words between parentheses; between braces, a heading has only '#id', then '.class'
    }
marque-sans-effet = { $raison ->
        [puce] '{ $marque }' does not make a list
        [gras] these asterisks make nothing bold: '{ $marque }'
        [gras-ouvert] these asterisks open a bold passage that nothing closes
        [souligne] these underscores make nothing bold: '{ $marque }'
        [souligne-ouvert] these underscores open a bold passage that nothing closes
        [plus] '{ $marque }' would be a bullet, without its '+'
        [barre] '~~' does not strike the text out: '{ $marque }'
        [surligne] '==' does not highlight the text: '{ $marque }'
        [accolades] these braces are not closed on the same line
        [accolade] '{ $marque }' is not replaced with its value: it takes two braces
        [gabarit] '{"{"}%' has no meaning in a text
        [champ] this field is not a Markdown text: '{ $marque }' would keep its marks
        [case] '{ $marque }' does not make a box to tick
        [titre] '{ $marque }' does not make a heading: a space is missing
        [encadre] ':::' does not make a box
        [tableau] these bars do not make a table: the line of dashes under the head is missing
        [rangee] this line would be a row of the table before it
        [bloc-indente] this text, indented by four spaces, would be published as code
        [langage] the word after ``` would not be published
       *[code-ouvert] nothing closes this block of code: all that follows would be in it
    }
    .etiquette = { $raison ->
        [plus] {""}
        [langage] would have no effect
        [rangee] {""}
        [bloc-indente] marks would have no effect in it
        [code-ouvert] {""}
       *[autre] would be published as it is
    }
    .aide = { $raison ->
        [puce] for a list, start each line with a hyphen and a plain space: '-'; otherwise put an empty line between the lines
        [gras] put them against the words, with no space inside, and leave a space or a sign outside: **these words**; to show this sign, write \*
        [gras-ouvert] close it in the same paragraph: **these words**; to show this sign, write \*
        [souligne] use asterisks, against the words: **these words**; to show this sign, write \_
        [souligne-ouvert] close it in the same paragraph, with asterisks: **these words**; to show this sign, write \_
        [plus] to show this sign, write \+; for a list, start each line with a hyphen and a space: '-'
        [barre] say it in words: 'first planned on 12 January'; to show this sign, write \~
        [surligne] use bold: **these words**
        [accolades] { $marque ->
            [aucun] write {"{"}{"{"} name {"}"}{"}"} on one line; to show this sign, write \{"{"}
           *[other] write {"{"}{"{"} { $marque } {"}"}{"}"}
        }
        [accolade] write {"{"}{"{"} { $marque } {"}"}{"}"}; to show this sign, write \{"{"}
        [gabarit] remove this mark: a text has no conditions and no loops
        [champ] remove them: a title or a label has no formatting
        [case] remove these brackets: a list with bullets is enough
        [titre] put a space after '{ $marque }'; to show this sign, write \#
        [encadre] remove this line; a quotation starts with '>'
        [tableau] add after the first line: |---|---|, with as many cells; otherwise write \| to show this sign
        [rangee] put an empty line after the table
        [bloc-indente] remove the spaces that are too many; for code, put it between two lines of ```
        [langage] remove it: no code is coloured
       *[code-ouvert] add a line of ``` at the end of the code, or remove this one
    }

## Merging

appel-inconnu = no national call is called '{ $appel }'
    .aide = { $suggestion ->
        [aucun] the file's name is that of a folder in content
       *[other] did you mean '{ $suggestion }.yaml'?
    }
section-inconnue = the section '{ $section }' does not exist in the national call
    .aide = { $suggestion ->
        [aucun] possible sections: { $sections }
       *[other] did you mean '{ $suggestion }'?
    }
sous-section-ordonnee = '{ $section }' is a subsection of '{ $autour }', which it follows wherever that is
    .etiquette = has no place of its own
    .voir = its section
    .aide = remove it from 'ordre_page', or write '{ $autour }' in its place
section-verrouillee = the section '{ $section }' is locked by the national call
    .etiquette = this text would not be published
    .voir = locked here
    .aide = remove this block; sections where you may add text: { $ouvertes }
section-non-remplacable = the section '{ $section }' can be added to, not replaced
    .etiquette = this text would not be published
    .voir = declared here
    .aide = use 'avant:' or 'apres:' instead of 'remplacer:'
remplacement-a-revoir = { $ancienne ->
        [aucun] nothing says against which national text this replacement was written
       *[other] the national text of '{ $section }' has changed since this replacement
    }
    .voir = national text
    .aide = read both texts again, then write canevas: "{ $empreinte }"
traduction-a-revoir = { $ancienne ->
        [aucun] nothing says which national text this translation was made from
       *[other] the national text of '{ $section }' has changed since this translation
    }
    .voir = national text
    .aide = read both texts again, then write canevas: "{ $empreinte }"
langue-du-site = '{ $langue }' is a language of the site: the call already has its page in it
    .aide = write these texts with the others: 'sections:', then '{ $langue }:' beside the French; 'langues_partielles' is for a language that the site does not have
parametre-inconnu = the parameter '{ $parametre }' does not exist in the national call
    .aide = { $suggestion ->
        [aucun] parameters are declared in appel.yaml
       *[other] did you mean '{ $suggestion }'?
    }
parametre-verrouille = the parameter '{ $parametre }' is fixed by the national call
    .voir = fixed here
    .aide = remove this line
parametre-hors-bornes = { $valeur } is outside the bounds of '{ $parametre }'
    .voir = bounds set here
    .aide = { $min ->
        [aucun] give { $max } at most
       *[other] { $max ->
            [aucun] give { $min } at least
           *[other] give between { $min } and { $max }
        }
    }
etape-inconnue = { $raison ->
        [nouveaute] no step of the calendar is called '{ $etape }'
       *[calendrier] the step '{ $etape }' does not exist in the national call
    }
    .aide = { $raison ->
        [nouveaute] { $suggestion ->
            [aucun] write the name of a step of the calendar, or remove etape:
           *[other] did you mean '{ $suggestion }'?
        }
       *[calendrier] { $suggestion ->
            [aucun] to add it, give its genre, date and libelle
           *[other] did you mean '{ $suggestion }'? To add a step, give its genre, date and libelle
        }
    }
etape-verrouillee = { $raison ->
        [genre] a region cannot change the kind of the step '{ $etape }'
       *[verrou] the step '{ $etape }' is fixed by the national call
    }
    .voir = fixed here
    .aide = { $raison ->
        [genre] remove 'genre:', or give your step another name
       *[verrou] remove this block, or give your step another name
    }
annulation-impossible = '{ $etape }' cannot be cancelled: no step 'genre: { $genre }' would be left
    .aide = change its date, or make the call a draft (statut: brouillon)
etape-en-desordre = the step '{ $etape }' ({ $date }) falls before the opening of the call ({ $ouverture })
    .voir = compare with this
    .aide = correct one of the two dates
etape-manquante = this call has no step with 'genre: { $genre }'
    .aide = add it: a call opens and closes
cloture-contradictoire = { $raison ->
        [bientot] this call has no deadline: it never closes soon
        [etape] the step '{ $autre }' closes a call that is said to have no closing
        [appel] the region says that the call closes on { $date }, but the national call is closed since { $autre }
        [publication] the call is said to be closed on { $date }, before it is published ({ $autre })
       *[cloture] the call is said to be closed on { $date }, but its last closing ({ $autre }) is over by that day
    }
    .voir = compare with this
    .aide = { $raison ->
        [bientot] remove 'ferme_bientot:', or 'sans_cloture: true' if the call has a deadline
        [etape] remove the step, or 'sans_cloture: true'; the day the money is spent, write 'clos_le:'
        [appel] remove 'clos_le:', or give an earlier date
        [publication] correct one of the two dates
       *[cloture] remove 'clos_le:', or correct one of the two dates
    }
fin-invalide = { $raison ->
        [genre] the step '{ $etape }' cannot have an end: an opening or a deadline is one moment
        [heure] the step '{ $etape }' ends at an hour without beginning at one
       *[ordre] the step '{ $etape }' ends ({ $fin }) before it begins ({ $debut })
    }
    .voir = { $raison ->
        [ordre] compare with this
       *[genre] it begins here
    }
    .aide = { $raison ->
        [genre] remove 'date_fin:' and 'heure_fin:'; a period is said by two steps, an ouverture and a cloture
        [heure] add 'heure:', or remove 'heure_fin:'
       *[ordre] correct one of the two; an end on the next day is said with 'date_fin:'
    }
teleservice-ferme = the step '{ $etape }' promises until { $promis }, which is { $paris } in Paris, but this service closes on { $date } at 23:59, Paris time
    .etiquette = the State's service closes at 23:59 Paris time, overseas as well
    .voir = the date promised
    .aide = { $libre ->
        [oui] for this step, write 'heure: "23:59"' and 'horloge: paris', or a local hour up to "{ $limite }"
       *[non] this step is fixed by the national call: ask for 'horloge: paris' there, or give another way to apply
    }
date-a-donner = the step '{ $etape }' was expected for '{ $date }', which is over
    .aide = write the day, for example 'date: 2022-03-15', another period, or 'a-preciser: true' if it is not known yet
ordre-inhabituel = the step '{ $etape }' ({ $date }) comes before '{ $autre }' ({ $limite }), which it should follow
    .voir = compare with this
    .aide = correct one of the two dates, or give each wave its own steps; the usual order is: intention, cloture, comite, notification, convention, fin
jour-non-ouvre = the step '{ $etape }' falls on { $jour ->
        [samedi] a Saturday
        [dimanche] a Sunday
        [jour-de-l-an] New Year's Day
        [lundi-de-paques] Easter Monday
        [fete-du-travail] Labour Day
        [victoire-1945] Victory Day
        [ascension] Ascension Day
        [lundi-de-pentecote] Whit Monday
        [fete-nationale] the national holiday
        [assomption] Assumption Day
        [toussaint] All Saints' Day
        [armistice-1918] Armistice Day
        [noel] Christmas Day
        [vendredi-saint] Good Friday
        [lendemain-de-noel] the day after Christmas
       *[abolition-de-l-esclavage] the day of the abolition of slavery
    } ({ $date }){ $departements ->
        [aucun] {""}
       *[autre] , a holiday in these departments: { $departements }
    }
    .etiquette = on that day nobody answers questions or mends breakdowns
    .voir = the date
    .aide = prefer a working day: { $avant } or { $apres }
vagues-superposees = the step '{ $etape }' ({ $date }) opens a wave before the closing of the one before, '{ $autre }' ({ $cloture })
    .voir = compare with this
    .aide = open each wave after the closing of the one before: an applicant must know which one it answers
delai-court = { $depuis ->
        [publication] { $jours ->
            [0] publication ({ $debut }) leaves no day before the step '{ $etape }' ({ $date })
            [one] publication ({ $debut }) leaves only one day before the step '{ $etape }' ({ $date })
           *[other] publication ({ $debut }) leaves only { $jours } days before the step '{ $etape }' ({ $date })
        }
       *[ouverture] { $jours ->
            [0] the opening ({ $debut }) leaves no day before the step '{ $etape }' ({ $date })
            [one] the opening ({ $debut }) leaves only one day before the step '{ $etape }' ({ $date })
           *[other] the opening ({ $debut }) leaves only { $jours } days before the step '{ $etape }' ({ $date })
        }
    }
    .voir = compare with this
    .aide = leave at least { $minimum } days: a small organisation has to bring together its board, its partners and its quotes
valeur-repetee = '{ $mots }' is the national value, and { $regions ->
        [aucun] your region has another
        [one] one region has another: { $region }
       *[other] { $regions } regions have another, { $region } among them
    }
    .etiquette = the page would contradict itself
    .voir = the value is changed here
    .aide = write '{"{{"} { $nom } {"}}"}': each page will give the right value
valeur-approchante = '{ $mots }' looks like { $nom }, which is { $valeur }
    .etiquette = one zero too many, or one too few?
    .voir = the value is set here
    .aide = write '{"{{"} { $nom } {"}}"}', or mend the amount
jour-faux = '{ $mots }': { $date } is a { $jour ->
        [monday] Monday
        [tuesday] Tuesday
        [wednesday] Wednesday
        [thursday] Thursday
        [friday] Friday
        [saturday] Saturday
       *[sunday] Sunday
    }
    .etiquette = the weekday and the date do not go together
    .aide = { $nom ->
        [aucun] mend the weekday, or the date
       *[other] write '{"{{"} { $nom } {"}}"}': the weekday will follow the date
    }
sigle-ecrit = '{ $sigle }' is not the service of { $regions ->
        [one] { $region }, where it is '{ $service }'
       *[other] { $regions } regions: { $region }, for one, has '{ $service }'
    }
    .etiquette = would be published as it is
    .voir = another service
    .aide = write '{"{{"} { $nom } {"}}"}', which becomes the service of each region
bloc-non-place = the canvas places '{"{{"} { $bloc } {"}}"}' nowhere, and { $regions ->
        [one] one region fills it
       *[other] { $regions } regions fill it
    }
    .etiquette = this is the last section
    .voir = filled here
    .aide = write '{"{{"} { $bloc } {"}}"}', alone in its paragraph, where it must appear; until then, it has a heading of its own at the end of the page
echeance-non-annoncee = the step '{ $etape }' is on { $date } and not on { $nationale }, the national date that is published already, and nothing announces it
    .etiquette = the date of the region
    .voir = the national date
    .aide = add under 'nouveautes': {"{"} date: { $jour }, etape: { $etape }, avant: { $nationale }, texte: {"{"} fr: "…" {"}"} {"}"}
montant-hors-plafond = the amount given to '{ $organisation }' (€{ $montant }) is above the ceiling '{ $parametre }' (€{ $plafond })
    .voir = ceiling set here
    .aide = correct the amount, or the region's ceiling if that is what is wrong
question-incomplete = { $cle ->
        [choix] this question has not enough answers to choose from
        [colonnes] this table has no columns
        [lignes] this table has no rows
        [vaut] this condition does not say for which answer
        [aide-demandee] no resource, or several, bears 'aide-demandee: true'
       *[autre] this budget has no '{ $cle }'
    }
    .aide = { $cle ->
        [choix] add 'choix:': { $minimum } at least, with an id and a libelle for each answer
        [colonnes] add 'colonnes:', each with its id and its libelle
        [lignes] give a number of rows, or a list of rows with their id and their libelle
        [vaut] write 'vaut:' and the identifier of an answer, oui or non
        [aide-demandee] mark so the only resource that is the aid asked of the State: it is compared with the ceiling
       *[autre] add '{ $cle }:', with the id and the libelle of each line
    }
libelle-en-double = { $liste ->
        [choix] two answers to choose from are called '{ $libelle }'
        [colonnes] two columns of the table are called '{ $libelle }'
        [criteres] two criteria are called '{ $libelle }'
       *[lignes] two rows are called '{ $libelle }'
    }
    .etiquette = second time
    .voir = first time
    .aide = { $liste ->
        [criteres] give each a label of its own: whoever marks could not know which one it is
       *[autre] give each a label of its own: whoever reads the answers could not know which one it is
    }
limite-hors-bornes = '{ $cle }: { $valeur }': a whole number from { $min } to { $max } is needed
    .aide = it is what all the files of the dossier can hold
condition-impossible = { $raison ->
        [inconnue] the condition depends on the question '{ $question }', which does not exist in the dossier
        [soi-meme] the question '{ $question }' depends on itself
        [apres] the condition depends on the question '{ $question }', which is asked further on
        [signature] the signature depends on the question '{ $question }': every applicant must sign
       *[genre] the condition depends on the question '{ $question }', which is answered neither by a choice nor by yes or no
    }
    .voir = { $raison ->
        [signature] the signature is in this part
       *[other] the question is here
    }
    .aide = { $raison ->
        [inconnue] { $suggestion ->
            [aucun] give the identifier of a question that is asked before this one
           *[other] did you mean '{ $suggestion }'?
        }
        [soi-meme] give the identifier of a question that is asked before this one, or remove 'si:'
        [apres] place after '{ $question }' what depends on it, or remove 'si:'
        [signature] remove 'si:'
       *[genre] a condition depends on a question of the type choix, choix-multiples, oui-non, engagement or piece
    }
condition-valeur = '{ $valeur }' is not an answer to the question '{ $question }'
    .aide = { $suggestion ->
        [aucun] possible answers: { $reponses }
       *[other] did you mean '{ $suggestion }'?
    }
conservation-invalide = '{ $conservation }' is not a time to keep data
    .aide = write a time from the last deadline, '5 ans' or '18 mois' ({ $maximum } years at most), or the last day, 2027-12-31
donnees-personnelles-absentes = a person signs the dossier, which does not say what becomes of personal data
    .etiquette = signed here
    .aide = add 'donnees-personnelles:' to dossier.yaml: who is responsible for them, what they are for, who receives them, how long they are kept (GDPR, Article 13)
tableau-trop-large = the { $colonnes } columns of this table do not fit in the width of a page: there is room for { $place }
    .etiquette = this column leaves the page
    .aide = make two questions of this table, remove columns, or ask for an attached file (type: piece)
signature-en-double = this dossier has two signatures
    .etiquette = second signature
    .voir = first signature
    .aide = keep that which ends the dossier: applicants sign once all that precedes
partie-inconnue = the part '{ $partie }' does not exist in the national dossier
    .aide = { $suggestion ->
        [aucun] possible parts: { $parties }
       *[other] did you mean '{ $suggestion }'?
    }
partie-verrouillee = the part '{ $partie }' is locked by the national dossier
    .etiquette = this question would not be asked
    .voir = locked here
    .aide = parts where you may add questions: { $ouvertes }
question-inconnue = the question '{ $question }' does not exist in the national dossier
    .aide = { $suggestion ->
        [aucun] the questions are in dossier.yaml{ $lieu ->
            [grille] {""}
           *[dossier] ; to add one, write it under 'questions:'
        }
       *[other] did you mean '{ $suggestion }'?
    }
question-verrouillee = the question '{ $question }' is locked by the national dossier
    .etiquette = this help would not be shown
    .voir = locked here
    .aide = remove this block; questions whose help you may complete: { $ouvertes }
question-disparue = no question has the identifier '{ $question }' any more, which a published dossier has used
    .aide = { $suggestion ->
        [aucun] give it this identifier back, or write 'anciens: [{ $question }]' in the question that takes its place
       *[other] if it has become '{ $suggestion }', write 'anciens: [{ $question }]' there; else give it this identifier back
    }; if nobody is to answer it any more, remove it from 'publiees:'
courrier-inconnu = '{ $nom }' is the name of no letter
    .aide = { $suggestion ->
        [aucun] possible names, followed by the language: { $courriers }
       *[other] did you mean '{ $suggestion }'?
    }
grille-fausse = { $raison ->
        [nombre] { $valeur ->
            [0] this grid has no criterion
           *[other] this grid has { $valeur } criteria
        }
        [poids] a criterion cannot have the weight { $valeur }
        [notation] nothing can be marked on a scale from { $min } to { $max }
       *[eliminatoire] on a scale from { $min } to { $max }, { $valeur } cannot be the eliminatory mark
    }
    .aide = { $raison ->
        [nombre] give from { $min } to { $max }, or remove 'criteres:' if the call has no grid
        [poids] give a weight above 0; a criterion that does not count is to be removed
        [notation] give the lowest mark first: 'notation: {"{"} de: 0, a: 5 {"}"}'
       *[eliminatoire] a mark below this one eliminates: give it above { $min }, and { $max } at most
    }
critere-inconnu = '{ $critere }' is not a criterion of the national grid
    .aide = { $suggestion ->
        [aucun] possible criteria: { $criteres }
       *[other] did you mean '{ $suggestion }'?
    }
criteres-regionaux = { $part ->
        [aucun] the national call has no grid to complete
        [0] the national call does not let regions add criteria
       *[other] the region's criteria weigh { $poids } in all; the national call leaves them { $part } % of the grid, that is { $max }
    }
    .voir = national criteria
    .aide = { $part ->
        [aucun] remove 'instruction:' from this file
        [0] remove these criteria; you may complete the help of the national ones under 'aides:'
       *[other] lower their weights, or remove a criterion
    }
cumul-sans-colonne = '{ $colonne }' is not a column of { $genre ->
        [date] dates of the same table
       *[montant] amounts of a table
    }
    .etiquette = nothing would add up
    .aide = { $suggestion ->
        [aucun] write 'question.column'
       *[other] did you mean '{ $suggestion }'?
    }
role-sans-question = the role '{ $role }' names '{ $question }', which is neither a question answered in words nor a column of a table
    .aide = { $suggestion ->
        [aucun] write the identifier of a question, or 'question.column'
       *[other] did you mean '{ $suggestion }'?
    }
traduction-absente = '{ $identifiant }' is not translated into all the languages of the call: { $langues }
    .etiquette = shown in the reference language, marked as such
    .aide = add { $cles } in these languages

## Site

resultats-sans-notification = these results would never be shown: { $trop-tot ->
        [aucun] the call has no step 'genre: notification'
        [a-preciser] the date of the notification is to be announced
       *[oui] no notification comes after the last closing
    }
    .voir = last notification
    .aide = { $trop-tot ->
        [a-preciser] give the day of the notification
       *[aucun] add the step of the announcement under 'calendrier:': resultats: {"{"} genre: notification, date: …, libelle: … {"}"}
    }
resultats-a-venir = these results will not be shown before { $date }
    .voir = notification
    .aide = do nothing if that is meant; else correct the date of the notification
subventions-non-publiees = the open data of these grants will not be published: { $manque ->
        [siret] the SIRET of the service is missing
       *[de_minimis] the regime of the aid is missing
    }
    .aide = { $manque ->
        [siret] add 'siret: "…"' under 'service:', in regions/{ $region }/region.yaml
       *[de_minimis] ask the ministry to add 'subventions: {"{"} de_minimis: true {"}"}' (or false) to content/{ $appel }/appel.yaml
    }
adresse-en-double = two files want the same address, { $adresse }
    .aide = rename one of the two
ancienne-adresse-prise = { $raison ->
        [ancienne] two pages have the same former address, { $adresse }
       *[page] a page of the site is already at the address { $adresse }
    }
    .etiquette = could lead to one page only
    .voir = also given here
    .aide = { $raison ->
        [ancienne] keep it for one of the two only
       *[page] remove this former address, or rename the page that is there
    }
relecture-en-retard = this was to be read again by { $date }
    .etiquette = date past
    .aide = read it, correct it, then write the date of the next reading, or remove this line
nom-de-fichier-refuse = { $raison ->
        [invisible] the name of this file contains a character that cannot be seen, { $trouve }
        [reserve] the name of this file contains '{ $trouve }', which Windows refuses
        [bord] the name of this file begins or ends with a space or a dot
        [windows] Windows keeps the name '{ $trouve }' for a device
        [long] the name of this file is too long: at most { $trouve } bytes
       *[execute] the name of this file contains '{ $trouve }', which a server could run
    }
    .aide = rename it, here and where it is cited, for example with letters, digits, hyphens and one dot
piece-jointe-refusee = { $raison ->
        [genre] '{ $nom }' is of no kind that may be attached
        [famille] this site accepts no file of the kind of '{ $nom }'
        [vide] '{ $nom }' is empty
        [contenu] the content of '{ $nom }' is not what its name says{ $trouve ->
            [aucun] {""}
            [programme] {" "}: it is a program
           *[other] {" "}: it is { $trouve }
        }
       *[actif] '{ $nom }' contains what a browser would run or fetch from elsewhere: { $trouve }
    }
    .aide = { $raison ->
        [actif] export it again without script, and without links or images from elsewhere ("plain SVG"), or attach a PDF or a PNG
        [vide] attach the real file, or remove it
        [contenu] save it again in the right format, or correct the end of its name
       *[other] attach a file whose name ends in: { $admis }
    }
pieces-jointes-trop-lourdes = attached files together weigh { $total ->
        [aucun] more than the { $limite } MiB possible
       *[other] { $total } MiB, more than the { $limite } MiB allowed
    }
    .aide = make them lighter, remove some, or raise 'taille_totale' under 'pieces_jointes' in canevas.yaml
page-legale-absente = the page '{ $page }', which the law requires, is missing
    .aide = create content/pages/{ $page }.{ $langue }.md
theme-inconnu = the theme '{ $theme }' does not exist
    .aide = { $suggestion ->
        [aucun] create the folder themes/{ $theme }, or write 'theme: sobre'
       *[other] did you mean '{ $suggestion }'?
    }
fichier-du-theme-absent = this file is not in the 'static' folder of the theme: { $fichier }
    .aide = correct its name, or put it in the 'static' folder beside theme.yaml
fichier-du-theme-sans-empreinte = this template writes the address of { $fichier } itself: the fingerprint that makes it change with the file is missing
    .aide = ask for it: {"{{"} page.root {"}}{{"} asset(name="{ $fichier }") {"}}"}
gabarit-invalide = this template cannot be read: { $message }
gabarit-en-echec = this template fails on the page { $page }: { $message }
chaines-invalides = this file of strings cannot be read: { $message }
chaine-absente = { $nombre ->
        [one] one interface text is missing
       *[other] { $nombre } interface texts are missing
    } in the reference language ({ $langue }): { $noms }{ $reste ->
        [0] {""}
        [one] {" "}and { $reste } other
       *[other] {" "}and { $reste } others
    }
    .aide = add { $nombre ->
        [one] the line '{ $noms } = …'
       *[other] a line '… = …' for each
    } to the file { $fichier }: no other language can stand in for it
chaines-incompletes = { $nombre ->
        [one] one interface text is missing
       *[other] { $nombre } interface texts are missing
    } in the language { $langue }: { $noms }{ $reste ->
        [0] {""}
        [one] {" "}and { $reste } other
       *[other] {" "}and { $reste } others
    }
    .aide = add { $nombre ->
        [one] the line '{ $noms } = …'
       *[other] a line '… = …' for each
    } to the file { $fichier }; until then, pages show { $nombre ->
        [one] it
       *[other] them
    } in the reference language ({ $reference })
variable-de-chaine = the interface text '{ $nom }' asks for { $variable }, which canevas does not give it
    .aide = { $connues ->
        [aucun] this text has no variable
       *[other] variables of this text: { $connues }
    }
