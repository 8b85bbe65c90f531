# Textes d’interface du thème « sobre », en français.
# Un message sans argument est offert aux gabarits sous le même nom : {{ t.skip_to_content }}.
# Un message avec argument ($…) est mis en forme par canevas.

language_name = Français
# La langue et le pays, pour les aperçus de liens (Open Graph).
open_graph_locale = fr_FR

## Toutes les pages

skip_to_content = Aller au contenu
breadcrumb = Vous êtes ici
home = Accueil
languages = Langues
menu = Menu principal
menu_regions = Régions
menu_finder = Trouver ma région
menu_calendar = Calendrier
menu_help = Aide
search_title = Recherche
search_intro = Tapez quelques mots : un appel, une région, une partie du texte, un document.
search_label = Rechercher un appel, une région, un document
search_submit = Rechercher
legal = Informations légales
notice = À savoir
not_found = Page introuvable
not_found_help = Cette adresse ne correspond à aucune page du site. La page a peut-être été déplacée ou retirée.
go_home = Aller à l’accueil
name_fr = français
name_en = anglais
name_br = breton
name_ca = catalan
name_co = corse
name_eu = basque
name_gcf = créole guadeloupéen
name_gcr = créole guyanais
name_gsw = alsacien
name_oc = occitan
name_rcf = créole réunionnais
language_partial = en partie
partial_sections = Sur cette page, seules ces sections sont en { $language } :
partial_rest = Le reste est en { $reference }.
untranslated = Cette page n’est pas traduite en entier. Ce qui n’est pas traduit est affiché en { $language }.

## Titres d’onglets et descriptions, lus hors de la page : moteurs de recherche, liens partagés
## $in est la forme « en Bretagne », $call « AMIGE 2022 en Bretagne ».

call_in_region = { $call } { $in }
dossier_page_title = Dossier { $call }
describe_region = Les appels à projets { $in } : leurs dates, leurs priorités, et à qui s’adresser, { $service }.
describe_call = { $call }.
describe_until = { $call } : clôture le { $date }.
describe_closed = { $call } : clôturé le { $date }.
describe_before = { $call } : à envoyer au plus tard le { $date }.
describe_due = { $call }. { $label } : { $date }.
describe_ceiling = { $label } : { $value }.
describe_dossier = À remplir en ligne, ou dans un fichier à télécharger.
describe_plan = Toutes les pages et tous les fichiers du site, par région.

## État d’un appel

status_announced = À venir
status_open = Ouvert
status_closing = Ferme bientôt
status_between = Entre deux vagues
status_closed = Fermé
status_examination = En cours d'examen
status_results = Résultats connus
status_archived = Archivé
# Une région sans page pour un appel.
status_absent = Ne participe pas à cet appel
status_silent = N’a pas publié cet appel
as_of = Statut établi le { $date }
situation_as_of = Situation au { $date }

## Dates et heures

