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
untranslated = Cette page n’est pas traduite en entier. Ce qui n’est pas traduit est affiché en { $language }.

## Titres d’onglets et descriptions, lus hors de la page : moteurs de recherche, liens partagés
## $in est la forme « en Bretagne », $call « AMIGE 2022 en Bretagne ».

call_in_region = { $call } { $in }
dossier_page_title = Dossier { $call }
describe_region = Les appels à projets { $in } : leurs dates, leurs priorités, et à qui s’adresser, { $service }.
describe_call = { $call }.
describe_until = { $call } : clôture le { $date }.