days_left = { $n ->
    [one] Il reste { $n } jour
   *[other] Il reste { $n } jours
}
last_day = Dernier jour
days_until = { $n ->
    [one] dans { $n } jour
   *[other] dans { $n } jours
}
next_today = aujourd’hui
next_opens = Ouvre le { $moment }
next_opens_about = Ouverture{" :"} { $moment }
next_closes_about = Clôture{" :"} { $moment }
next_wave = Prochaine vague{" :"} ouvre le { $opens }, clôture le { $closes }
next_wave_opens = Prochaine vague{" :"} ouvre le { $opens }
next_closes = Ferme le { $moment }
next_no_deadline = Pas de date limite{" :"} les dossiers sont examinés au fil de l’eau, jusqu’à épuisement des crédits
closed_since = Clos depuis le { $date }
next_step = { $step }{" :"} { $moment }
next_examined = Les dossiers reçus sont examinés par { $service }
next_answered = Les candidats connaissent la suite donnée à leur dossier
next_nothing = Cet appel est terminé
next_wave_about = Prochaine vague{" –"} ouverture{" :"} { $opens }, clôture{" :"} { $closes }
next_wave_about_opens = Prochaine vague{" –"} ouverture{" :"} { $opens }
short_opens_about = ouverture{" :"} { $moment }
short_closes_about = clôture{" :"} { $moment }
short_wave_about_opens = prochaine vague{" :"} { $opens }
short_wave_about = prochaine vague{" :"} { $opens } – { $closes }
short_opens = ouvre le { $moment }
short_wave = prochaine vague du { $opens } au { $closes }
short_wave_opens = prochaine vague le { $opens }
short_closes = clôture le { $moment }
short_closed = clôturé le { $moment }
short_no_deadline = pas de date limite
clock_time = { $hour } h { $minute }
clock_hour = { $hour } h
time_of = { $time }, heure { $of }
date_and_time = { $date } à { $time }
time_range = de { $start } à { $end }
date_and_range = { $date } { $time }
from_until = { $start }, jusqu’au { $end }
quarter_1 = premier trimestre { $year }
quarter_2 = deuxième trimestre { $year }
quarter_3 = troisième trimestre { $year }
quarter_4 = quatrième trimestre { $year }
date_unknown = date à préciser
until = jusqu’au
that_is = soit
deadline_past = Date passée
deadline_unknown = La date limite n’est pas encore fixée.
colon = {" :"}
no_deadline = date à fixer
step_past = Terminé
step_next = Prochaine étape
step_cancelled = Annulé
cancelled_moment = { $moment } (annulé)
deadline_put_off = Date limite reportée du { $before } au { $after }
deadline_brought_forward = Date limite avancée du { $before } au { $after }
deadline_later = Heure limite reportée de { $before } à { $after }
deadline_earlier = Heure limite avancée de { $before } à { $after }
deadline_first_told = Date limite d’abord annoncée : { $before }
deadline_told = Annonce du { $date }
initial_date = Date initiale : { $moment }
national_date = Date nationale : { $date }

## Nombres

unit_eur = { $n } €
unit_mois = { $n ->
   *[other] { $text } mois
}
unit_jours = { $n ->
    [one] { $text } jour
   *[other] { $text } jours
}
unit_pourcent = { $n } %
weight_ko = { $n } ko
weight_mo = { $n } Mo

## Ce que la région change
## $service est la forme « la DREETS Bretagne », « le service … ».

mark_added = Ajouté par { $service }
mark_replaced = Adapté par { $service }
mark_translated = Traduit par { $service }
mark_closed = Sans objet{" :"} appel clos le { $date }
mark_moved_from = Date fixée par { $service } (date nationale : { $date })
mark_moved = Date fixée par { $service }
mark_cancelled = Annulation annoncée le { $date } par { $service }
mark_value = Valeur fixée par { $service }
national_value = Valeur nationale : { $value }
adapted_legend = Un trait dans la marge signale les passages que la région a ajoutés au texte national ou adaptés.

## Grammaire, quand ni le territoire ni le service ne la déclarent

territory_the = { $name }
territory_of = de { $name }
territory_in = sur le territoire de { $name }
service_the = la { $acronym }
service_of = de la { $acronym }
service_to = à la { $acronym }

## Accueil

finder_title = Trouver l’appel de votre région
finder_label = Code postal, département, région ou grande ville
finder_hint = Par exemple : 35000, 2A, Finistère ou Rennes
finder_choose = Plusieurs réponses possibles. Choisissez :
finder_maybe = Est-ce l’un de ces lieux ? Sinon, écrivez votre code postal.
finder_uncovered = # : aucune région de ce site ne couvre ce territoire. Aucun appel n’y est ouvert ici.
finder_empty = Écrivez votre code postal, ou le nom de votre département.
finder_five = Un code postal a cinq chiffres. Vous en avez écrit #.
finder_unknown = Aucun département n’a le numéro #. Vérifiez le code.
finder_no_name = Ce nom n’est pas celui d’une région, d’un département ou d’une grande ville. Écrivez plutôt votre code postal.
finder_submit = Trouver
regions = Toutes les régions
regions_count = { $n ->
    [one] { $n } région
   *[other] { $n } régions
}
map_title = Carte des régions

## Page d’une région

region_service = Votre interlocuteur
region_calls = Appels en cours et passés
region_calls_none = Aucun appel n’est publié dans cette région.
region_departments = Départements
visit_site = Site du service :

## Page d’un appel

draft_notice = Brouillon. Cette page n’est visible qu’en prévisualisation : elle n’est pas publiée.
action_prepare = Préparer mon dossier
action_apply = Candidater
action_results = Voir les résultats
action_ask = Poser une question
issued_by = Appel lancé par
examined_by = Dossiers instruits par
call_to_keep = À conserver
contents = Sur cette page
footnotes = Notes
back_to_text = Retour au texte
# Le nom d’une boîte qui défile, dit par un lecteur d’écran.
scroll_table = Tableau { $number }
scroll_code = Bloc de code { $number }
# Le mot qui ouvre un encadré : > [!NOTE], [!TIP], [!IMPORTANT], [!WARNING], [!CAUTION].
callout_note = À noter
callout_tip = Conseil
callout_important = Important
callout_warning = Attention
callout_caution = Mise en garde
fold_text = Lire le détail
fold_points = Lire les { $n } points
printed_from = Imprimé depuis :
departments_label = Départements :
sectors_label = Secteurs :
priorities_none = La région n’a pas ajouté de priorité à celles de l’appel national.
calendar_none = Le calendrier n’est pas encore publié.
filing_online = Déposer le dossier en ligne
filing_email = Envoyer le dossier par courriel
filing_address = Envoyer ou remettre le dossier sur papier
filing_unknown = La façon d’envoyer le dossier n’est pas encore indiquée. Pour la connaître, interrogez { $service }.
contact_whole_territory = Tout le territoire
contact_email = Courriel :
contact_phone = Téléphone :
contact_link = Site :
default_contact = Renseignements et accompagnement
block_priorities = Priorités du territoire
block_calendar = Calendrier
block_filing = Comment candidater
block_contacts = À qui s’adresser
block_news = Ce qui a changé
block_documents = Documents
results_title = Résultats
results_caption = Projets retenus { $within }
results_count = { $n ->
    [one] { $n } projet retenu, pour { $total }.
   *[other] { $n } projets retenus, pour { $total } au total.
}
results_none = Aucun projet n’a été retenu.
results_unknown = Les résultats ne sont pas publiés sur cette page. Pour les connaître, interrogez { $service }.
results_project = Organisation, projet, territoire
results_amount = Montant
results_total = Total
results_file = Données ouvertes des subventions signées
results_record = Le texte de l’appel est conservé ci-dessous pour mémoire.
documents_none = La région n’a pas joint de document.
call_page_title = { $title } – { $region }

## Pour qui, et où aller

call_limits = Cet appel concerne seulement : { $departments }
# $service est la forme « la DREETS Bretagne ».
not_open_here = { $call } : cet appel n’est pas ouvert dans ce département. Renseignements : { $service }.
not_taking_part = { $call } : la région ne participe pas à cet appel. Renseignements : { $service }.
whom_to_ask = À qui s’adresser :
onward = Où aller maintenant :
moved_title = Cette page a changé d’adresse
moved_help = Cette page est maintenant à une autre adresse de ce site.
moved_to = Elle est maintenant ici :

## Agendas et flux

add_to_calendar = Ajouter à mon agenda
add_all_to_calendar = Ajouter toutes ces dates à mon agenda
calendar_file = fichier ICS
subscribe_calendar = Toutes les dates, pour mon agenda
subscribe_webcal = S’abonner avec mon agenda
subscribe_google = Ajouter à Google Agenda
subscribe_outlook = Ajouter à Outlook
subscribe_changes = Suivre les changements
calendar_format = iCalendar
feed_format = flux Atom
feed_title = { $site } : nouveautés
change_cancelled = Annulé : { $step }
change_closed = Appel clos depuis le { $date }
change_moved = { $step } : { $moment }
## Dossier de candidature : la page et les fichiers

form_title = Dossier de candidature
form_footer = { $call } · { $region } · version { $version } du { $date }
form_page = Page { $page } sur { $pages }
form_scope = Où l’appel est ouvert
form_when = Quand l’envoyer
form_before = Au plus tard le { $when }.
form_before_about = Date limite{" :"} { $when }.
form_figures = À retenir
form_where = Où et comment l’envoyer
form_whom = À qui s’adresser
form_required = obligatoire
form_required_legend = Une réponse est attendue à chaque question marquée « obligatoire ».
form_yes = Oui
form_no = Non
form_choose = Choisissez
form_answer = Votre réponse
form_date = JJ/MM/AAAA
form_number = En chiffres, par exemple 12 ou 12,5
form_phone = 10 chiffres, ou + et l’indicatif du pays
form_email = Adresse de la forme nom@example.org
form_at_most = caractères au plus
form_row = Ligne
form_total = Total
form_charges = Charges
form_resources = Ressources
form_amount = Montant (€)
form_sign_name = Prénom et nom
form_sign_capacity = Qualité
form_sign_place = Fait à
form_sign_date = Le
form_sign_here = Signature
form_line = Poste
form_one_answer = Une seule réponse
form_several_answers = Une ou plusieurs réponses
form_if = { $what } si { $answer }.
form_if_fill = À remplir
form_if_read = À lire
form_if_part = Partie à remplir
form_if_column = Colonne { $column } à remplir
form_if_answered = vous avez répondu { $answers } à la question { $number }
form_if_ticked = vous avez coché { $answers } à la question { $number }
form_if_box = vous avez coché la case { $number }
form_if_no_box = vous n’avez pas coché la case { $number }
form_or = ou
form_quote = « { $words } »
privacy_title = Vos données personnelles
privacy_controller = Qui en est responsable
privacy_purposes = À quoi elles servent
privacy_basis = Ce qui permet de les utiliser
privacy_basis_public_task = L’exécution d’une mission d’intérêt public (règlement général sur la protection des données, RGPD, article 6, paragraphe 1, point e).
privacy_basis_legal_obligation = Le respect d’une obligation légale (règlement général sur la protection des données, RGPD, article 6, paragraphe 1, point c).
privacy_basis_contract = L’exécution d’un contrat auquel vous êtes partie, ou de mesures que vous demandez avant de le conclure (règlement général sur la protection des données, RGPD, article 6, paragraphe 1, point b).
privacy_basis_consent = Votre consentement (règlement général sur la protection des données, RGPD, article 6, paragraphe 1, point a).
privacy_required = Ce que vous devez donner
privacy_required_answers = Seules les réponses marquées « obligatoire » sont nécessaires : sans elles, votre dossier est incomplet et peut ne pas être examiné.
privacy_recipients = Qui les reçoit
privacy_retention = Combien de temps elles sont gardées
privacy_years = { $n ->
    [one] { $n } an
   *[other] { $n } ans
}
privacy_months = { $n ->
   *[other] { $n } mois
}
privacy_kept = { $time } après la dernière date limite, soit jusqu’au { $date }.
privacy_kept_unknown = { $time } après la dernière date limite.
privacy_kept_until = Jusqu’au { $date }.
privacy_rights = Vos droits
privacy_rights_of_all = Vous pouvez demander à voir vos données, à les faire corriger, à en faire limiter l’usage et, dans les cas de l’article 17 du RGPD, à les faire effacer (articles 15 à 18).
privacy_rights_public_task = Vous pouvez aussi vous opposer à leur usage, pour des raisons qui tiennent à votre situation (article 21).
privacy_rights_contract = Vous pouvez aussi les recevoir sous une forme réutilisable, ou les faire transmettre à un autre organisme (article 20).
privacy_rights_consent = Vous pouvez aussi les recevoir sous une forme réutilisable, ou les faire transmettre à un autre organisme (article 20). Vous pouvez retirer votre consentement à tout moment, sans effet sur ce qui a été fait avant (article 7).
privacy_write = Pour exercer vos droits
privacy_write_to = Écrivez { $service } :
privacy_officer = Délégué à la protection des données
privacy_complaint = Réclamation
privacy_complain = Si vous pensez que vos droits ne sont pas respectés, vous pouvez saisir la Commission nationale de l’informatique et des libertés (CNIL) :
frame_title = Cadre réservé à l’administration
frame_received = Reçu le
frame_by = Reçu par
frame_number = Numéro du dossier
frame_complete = Dossier complet (oui ou non)
frame_missing = Pièces ou réponses à demander
form_received_by = Dossier reçu par
dossier_of_call = Dossier de candidature de l’appel { $call }, { $region }
dossier_files = Remplir le dossier
dossier_files_help = Le dossier est le même dans chaque format. Choisissez celui que vous savez ouvrir.
dossier_page_help = Cette page est à lire. Vous pouvez aussi l’imprimer et la remplir à la main.
dossier_send = Envoyer le dossier
pdf_lacks_letters = Ce PDF n’a pas toutes les lettres de son texte : des carrés en tiennent lieu. Cette page et les autres formats les ont.
call_text_title = Texte de l’appel
budget_title = Budget prévisionnel
format_page = Page web à remplir ou à imprimer
format_odt = LibreOffice (ODT)
format_docx = Word (DOCX)
format_pdf = PDF à remplir
format_ods = LibreOffice (ODS)
format_xlsx = Excel (XLSX)
contents_of_form = Sommaire
budget_justification = Justification
budget_how = Remplissez les cases claires ; les totaux se calculent seuls.
budget_checks = Contrôles
budget_difference = Charges moins ressources
budget_balanced = Les charges et les ressources sont égales.
budget_unbalanced = Les charges et les ressources ne sont pas égales.
budget_ceiling = Plafond de l’aide
budget_within_ceiling = L’aide demandée respecte le plafond.
budget_above_ceiling = L’aide demandée dépasse le plafond.
budget_unjustified = Une dépense attend sa justification.
budget_justified = Rien ne manque aux justifications.
budget_to_fill = À remplir.
budget_not_an_amount = Écrivez un montant en euros, sans lettre ni signe : par exemple 1250,50.

## Dossier rempli sur la page. « # » est un nombre ou un nom.

fill_here = Vous pouvez répondre sur cette page, en plusieurs fois, sans compte. Quand vous avez fini, téléchargez le dossier rempli et envoyez-le.
fill_stays = Vos réponses restent dans ce navigateur, sur cet appareil : ce site ne les reçoit pas. Un navigateur peut les effacer après quelques jours ; gardez-les aussi dans un fichier. Sur un appareil partagé, effacez-les avant de partir.
fill_files = Ou dans un fichier
fill_end = Quand vous avez fini
fill_end_help = Vérifiez le dossier, téléchargez-le, relisez-le et signez-le. Ce site ne l’envoie pas : envoyez-le comme indiqué en haut de cette page.
fill_docx = Télécharger le dossier rempli (DOCX)
fill_check = Vérifier mon dossier
fill_save = Garder mes réponses dans un fichier
fill_open = Reprendre un fichier de réponses
fill_print = Imprimer
fill_clear = Tout effacer
fill_count = # sur #
fill_over = Trop long : # de trop.
fill_missing = Réponse attendue.
fill_siret = Un SIRET a 14 chiffres. Vous en avez écrit #.
fill_siret_key = Ces 14 chiffres ne forment pas un SIRET : comparez-les à ceux de votre avis de situation.
fill_date = Écrivez une date complète, de la forme JJ/MM/AAAA.
fill_number = Écrivez un nombre, par exemple 12,5.
fill_email = Écrivez une adresse de la forme nom@example.org.
fill_phone = Écrivez un numéro de 10 chiffres, ou + et l’indicatif du pays.
fill_share = Part de l’aide dans les charges
fill_unchoose = Effacer ce choix
fill_faults = À compléter ou à corriger : #
fill_no_fault = Rien ne manque et rien ne paraît faux. Vous pouvez télécharger le dossier.
fill_made = Le dossier rempli est téléchargé sous le nom #. Relisez-le avant de l’envoyer.
fill_made_but = Le dossier rempli est téléchargé sous le nom #. Points à compléter ou à corriger : #. Le bouton « Vérifier mon dossier » en donne la liste.
fill_unmade = Le dossier rempli n’a pas pu être fait. Gardez vos réponses dans un fichier, et recommencez avec une bonne connexion ; ou remplissez le fichier DOCX.
fill_saved = Vos réponses sont dans le fichier #. Cette page peut le reprendre, sur un autre appareil aussi.
fill_taken = Réponses reprises : #.
fill_lost = Réponses qui n’ont plus de place dans ce dossier : #.
fill_other = Ce fichier est celui d’un autre dossier (#). Vos réponses n’ont pas changé.
fill_not_ours = Ce fichier n’est pas un fichier de réponses gardé par cette page. Vos réponses n’ont pas changé.
fill_old = Ce navigateur garde des réponses à une version antérieure de ce dossier. Vous pouvez les reprendre : relisez-les ensuite, car des questions ont changé.
fill_old_take = Reprendre ces réponses
fill_old_drop = Les effacer
fill_kept = Vos réponses sont gardées dans ce navigateur.
fill_unkept = Ce navigateur ne garde pas vos réponses : gardez-les dans un fichier avant de quitter la page.
fill_clear_sure = Effacer toutes les réponses de cette page et de ce navigateur ? Un fichier déjà téléchargé n’est pas touché.
fill_open_sure = Les réponses du fichier remplaceront celles de cette page. Continuer ?
fill_cleared = Toutes les réponses sont effacées de cette page et de ce navigateur.
# La fin du nom des fichiers : dossier-…-rempli.docx, reponses-….json.
fill_name_filled = rempli
fill_name_answers = reponses

## Recherche. « # » est un nombre, « % » ce qui est cherché.

search_one = 1 résultat pour « % ».
search_many = # résultats pour « % ».
search_first = # résultats pour « % » ; voici les 40 premiers.
search_nothing = Rien ne répond à « % ». Essayez avec moins de mots, ou cherchez dans le plan du site, ci-dessous.
search_failed = La recherche n’a pas pu se préparer. Cherchez dans le plan du site, ci-dessous.
search_regions = Choisir la région (#)
search_plan = Toutes les pages
search_hint = Par exemple : dépenses, Bretagne, dossier
kind_region = Région
kind_call = Appel
kind_section = Partie de l’appel
kind_priority = Priorité du territoire
kind_step = Date
kind_dossier = Dossier
kind_document = Document
kind_page = Page du site

## Calendrier de tous les appels

calendar_title = Calendrier des appels
calendar_intro = Toutes les dates, dans toutes les régions. Chaque région mène à sa date, sur la page de l’appel.
calendar_coming = Dates à venir
calendar_none_coming = Aucune date n’est à venir.
calendar_past = Dates passées
calendar_subscribe = Recevoir ces dates dans votre agenda
calendar_subscribe_help = Votre agenda se met à jour quand une date change.
calendar_by_region = Les dates d’une seule région (fichier ICS)

## Plan du site et départements

plan_title = Plan du site
plan_regions = Régions et appels
plan_pages = Autres pages
plan_exports = Données ouvertes
export_call = Données de l’appel { $call }, { $region } (JSON)
export_call_schema = Schéma des données d’un appel (JSON Schema)
export_aid_table = Tous les appels, au schéma national des dispositifs d’aide (CSV)
export_aid_list = Tous les appels, au format d’Aides-territoires (JSON)
departments_title = Votre région, par département
departments_intro = Cherchez votre département : le lien mène à la page de votre région.
departments_caption = Départements et régions
department_code = Code
department_name = Département
department_region = Région
exceptions_title = Codes postaux à cheval sur plusieurs départements
exceptions_intro = Un code postal commence presque toujours par le numéro du département. Voici les exceptions.
exceptions_caption = Codes postaux qui ne suivent pas cette règle
postal_code = Code postal
possible_departments = Départements possibles
elsewhere_title = Territoires hors des régions de ce site
elsewhere_intro = Ces collectivités ont leurs propres codes postaux. Aucune région de ce site ne les couvre : aucun appel n’y est ouvert ici.

## Accessibilité

embedded_as_of = Version du { $date }.
embedded_page = Page à jour : { $title }
accessibility_state = Accessibilité : { $state }
accessibility_total = totalement conforme
accessibility_partial = partiellement conforme
accessibility_none = non conforme
accessibility_results_none = Aucun audit de conformité au référentiel général d’amélioration de l’accessibilité (RGAA) n’est en cours de validité.
accessibility_results = L’audit de conformité réalisé par { $auditor } le { $date } révèle que { $rate } % des critères du référentiel général d’amélioration de l’accessibilité (RGAA) sont respectés.

## Courriers

letter_dated = Le { $date }
letter_subject = Objet : { $subject }
letter_blank = [à compléter]
