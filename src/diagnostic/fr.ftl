# Ce que canevas dit à ses auteurs. Une entrée par code : la phrase, `.etiquette` sous l'endroit, `.voir` sous les
# autres endroits, `.aide` pour le remède.

mot-erreur = erreur
mot-avertissement = avertissement
mot-information = information
mot-aide = aide
bilan =
    { $erreurs ->
        [0] aucune erreur
        [one] { $erreurs } erreur
       *[other] { $erreurs } erreurs
    }, { $avertissements ->
        [0] aucun avertissement
        [one] { $avertissements } avertissement
       *[other] { $avertissements } avertissements
    }{ $informations ->
        [0] {""}
        [one] , { $informations } information
       *[other] , { $informations } informations
    }
et-autres = … et { $reste } autres, qui seront dits quand ceux-ci seront corrigés
rien-publie = Rien n'a été publié : le site en place reste tel quel.
publie =
    { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }, { $fichiers ->
        [one] { $fichiers } fichier publié
       *[other] { $fichiers } fichiers publiés
    } dans { $sortie } ({ $changes ->
        [0] rien n'a changé
        [one] { $changes } a changé
       *[other] { $changes } ont changé
    }).
publie-comprime = Dont { $copies } copies comprimées (.br, .gz) : les textes voyagent en { $part } % de leur poids.
publie-un-par-un = Le dossier { $sortie } ne peut pas être échangé d'un bloc (point de montage, droits ?) : les fichiers ont été remplacés un par un.
garde = Gardé, car canevas ne l'a pas publié : { $noms }{ $reste ->
        [0] .
        [one] {" "}et { $reste } autre.
       *[other] {" "}et { $reste } autres.
    }
reste-a-supprimer = Le site est publié, mais le dossier provisoire { $dossier } n'a pas pu être supprimé en entier. Regardez ce qu'il contient, puis supprimez-le.
verifie = Tout est en ordre : { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    } à publier.
verifie-malgre = La publication reste possible : { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }.
a-ouvrir = À ouvrir : { $fichier }

## Jusqu'à quand les pages sont vraies

date-et-heure = { $date } à { $heure }
hebergement-usage = Écrit par « canevas hebergement » pour ce site : à refaire quand son adresse, ses langues ou ses anciennes adresses changent.
hebergement-https = Servez le site en HTTPS ; le certificat (Let's Encrypt, par exemple) se règle ici.
hebergement-root = Dossier du serveur. Le site y est copié sous le chemin de son adresse : « / » ici même, « /appels/ » dans le sous-dossier « appels ».
hebergement-types = Ce que chaque fichier est, et son codage : sans cela, un agenda ou un tableau serait téléchargé comme un fichier inconnu.
hebergement-compression = Les textes voyagent comprimés.
hebergement-brotli = Les copies .br de « canevas build --compress » aussi, avec ce module de Debian :
hebergement-copies = Les copies de « canevas build --compress », là où il y en a.
hebergement-headers = Les pages n'ont ni script ni style qui ne soit d'ici ; les navigateurs peuvent garder un an les fichiers du thème, dont l'adresse change avec le contenu.
hebergement-hsts = À activer quand tout le domaine est en HTTPS, et pour longtemps :
hebergement-hidden = Rien de caché n'est servi : ni .canevas, ni .git.
hebergement-addresses = Une adresse sans « .html », ou avec une barre à la fin, mène à la page.
hebergement-missing = La page des adresses inconnues, dans la langue de leur dossier.
hebergement-specific = Après les autres, pour l'emporter sur eux.
hebergement-modules = Modules nécessaires :
rien-a-refaire = Rien n'a changé et rien n'est devenu faux : rien à refaire{ $quand ->
        [aucun] .
       *[other] {" "}avant le { $quand }, heure de Paris.
    }
jamais-faux = Rien de ce que montrent les pages ne dépend plus du temps qui passe : elles restent vraies.
vrai-jusqu-a = Les pages publiées restent vraies jusqu'au { $quand }, heure de Paris.
heure-locale = Heure locale : { $quand } ({ $ou }).
cause = { $cause } ({ $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }) :
autres-pages = … et { $reste } autres (--verbose les nomme)
cause-statut = le statut passe à « { $quoi ->
        [announced] À venir
        [open] Ouvert
        [closing] Ferme bientôt
        [between] Entre deux vagues
        [closed] Fermé
        [examination] En cours d'examen
        [results] Résultats connus
       *[archived] Archivé
    } »
cause-jours-restants = « Il reste { $quoi ->
        [one] { $quoi } jour
       *[other] { $quoi } jours
    } » change
cause-jours-avant-ouverture = « dans { $quoi ->
        [one] { $quoi } jour
       *[other] { $quoi } jours
    } » change
cause-etape = l'étape « { $quoi } » est passée
cause-annulation = l'étape « { $quoi } » est annulée
cause-nouveaute = une nouveauté est annoncée
cause-resultats = les projets retenus sont annoncés
cause-subvention = les données d'une subvention sont publiées
cause-contact = un contact expire
cause-audit-valable = l'audit d'accessibilité devient valable
cause-audit-expire = l'audit d'accessibilité expire

## La prévisualisation

serve-adresse = Prévisualisation : { $adresse } (Ctrl-C pour arrêter)
serve-sans-navigateur = Le navigateur n'a pas pu être ouvert : ouvrez l'adresse vous-même.
serve-poll = Ce dossier est sur un lecteur réseau ou partagé, où des changements peuvent passer inaperçus : relancez avec --poll si la page ne suit pas.
serve-tour = { $quoi } : { $pages ->
        [0] aucune page changée
        [one] { $pages } page changée
       *[other] { $pages } pages changées
    }, { $duree } ms
serve-erreur = Le site ne peut pas être montré tel quel
serve-dernier = Voir le dernier site valable

barre-lang = fr
barre-title = Prévisualisation
barre-region = Région
barre-language = Langue
barre-date = Voir le site au
barre-today = Aujourd'hui
barre-apply = Y aller
barre-origins = Montrer les textes régionaux
barre-translations = Montrer les traductions manquantes
barre-warnings = Avertissements de cette page
barre-changes = Changements depuis la dernière fois
barre-no-changes = Aucun changement.
barre-drafts = Brouillons
barre-draft = Brouillon
barre-untranslated = Page non traduite
barre-errors = Erreurs
barre-close = Fermer
barre-last-good = Voir le dernier site valable
barre-reconnecting = Reconnexion…
barre-hide = Replier la barre
barre-show = Déplier la barre

echec-port = Le port { $port } n'est pas disponible ({ $raison }). Choisissez-en un autre avec --port.
echec-editeur = L'éditeur « { $editeur } » n'est pas connu. Choisissez parmi { $connus }, ou donnez une adresse avec {"{file}"}, {"{line}"} et {"{column}"}.

## Les dossiers reçus

dossiers-lus =
    { $lus ->
        [0] Aucun dossier lu
        [one] { $lus } dossier lu
       *[other] { $lus } dossiers lus
    }{ $refuses ->
        [0] .
        [one] , { $refuses } fichier refusé.
       *[other] , { $refuses } fichiers refusés.
    }
budgets-lus =
    { $lus ->
        [one] { $lus } classeur de budget lu.
       *[other] { $lus } classeurs de budget lus.
    }
a-detruire = À détruire : { $nombre ->
        [one] un fichier
       *[other] { $nombre } fichiers
    } de l'appel « { $appel } » ({ $region }). Leurs données ne se gardaient que jusqu'au { $date } : supprimez ces fichiers, leurs copies et les tableaux que vous en avez tirés.
remarques-en-tout = Remarques, de la plus fréquente à la plus rare :
remarques-d-un-code = { $nombre } × { $code } ({ $fichiers ->
        [one] 1 fichier
       *[other] { $fichiers } fichiers
    })
remarques-du-fichier = { $fichier } : { $codes }
autres-remarques = … et { $reste } autres remarques sur { $fichier } : toutes sont dans la forme json

refus-absent = ce fichier n'existe pas
    .aide = vérifiez son nom et son dossier
refus-pas-un-fichier = ce n'est pas un fichier ordinaire
    .aide = enregistrez d'abord le dossier reçu sur le disque
refus-lien = c'est un lien symbolique, qui mène à un fichier que personne n'a donné
    .aide = remplacez-le par une copie du fichier, ou donnez ce fichier lui-même
refus-illisible = ce fichier ne peut pas être ouvert : { $raison }
    .aide = vérifiez vos droits, et qu'aucun autre programme ne le tient ouvert
refus-trop-gros = ce fichier pèse { $taille } Mio ; la limite est de { $limite } Mio
    .aide = un dossier rempli pèse moins d'un mégaoctet : demandez les pièces jointes à part
refus-vide = ce fichier est vide
    .aide = l'envoi a sans doute été interrompu : demandez-le de nouveau
refus-format-inconnu = ce n'est ni un document Word (.docx), ni un texte OpenDocument (.odt), ni un PDF, quel que soit son nom
    .aide = demandez le dossier dans l'un de ces trois formats, ou le fichier de réponses que sa page garde (.json)
refus-classeur = ce classeur n'est pas le budget du dossier
    .aide = donnez le dossier lui-même (.docx, .odt ou .pdf), ou le budget rempli à partir du classeur publié
refus-pas-un-classeur = ce n'est ni un classeur Excel (.xlsx), ni un classeur OpenDocument (.ods), quel que soit son nom
    .aide = donnez le classeur que « canevas dossier read » a écrit
refus-ancien-word = c'est un document de l'ancien Word (.doc)
    .aide = ouvrez-le, puis enregistrez-le au format .docx
refus-rtf = c'est un document RTF
    .aide = ouvrez-le dans un traitement de texte, enregistrez-le au format .docx, et donnez ce fichier ; ou demandez celui qui a été rempli
refus-pages = c'est un document de Pages (Apple)
    .aide = demandez-le exporté au format Word (.docx) : Fichier, Exporter vers, Word
refus-image = c'est une photographie ou une image
    .aide = aucune réponse ne s'y lit : demandez le fichier qui a été rempli (.docx, .odt ou .pdf), ou saisissez ses réponses à la main
refus-page-web = c'est une page web
    .aide = les réponses écrites sur la page du dossier n'y sont pas : demandez le fichier que son bouton télécharge (.docx ou .json)
refus-archive = c'est une archive, qui contient d'autres fichiers
    .aide = ouvrez-la, et donnez les dossiers qu'elle contient
refus-chiffre = ce fichier ne s'ouvre qu'avec un mot de passe
    .aide = demandez-le sans mot de passe, ou ouvrez-le et enregistrez-le sans protection
refus-macros = ce fichier contient des programmes (macros) : un dossier n'en a jamais
    .aide = ne l'ouvrez pas ; demandez un dossier rempli à partir du fichier publié
refus-archive-abimee = ce fichier est abîmé ou incomplet
    .aide = demandez-le de nouveau ; s'il s'ouvre chez vous, enregistrez-le et relancez
refus-archive-piegee = ce fichier est fait pour nuire : { $raison ->
        [parties] il a des milliers de parties
        [doublon] deux de ses parties ont le même nom
        [nom] une de ses parties vise un autre dossier du disque
        [methode] une de ses parties est comprimée d'une façon qu'aucune suite bureautique n'emploie
        [taux] quelques octets s'y déplient en mégaoctets
       *[taille] il se déplie sans fin
    }
    .aide = ne l'ouvrez pas ; demandez un dossier rempli à partir du fichier publié
refus-xml-abime = le texte de ce document est abîmé
    .aide = demandez-le de nouveau ; s'il s'ouvre chez vous, enregistrez-le et relancez
refus-xml-piege = le texte de ce document est fait pour nuire : { $raison ->
        [doctype] il déclare un type de document
        [entite] il nomme des entités
        [profondeur] il est emboîté sans fin
       *[taille] il est démesuré
    }
    .aide = ne l'ouvrez pas ; demandez un dossier rempli à partir du fichier publié
refus-pdf-abime = ce PDF est abîmé ou incomplet
    .aide = demandez-le de nouveau ; s'il s'ouvre chez vous, enregistrez-le et relancez
refus-reponses-abimees = ce fichier de réponses est abîmé, ou vient d'une version plus récente
    .aide = demandez le fichier tel que la page du dossier l'a gardé, ou le dossier lui-même (.docx, .odt ou .pdf)
refus-pdf-piege = ce PDF est fait pour nuire : { $raison ->
        [boucle] ses parties renvoient l'une à l'autre sans fin
        [profondeur] il est emboîté sans fin
        [champs] ses champs sont sans nombre
        [objets] ses parties sont sans nombre
       *[taille] il se déplie ou se lit sans fin
    }
    .aide = ne l'ouvrez pas ; demandez un dossier rempli à partir du fichier publié
refus-sans-formulaire = ce fichier n'a aucun champ du dossier : il a été imprimé, numérisé ou aplati, ou ce n'est pas le dossier
    .aide = demandez le fichier tel qu'il a été rempli, avant toute impression ; sinon, saisissez ses réponses à la main
refus-champs-perdus = ce fichier n'a { $champs ->
        [0] aucun
       *[other] que { $champs }
    } des { $attendus } champs du dossier : { $format ->
        [pdf] il a été exporté en PDF depuis un traitement de texte, ou aplati, et ses réponses ne s'y lisent plus
       *[other] il a été enregistré dans un autre format, ou aplati
    }
    .aide = { $format ->
        [pdf] demandez le fichier ODT ou DOCX d'où il vient, ou le PDF publié, rempli sans être imprimé
       *[other] demandez le fichier tel qu'il a été rempli, dans le format publié
    }
refus-sans-identite = ce fichier ne dit pas de quel dossier il vient
    .aide = le programme qui l'a enregistré a pu l'effacer : indiquez votre région avec --region
refus-appel-inconnu = ce dossier est celui de l'appel « { $appel } », qui n'a pas de dossier dans ce projet
    .aide = indiquez avec --root le projet qui l'a publié
refus-region-inconnue = ce dossier est celui de la région « { $region } », qui n'est pas dans ce projet
    .aide = transmettez-le à sa direction, ou indiquez avec --root le projet qui l'a publié

remarque-autre-region = ce dossier est celui de la région « { $region } », et non « { $attendue } »
    .aide = transmettez-le à sa direction
remarque-autre-version = ce dossier est d'une autre version ({ $version }) que celle du projet ({ $actuelle })
    .aide = les réponses sont lues par les identifiants des questions ; vérifiez celles des questions qui ont changé
remarque-version-inconnue = ce fichier ne dit pas de quelle version du dossier il vient
    .aide = le programme qui l'a enregistré a pu l'effacer : vérifiez qu'il a bien vos questions
remarque-vierge = ce dossier n'a aucune réponse
    .aide = le fichier envoyé n'est sans doute pas celui qui a été rempli : demandez l'autre
remarque-absent-du-fichier = { $champs ->
        [aucun] la place de cette réponse est absente du fichier
       *[other] des places de réponses sont absentes du fichier : { $champs }
    }
    .aide = ce n'est pas une réponse vide : la question a été effacée, perdue par un logiciel, ou ajoutée depuis ; cherchez la réponse dans le fichier, ou demandez-la
remarque-reponse-manquante = { $champs ->
        [aucun] une réponse obligatoire est vide
       *[other] une réponse obligatoire est vide : { $champs }
    }
    .aide = demandez-la au candidat
remarque-hors-condition = cette question est remplie, alors que d'autres réponses disent qu'elle ne se posait pas
    .aide = l'une des deux est à corriger : relisez la condition de la question, et demandez au candidat ce qu'il a voulu dire
remarque-reponse-trop-longue = cette réponse a { $longueur } caractères ; la limite est de { $limite }
    .aide = elle est gardée entière ; faites-la raccourcir si l'appel l'exige
remarque-reponse-en-double = deux réponses sont données : « { $gardee } », qui est gardée, et « { $autre } »
    .aide = demandez laquelle est la bonne
remarque-genre-inattendu = ce n'est pas une réponse à cette question et elle n'est pas lue : { $valeur }
    .aide = le fichier a été modifié : demandez la réponse au candidat
remarque-ligne-ajoutee = une ligne de ce tableau n'est pas dans le dossier : « { $texte } »
    .aide = { $suit ->
        [oui] ses réponses suivent celles de la dernière ligne : regardez si elles sont dans les bonnes colonnes
       *[non] ses réponses ne sont pas dans les résultats : recopiez-les à la main
    }
remarque-lue-par-son-titre = { $nombre ->
        [one] un champ n'a plus son nom dans le fichier ; ce qui y est écrit est lu d'après le titre de la question : { $champs }
       *[other] { $nombre } champs n'ont plus leur nom dans le fichier ; ce qui y est écrit est lu d'après le titre des questions : { $champs }
    }
    .aide = le fichier a été enregistré par un autre logiciel, ou copié dans un autre : comparez ces réponses avec lui
remarque-hors-de-place = cette réponse était écrite hors de son champ : « { $texte } »
    .aide = elle est lue ; vérifiez dans le fichier qu'elle répond bien à cette question
remarque-texte-en-trop = ce texte n'est ni du dossier ni dans un champ, et n'est pas lu : « { $texte } »
    .aide = lisez-le dans le fichier ; s'il répond à une question, recopiez-le à la main
remarque-montant = réponse illisible : « { $valeur } » n'est pas un montant
    .aide = la réponse est gardée telle quelle ; un montant s'écrit en euros, comme 1 250,50
remarque-nombre = réponse illisible : « { $valeur } » n'est pas un nombre
    .aide = la réponse est gardée telle quelle ; un nombre s'écrit en chiffres, sans unité
remarque-nombre-ambigu = { $sens ->
        [milliers] « { $valeur } » se lit de deux façons : il est lu { $entier }, comme des milliers
       *[decimales] « { $valeur } » se lit de deux façons : il est lu avec trois décimales, et non { $entier }
    }
    .aide = comparez-le aux autres réponses ; si le candidat a voulu dire l'autre nombre, corrigez-le dans le tableau
remarque-date = réponse illisible : « { $valeur } » n'est pas une date du calendrier
    .aide = la réponse est gardée telle quelle ; une date s'écrit 17/01/2022
remarque-siret = réponse illisible : « { $valeur } » n'est pas un SIRET
    .aide = un SIRET a 14 chiffres, dont les derniers prouvent les autres : demandez-le de nouveau
remarque-telephone = « { $valeur } » n'est pas un numéro de téléphone
    .aide = la réponse est gardée telle quelle ; un numéro a 10 chiffres, ou commence par + et l'indicatif du pays : demandez-le de nouveau
remarque-courriel = « { $valeur } » n'est pas une adresse électronique
    .aide = la réponse est gardée telle quelle ; demandez l'adresse de nouveau avant d'écrire au candidat
remarque-choix = réponse illisible : « { $valeur } » n'est pas une des réponses proposées
    .aide = la réponse est gardée telle quelle ; demandez laquelle des réponses proposées lui correspond
remarque-total-faux = le total écrit est { $total }, la somme des lignes { $somme }
    .aide = demandez lequel des deux est le bon
remarque-budget-desequilibre = les charges ({ $charges }) et les ressources ({ $ressources }) ne sont pas égales
    .aide = demandez un budget équilibré
remarque-aide-au-dessus = l'aide demandée ({ $aide }) dépasse le plafond de la région ({ $plafond })
    .aide = demandez un budget sous le plafond
remarque-cumul-au-dessus = ces aides font { $somme } avec celle qui est demandée, sur la période qui finit le { $jour } ; le plafond est de { $plafond } ({ $source })
    .aide = vérifiez les dates et les montants avec le candidat avant d'accorder l'aide
remarque-justification-manquante = cette dépense n'est pas justifiée
    .aide = demandez la justification au candidat
remarque-champ-inconnu = { $nombre ->
        [one] un champ n'est pas du dossier et n'est pas lu : { $champs }
       *[other] { $nombre } champs ne sont pas du dossier et ne sont pas lus : { $champs }
    }
    .aide = le dossier a pu changer depuis, ou le fichier a été modifié
remarque-meme-siret = { $sens ->
        [identique] le même dossier est aussi dans { $fichier }
        [plus-recent] { $fichier } est un dossier plus récent du même SIRET
       *[autre] { $fichier } est un autre dossier du même SIRET, de même date
    }
    .aide = n'examinez que le bon ; la colonne « À examiner » du classeur se change
remarque-budget-different = { $nombre ->
        [one] le classeur { $fichier } donne un autre montant que le dossier : { $lignes }
       *[other] le classeur { $fichier } donne { $nombre } autres montants que le dossier : { $lignes }
    }
    .aide = demandez lequel des deux budgets est le bon ; la feuille « Budgets » les montre côte à côte
remarque-budget-autre-siret = le classeur { $fichier } porte le SIRET { $siret }, et le dossier { $autre }
    .aide = vérifiez que ce budget est bien celui de ce dossier
remarque-budget-sans-dossier = ce budget n'a pas de dossier parmi les fichiers donnés
    .aide = mettez-le dans le même sous-dossier que le sien, ou demandez le dossier au candidat

## Le bilan des dossiers

bilan-fait = { $dossiers ->
        [0] Aucun dossier compté
        [one] { $dossiers } dossier compté
       *[other] { $dossiers } dossiers comptés
    }, dans { $classeurs ->
        [one] { $classeurs } classeur.
       *[other] { $classeurs } classeurs.
    }
bilan-sans-synthese = ce classeur n'a pas la feuille « Synthèse » des dossiers reçus
    .aide = donnez le classeur que « canevas dossier read » a écrit ; ses colonnes se déplacent et se cachent, mais ne s'enlèvent pas
bilan-oui-non = « { $valeur } » n'est ni « oui », ni « non »
    .aide = choisissez l'un des deux dans cette case
bilan-montant = « { $valeur } » n'est pas un montant
    .aide = écrivez un nombre, en euros, ou laissez la case vide
bilan-decision = « { $valeur } » n'est pas une décision
    .aide = choisissez « retenu », « refusé » ou « en attente » dans cette case
bilan-hors-synthese = la grille a un dossier qui n'est pas dans la synthèse : « { $valeur } »
    .aide = relancez « canevas dossier read » sur tous les dossiers, ou enlevez cette ligne de la grille
bilan-deja-compte = ce dossier est déjà compté : « { $valeur } »
    .aide = ne donnez qu'une fois chaque classeur ; enlevez la ligne en double
examen-bilan-titre = Bilan des dossiers reçus
examen-bilan-appels = Appels : { $valeur }.
examen-bilan-secret = Aucune donnée personnelle : seulement des nombres et des sommes. Les groupes de moins de { $valeur } dossiers sont réunis, pour que personne ne s'y reconnaisse. Les copies et les dossiers remplacés par un plus récent ne comptent pas.
examen-bilan-ensemble = Ensemble
examen-bilan-par-regions = Par région
examen-bilan-par-departements = Par département
examen-bilan-par-secteurs = Par secteur
examen-bilan-par-priorites = Par priorité
examen-bilan-plusieurs = Un dossier compte dans chacun de ses groupes : leur somme peut dépasser l'ensemble.
examen-bilan-repartition = Répartition
examen-bilan-groupe = Groupe
examen-bilan-recus = Dossiers reçus
examen-bilan-complets = Complets
examen-bilan-retenus = Retenus
examen-bilan-demande = Aide demandée
examen-bilan-accorde = Aide accordée
examen-bilan-autres = Autres
examen-bilan-sans-reponse = Sans réponse
examen-bilan-nombres = dossiers reçus et retenus
examen-bilan-nombres-description = Deux barres par groupe : les dossiers reçus, puis les dossiers retenus. Le tableau qui suit donne les mêmes nombres.
examen-bilan-nombres-legende = Barre vide : dossiers reçus. Barre pleine : dossiers retenus.
examen-bilan-nombres-premier = { $valeur } reçus
examen-bilan-nombres-second = { $valeur } retenus
examen-bilan-montants = aide demandée et accordée
examen-bilan-montants-description = Deux barres par groupe : l'aide demandée, puis l'aide accordée, en euros. Le tableau qui suit donne les mêmes sommes.
examen-bilan-montants-legende = Barre vide : aide demandée. Barre pleine : aide accordée.
examen-bilan-montants-premier = { $valeur } demandés
examen-bilan-montants-second = { $valeur } accordés

## Le classeur de qui examine

examen-titre = Dossiers reçus
examen-feuille-synthese = Synthèse
examen-feuille-reponses = Réponses
examen-feuille-remarques = Remarques
examen-feuille-budgets = Budgets
examen-oui = oui
examen-non = non
examen-fichier = Fichier
examen-organisme = Organisme
examen-siret = SIRET
examen-projet = Projet
examen-appel = Appel
examen-region = Région
examen-departements = Départements
examen-secteur = Secteurs
examen-priorites = Priorités
examen-aide = Aide demandée
examen-plafond = Plafond
examen-budget = Budget
examen-part = Part du budget
examen-complet = Complet
examen-repondues = Réponses obligatoires
examen-attendues = sur
examen-manquantes = Réponses manquantes
examen-remarques = Remarques
examen-a-examiner = À examiner
examen-meme-siret = Autres fichiers du même SIRET
examen-signe = Signé le
examen-date = Fichier du
examen-version = Version
examen-langue = Langue
examen-code = Nature
examen-classeur = Classeur de budget
examen-ligne = Ligne
examen-montant-dossier = Dans le dossier
examen-montant-classeur = Dans le classeur
examen-ecart = Écart
examen-question = Question
examen-message = Remarque
examen-courrier = Courrier
examen-representant = Représentant
examen-qualite = Qualité
examen-adresse = Adresse
examen-recu-le = Reçu le
examen-reponse-avant = Réponse avant le
examen-montant = Montant accordé
examen-motif = Motif
examen-convention = Date de convention
examen-feuille-grille = Grille
examen-feuille-criteres = Critères
examen-total = Total sur 100
examen-avis = Avis
examen-rang = Rang
examen-decision = Décision
examen-verse-du = Versé du
examen-verse-au = Versé au
examen-reference = Référence
examen-avis-a-noter = à noter
examen-avis-elimine = éliminé
examen-avis-sous-le-minimum = sous le minimum
examen-avis-admissible = admissible
examen-decision-retenu = retenu
examen-decision-refuse = refusé
examen-decision-en-attente = en attente
examen-critere = Critère
examen-poids = Poids
examen-note-de = Note la plus basse
examen-note-a = Note la plus haute
examen-eliminatoire = Éliminé sous
examen-par = Qui note
examen-aide-a-noter = Pour noter
examen-questions = Questions regardées
examen-total-minimum = Total minimum, sur 100
examen-dit-le-dossier = Ce que dit le dossier
examen-note = Note
examen-observations = Observations
examen-autre-fichier = { $sens ->
        [identique] identique : { $fichier }
        [plus-recent] plus récent : { $fichier }
        [plus-ancien] plus ancien : { $fichier }
       *[autre] autre, de même date : { $fichier }
    }

echec-classeur-sans-sortie = Un classeur ne s'affiche pas : donnez le fichier à écrire avec --output.
resultats-proposes = { $nombre ->
        [0] Aucun projet n'est retenu.
        [one] 1 projet retenu.
       *[other] { $nombre } projets retenus.
    } Collez ce bloc dans le fichier de la région, puis lancez canevas check.
resultat-impossible = { $organisme } : { $quoi ->
        [decision] la décision « { $ecrit } » n'est ni « retenu », ni « refusé », ni « en attente »
        [organisme] le nom de l'organisme manque
        [siret] { $ecrit ->
            [aucun] le SIRET manque
           *[other] « { $ecrit } » n'est pas un SIRET
        }
        [projet] le nom du projet, qui sera l'objet de l'aide, manque
        [plafond] le montant ({ $ecrit }) dépasse le plafond de l'appel
        [date] « { $ecrit } » n'est pas une date
        [versement] le versement finit ({ $ecrit }) avant de commencer
       *[montant] { $ecrit ->
            [aucun] le montant accordé manque
           *[other] « { $ecrit } » n'est pas un montant en euros
        }
    }. Corrigez-le dans le classeur ; rien n'a été proposé.
resultat-sans-versement = { $organisme } : la convention n'est pas dans le bloc, car le classeur ne dit pas quand l'aide est versée (« Versé du »).
resultats-sans-etape = Le calendrier de la région n'a pas d'étape « genre: notification » : sans elle, les résultats ne peuvent pas être publiés.
echec-classeur-sans-grille = Ce classeur n'a aucun dossier de la région « { $region } » dans une grille. Donnez celui que « canevas dossier read » a écrit, avec ses noms de colonnes.
echec-appel-inconnu = La région « { $region } » n'a pas d'appel « { $appel } », dont parle ce classeur.
echec-decisions-absentes = Un courrier « { $courrier } » dit une décision : donnez le classeur où elle est écrite, avec --decisions.
echec-notes-perdues = { $nombre ->
        [one] Un dossier noté dans « { $fichier } » n'est pas parmi ceux qui sont lus
       *[other] { $nombre } dossiers notés dans « { $fichier } » ne sont pas parmi ceux qui sont lus
    } : { $dossiers }. Ses notes et sa décision seraient perdues. Lisez aussi ces dossiers, ou donnez un autre fichier avec --output. Rien n'a été touché.
echec-classeur-illisible = « { $fichier } » ne peut pas être relu ({ $raison }) : ce qui y est écrit serait perdu. Donnez un autre fichier avec --output. Rien n'a été touché.
noms-de-colonnes-perdus = sa ligne masquée, au-dessus des titres de la grille, a été supprimée
notes-gardees = { $nombre ->
        [one] Les notes et la décision d'un dossier ont été gardées.
       *[other] Les notes et les décisions de { $nombre } dossiers ont été gardées.
    }
fiches-absentes = Au-delà de { $limite } dossiers, le classeur n'a pas de fiche par dossier. Pour en imprimer, lisez-les en plusieurs fois.
courriers-ecrits = { $nombre ->
        [0] Aucun courrier à écrire.
        [one] 1 courrier écrit dans { $dossier }.
       *[other] { $nombre } courriers écrits dans { $dossier }.
    }
courrier-a-completer = { $fichier } : à compléter, { $valeurs }.
courrier-dossier-complet = { $fichier } : rien ne manque à ce dossier, pas de courrier.
courrier-version-ancienne = { $fichier } : un autre dossier du même SIRET compte à sa place, pas de courrier.
echec-courrier-absent = L'appel « { $appel } » n'a pas de courrier « { $courrier } ». Écrivez-le dans content/{ $appel }/courriers/{ $courrier }.fr.md.
echec-courriers-deja-la = { $nombre ->
        [one] Un fichier de « { $dossier } » a ce nom et dit autre chose
       *[other] { $nombre } fichiers de « { $dossier } » ont ces noms et disent autre chose
    } : { $fichiers }. Quelqu'un l'a peut-être modifié. Donnez un autre dossier avec --output, ou --replace pour remplacer. Rien n'a été écrit.
echec-rien-a-lire = Il n'y a aucun fichier à lire à cet endroit. Donnez les dossiers reçus, ou le dossier qui les contient.
echec-tableau-interdit = Le tableau ne peut pas être écrit dans « { $fichier } » : { $raison ->
        [recu] c'est l'un des fichiers à lire, qui serait perdu.
        [site] ce dossier est celui d'un site publié, et le tableau contient des données personnelles.
       *[source] c'est l'un des fichiers du projet.
    } Donnez un autre fichier avec --output. Rien n'a été touché.
echec-projet-fautif = Ce projet contient des erreurs, et ne dit pas quelles questions ses dossiers posent. Corrigez-les d'abord : canevas check.

## Échecs : la machine ou la ligne de commande.

echec-projet-absent = « { $dossier } » n'est pas un projet canevas : il n'y a pas de fichier canevas.yaml. Placez-vous dans le dossier du projet, ou indiquez-le avec --root.
echec-projet-mal-nomme = « { $dossier } » n'a pas de fichier { $bon }, mais un fichier « { $nom } » : renommez-le en { $bon }.
echec-region-inconnue = Aucune région ne s'appelle « { $region } » dans le dossier regions.{ $suggestion ->
        [aucun] {""}
       *[other] {" "}Vouliez-vous dire « { $suggestion } » ?
    }
echec-usage-commande = « { $mot } » n'est pas une commande.{ $suggestion ->
        [aucun] {""}
       *[other] {" "}Vouliez-vous dire « { $suggestion } » ?
    }
echec-usage-inconnu = « { $mot } » n'est pas attendu ici.{ $suggestion ->
        [aucun] {""}
       *[other] {" "}Vouliez-vous dire « { $suggestion } » ?
    }
echec-usage-manque = Il manque : { $mot }
echec-usage-deux-fois = « { $mot } » ne peut être donné qu'une fois.
echec-usage-sans-valeur = « { $mot } » ne prend pas de valeur.
echec-usage-valeur-absente = « { $mot } » attend une valeur.
echec-usage-valeur = « { $valeur } » n'est pas une valeur de « { $mot } ».{ $choix ->
        [aucun] {""}
       *[other] {" "}Valeurs possibles : { $choix }.
    }
echec-usage-utf-8 = La ligne de commande n'est pas en UTF-8.
usage-aide = Tout ce qui peut s'écrire : canevas --help
echec-adresse = L'adresse « { $adresse } » n'est pas une adresse de site : { $suggestion ->
        [aucun] écrivez-la https://www.example.org/, sans « ? » ni « # ».
       *[other] écrivez « { $suggestion } ».
    }
echec-document = Le fichier { $document }, de l'appel { $appel } en région { $region }, n'a pas pu être composé : { $raison }. Rien n'a été publié. C'est un défaut de canevas : signalez-le avec ce message.
echec-image = L'image { $document } n'a pas pu être dessinée : { $raison }. Rien n'a été publié. C'est un défaut de canevas : signalez-le avec ce message.
echec-date = { $date ->
        [aucun] La date est vide
       *[other] « { $date } » n'est pas une date
    } : écrivez-la 2022-01-17, ou avec l'heure 2022-01-17T12:00:00+01:00.
echec-chemin = Le chemin « { $chemin } » n'est pas en UTF-8 : renommez le dossier.
echec-hebergement-impossible = La configuration ne peut pas être écrite : « { $valeur } » contient un signe qu'un serveur prendrait pour autre chose qu'une adresse. N'y gardez que des lettres sans accent, des chiffres, des points et des tirets.
echec-sortie-occupee = « { $fichier } » n'a pas été publié par canevas, et le site a un fichier à cette adresse. Déplacez le vôtre ou donnez-lui un autre nom. Rien n'a été touché.
echec-sortie-interdite = La sortie « { $sortie } » est refusée : { $raison ->
        [projet] c'est le dossier du projet, ou un dossier qui le contient.
        [sources] ce dossier contient les sources du projet.
        [racine] c'est la racine du disque ou le dossier personnel.
        [fichier] c'est un fichier, pas un dossier.
        [site] ce dossier est dans un site déjà publié, « { $ou } ».
        [national] ce dossier contient le site d'autres régions, que publier « { $ou } » seule retirerait.
        [regional] ce dossier contient le site de la seule région « { $ou } ».
       *[etranger] ce dossier contient des fichiers que canevas n'a pas publiés.
    } Choisissez un dossier vide ou nouveau avec --output. Rien n'a été touché.

## Fichiers

encodage = ce fichier n'est pas en UTF-8
    .aide = { $forme ->
        [utf-16] il semble être en UTF-16 : enregistrez-le de nouveau en « UTF-8 »
       *[latin-1] l'octet { $octet }, à la ligne { $ligne }, vient sans doute d'un ancien codage (Latin-1, Windows-1252) : enregistrez le fichier de nouveau en « UTF-8 »
    }
fichier-trop-gros = ce fichier pèse { $taille } kio ; la limite est de { $limite } kio
    .aide = allégez le fichier, ou publiez-le ailleurs et donnez son adresse
fichier-inattendu = ce fichier ne sert à rien ici et n'est pas publié
    .aide = vérifiez son nom et son dossier : les textes finissent par .yaml ou .md, et un document joint doit être cité par « documents » ou par un lien « document: »
fichier-mal-nomme = « { $nom } » n'a pas le nom attendu, « { $bon } »
    .aide = renommez-le en « { $bon } »{" "}: sous un autre nom, il ne serait pas publié
lien-symbolique = ce fichier est un lien symbolique, qui pourrait mener hors du projet
    .aide = remplacez le lien par une copie du fichier
fichier-special = ceci n'est pas un fichier ordinaire, mais un tube, une prise ou un périphérique
    .aide = supprimez-le, ou mettez un vrai fichier à sa place
nom-invalide = { $original ->
        [aucun] le nom « { $nom } » ne peut pas entrer dans une adresse
       *[other] « { $nom } » semble être une copie de « { $original } »
    }
    .aide = { $original ->
        [aucun] { $suggestion ->
            [aucun] n'employez que des lettres minuscules sans accent, des chiffres et des tirets
           *[other] renommez-le, par exemple en « { $suggestion } »
        }
       *[other] supprimez cette copie, ou donnez-lui le nom qu'elle doit avoir
    }
fichier-manquant = il manque le fichier { $fichier } dans { $dossier }
    .aide = créez-le, ou retirez le dossier

## YAML

yaml-invalide = { $raison ->
        [tabulation] une tabulation sert de retrait, ce que YAML refuse
        [deux-points] cette ligne contient un second « : », que YAML prend pour une nouvelle clé
        [guillemet-suivi] du texte suit un guillemet fermé
        [guillemet-ouvert] un guillemet ouvert n'est pas refermé
        [crochets] un crochet ou une accolade n'est pas refermé, ou il manque une virgule
        [echappement] une barre oblique inversée entre guillemets annonce un signe que YAML ne connaît pas
        [imbrication] les listes et fiches sont emboîtées trop profond
        [alignement] cette ligne n'est pas alignée avec les précédentes
        [tiret] un tiret de liste doit être suivi d'une espace
        [cle-sans-deux-points] une clé doit être suivie de « : »
        [cle] une clé doit être un mot
        [documents] ce fichier contient plusieurs documents YAML
        [points] une ligne « ... » termine le fichier pour YAML : la suite ne serait pas lue
        [premier-signe] un texte ne peut pas commencer par ce signe, qui a un sens pour YAML
        [tiret-long] ce signe n'est pas le trait d'union qui ouvre un élément de liste
        [bloc-sans-retrait] ce texte n'est pas en retrait sous le « | » ou le « > » de la ligne précédente
        [deux-points-colle] une espace manque après le deux-points
       *[autre] ce passage n'est pas du YAML
    }
    .etiquette = { $raison ->
        [guillemet-ouvert] il s'ouvre ici
        [deux-points-colle] une espace manque ici
        [premier-signe] le texte commence ici
       *[autre] lecture arrêtée ici
    }
    .aide = { $raison ->
        [tabulation] remplacez la tabulation par des espaces
        [deux-points] mettez le texte entre guillemets droits : titre: "Priorité : eau"
        [guillemet-suivi] mettez tout le texte entre guillemets ; à l'intérieur, employez « »
        [guillemet-ouvert] fermez le guillemet, ou remplacez les guillemets droits du texte par des « »
        [crochets] vérifiez que chaque [ a son ] et chaque {"{"} son {"}"}, et que les éléments sont séparés par des virgules
        [echappement] employez des guillemets simples : '…'
        [imbrication] simplifiez la structure
        [alignement] alignez les clés d'une même fiche sur la même colonne ; un texte avec « : » se met entre guillemets
        [tiret] écrivez « - texte » avec une espace après le tiret
        [cle-sans-deux-points] écrivez « cle: valeur », avec une espace après les deux-points
        [documents] gardez un seul document : retirez les lignes « --- »
        [points] retirez la ligne « ... », ou mettez-la en retrait avec le texte auquel elle appartient
        [premier-signe] mettez le texte entre guillemets droits : "…"
        [tiret-long] écrivez « - », suivi d'une espace ; pour un texte qui commence ainsi, mettez le texte entre guillemets droits
        [bloc-sans-retrait] ajoutez au moins deux espaces de plus que la clé au début de chaque ligne du texte
        [deux-points-colle] écrivez « cle: valeur »
       *[autre] comparez avec l'exemple de docs/formats.md
    }
caractere-invisible = { $nom ->
        [insecable] une espace insécable, recopiée de Word, n'est pas une espace pour YAML ({ $code })
        [autre-espace] une espace qui n'est pas celle du clavier n'en est pas une pour YAML ({ $code })
        [cesure] un trait d'union conditionnel, qui ne se voit pas, est resté ici ({ $code })
        [bom] une marque d'ordre des octets, qui ne se voit pas, est restée ici ({ $code })
        [sens] un signe invisible change ici le sens de l'écriture ({ $code })
        [objet] une image ou un objet collé n'a laissé ici qu'une marque invisible ({ $code })
        [ligne] un séparateur de ligne, qui ne se voit pas, est resté ici ({ $code })
        [sans-largeur] un signe sans largeur, qui ne se voit pas, est resté ici ({ $code })
        [commande] un signe de commande, qui ne se voit pas, est resté ici ({ $code })
       *[autre] un signe qui ne se voit pas est resté ici ({ $code })
    }
    .etiquette = signe invisible
    .aide = { $lieu ->
        [cle] { $nom ->
            [insecable] remplacez-la par une espace ordinaire, ou effacez-la
            [autre-espace] remplacez-la par une espace ordinaire, ou effacez-la
           *[autre] effacez-le : retapez la clé et ce qui l'entoure au clavier
        }
       *[texte] effacez-le : retapez au clavier le mot qui le précède et celui qui le suit
    }
alias-refuse = les ancres et alias de YAML (&nom, *nom) ne sont pas admis
    .aide = recopiez la valeur, ou mettez le texte entre guillemets s'il commence par & ou *
cle-inconnue = la clé « { $cle } » n'existe pas ici
    .etiquette = clé inconnue
    .aide = { $suggestion ->
        [aucun] clés possibles : { $cles }
       *[other] vouliez-vous dire « { $suggestion } » ?
    }
cle-en-double = la clé « { $cle } » est donnée deux fois
    .etiquette = seconde fois
    .voir = première fois
    .aide = gardez une seule des deux
cle-sans-effet = { $raison ->
        [suite] « { $cle } » et « appel » mènent à deux endroits
       *[participe] une région qui ne participe pas n'a rien à dire ici : { $cles }
    }
    .etiquette = serait perdu
    .voir = à cause de cette ligne
    .aide = { $raison ->
        [suite] gardez une seule des deux lignes
       *[participe] retirez ces lignes, ou « participe: non » si la région participe
    }
cle-manquante = il manque « { $cle } »
    .etiquette = dans cette fiche
    .aide = ajoutez la ligne « { $cle }: … »
valeur-vide = { $cle ->
        [tiret] un élément de cette liste est vide
        [fichier] ce fichier est vide
       *[other] « { $cle } » n'a pas de valeur
    }
    .etiquette = valeur vide
    .aide = { $obligatoire ->
        [aucun] donnez une valeur, ou retirez la ligne
       *[oui] donnez une valeur : elle est obligatoire
    }
type-inattendu = { $attendu ->
        [texte] un texte est attendu ici
        [langue] le code d'une langue est attendu ici
        [liste] une liste est attendue ici
       *[fiche] une fiche (des lignes « cle: valeur ») est attendue ici
    }
    .etiquette = { $trouve ->
        [texte] c'est un texte
        [liste] c'est une liste
        [vide] il n'y a rien
       *[fiche] c'est une fiche
    }
    .aide = { $attendu ->
        [langue] écrivez le code seul : « langues: [fr, { $code }] » ; une langue se déclare, avec son nom, dans canevas.yaml
        [texte] écrivez le texte après les deux-points, entre guillemets s'il contient « : »
        [liste] mettez les éléments entre crochets, [ … ], ou un par ligne après un tiret
       *[fiche] écrivez par exemple : {"{"} fr: "…", en: "…" {"}"}, avec une espace après chaque « : »
    }
texte-suspect = { $raison ->
        [guillemets] ces guillemets courbes feraient partie du texte
        [chevrons] ces guillemets feraient partie de la valeur
        [tiret] ce tiret ferait partie du texte
        [tiret-long] ce signe n'est pas le trait d'union d'une liste : il ferait partie du texte
        [diese] « { $mot } » serait perdu : après une espace, un # commence un commentaire
        [etiquette] « { $mot } » serait perdu : au début d'une valeur, un ! est un signe de YAML
        [liste-repliee] cette liste serait publiée en une seule ligne
       *[accolades] les accolades ne sont pas remplacées ici
    }
    .aide = { $raison ->
        [guillemets] employez des guillemets droits : "…"
        [chevrons] retirez-les, ou employez des guillemets droits : "{ $mot }"
       *[accolades] écrivez le texte en entier : les valeurs entre accolades vivent dans les textes Markdown
        [diese] mettez tout le texte entre guillemets droits ; un vrai commentaire a une espace après le #
        [etiquette] mettez tout le texte entre guillemets droits : "…"
        [liste-repliee] écrivez « | » après la clé, puis le texte en retrait sur les lignes suivantes
        [tiret-long] pour une liste, écrivez « - », suivi d'une espace ; sinon mettez le texte entre guillemets droits
        [tiret] pour une liste, mettez une espace après le tiret ; sinon mettez le texte entre guillemets droits
    }

## Valeurs

date-invalide = « { $date } » n'est pas une date du calendrier
    .etiquette = date attendue : année-mois-jour
    .aide = { $suggestion ->
        [aucun] { $periode ->
            [oui] écrivez un jour (2022-01-17) ou, tant qu'il n'est pas connu, un mois (2022-01), un trimestre (2022-T1), une année, ou « a-preciser: true »
           *[aucun] écrivez par exemple 2022-01-17
        }
       *[other] écrivez { $suggestion }
    }
jour-inconnu = { $cle ->
        [a-preciser] cette étape a une date ({ $date }), et dit aussi que la date est à préciser
       *[heure] « { $cle }: » demande un jour, et le jour de cette étape n'est pas donné
    }
    .voir = la date
    .aide = { $cle ->
        [a-preciser] retirez l'une des deux
       *[heure] donnez le jour, par exemple 2022-03-15, ou retirez « { $cle }: »
    }
heure-invalide = « { $heure } » n'est pas une heure
    .etiquette = heure attendue, de "00:00" à "23:59"
    .aide = { $suggestion ->
        [aucun] écrivez par exemple "12:00"
       *[other] écrivez "{ $suggestion }", qui ne laisse aucun doute
    }
heure-ambigue = { $jour ->
        [aucun] « { $heure } » est ambigu : minuit sépare deux jours, et chacun comprend le sien
       *[autre] « { $heure } » est ambigu pour une date limite : le { $jour } à 00:00, c'est la nuit du { $veille } au { $jour }
    }
    .etiquette = minuit de quel jour ?
    .aide = { $jour ->
        [aucun] écrivez "23:59" à la date du dernier jour entier : cette date si vous pensiez à sa fin, la veille si vous pensiez à son début
       *[autre] écrivez "23:59" : à la date du { $veille } si c'est bien cette nuit-là, à celle du { $jour } si ce jour doit compter en entier
    }
rappel-invalide = « { $rappel } » n'est pas un nombre de jours
    .aide = écrivez un nombre entier de jours avant l'échéance, de 1 à 365
nombre-invalide = { $raison ->
        [grand] « { $nombre } » est plus grand que tout ce qui se compte ici
        [fin] « { $nombre } » a trop de chiffres pour être publié tel quel
        [centimes] « { $nombre } » a plus de deux décimales : ce ne sont plus des centimes d'euro
        [taux] « { $nombre } » dépasse cent pour cent
        [milliers] « { $nombre } » peut se lire de deux façons
       *[forme] « { $nombre } » n'est pas un nombre
    }
    .aide = { $suggestion ->
        [aucun] { $raison ->
            [grand] un nombre va de 0 à 1000000000000 : vérifiez-le
            [fin] arrondissez-le
            [centimes] arrondissez au centime
            [taux] écrivez un taux de 0 à 100
            [milliers] le point est celui des décimales
           *[forme] écrivez le nombre en chiffres, sans signe ni unité
        }
       *[other] écrivez { $suggestion }, sans espace ni unité
    }
booleen-invalide = « { $valeur } » n'est ni vrai ni faux
    .aide = { $suggestion ->
        [aucun] écrivez true ou false
       *[other] écrivez { $suggestion }
    }
choix-inconnu = « { $valeur } » n'est pas l'un des mots possibles
    .aide = { $suggestion ->
        [aucun] mots possibles : { $choix }
       *[other] vouliez-vous dire « { $suggestion } » ? Mots possibles : { $choix }
    }
identifiant-invalide = « { $identifiant } » ne peut pas servir d'identifiant
    .aide = { $suggestion ->
        [aucun] n'employez que des lettres minuscules sans accent, des chiffres et des tirets
       *[other] écrivez par exemple « { $suggestion } »
    }
identifiant-en-double = « { $identifiant } » est donné deux fois
    .etiquette = seconde fois
    .voir = première fois
    .aide = changez l'un des deux
langue-inconnue = { $langues ->
        [aucun] « { $langue } » n'est pas un code de langue
       *[other] la langue « { $langue } » n'est pas une langue du site
    }
    .aide = { $langues ->
        [aucun] écrivez un code comme fr, en, rcf ou pt-BR
       *[other] langues possibles : { $langues } ; une langue s'ajoute dans canevas.yaml
    }
langue-de-reference-absente = le texte manque dans la langue de référence ({ $langue })
    .aide = ajoutez-le : les autres langues se replient sur lui
departement-inconnu = le département « { $code } » n'est pas dans ce territoire
    .aide = { $suggestion ->
        [aucun] { $connus ->
            [aucun] déclarez-le avec son nom : {"{"} code: "…", nom: … {"}"}
           *[other] départements possibles : { $connus }
        }
       *[other] vouliez-vous dire { $suggestion } ?
    }
departement-hors-appel = l'appel n'est pas ouvert dans le département { $code } ({ $nom })
    .voir = limité ici
    .aide = retirez ce département, ou ajoutez-le à la ligne « departements » en tête du fichier ; elle donne : { $ouverts }
territoire-inconnu = { $region ->
        [aucun] « { $territoire } » n'est pas un territoire connu
       *[other] « { $territoire } » peut être une région ou un département
    }
    .aide = { $suggestion ->
        [aucun] { $region ->
            [aucun] donnez le nom de dossier d'une région (« bretagne »), ou déclarez le territoire en entier
           *[other] le code { $territoire } est celui de la région « { $region } »{ $departement ->
                [aucun] {""}
               *[other] {" "}et du département { $departement }
            } : écrivez « territoire: { $region } » si c'est elle
        }
       *[other] vouliez-vous dire « { $suggestion } » ?
    }
territoire-en-double = deux régions ont le même territoire ({ $territoire })
    .voir = déjà pris ici
    .aide = corrigez l'une des deux : un territoire n'a qu'une direction
departement-partage = le département { $nom } ({ $code }) est dans deux régions, et { $region } ne dit pas laquelle de ses parties est la sienne
    .voir = l'autre région
    .aide = ajoutez dans { $fichier } : « partage: {"{"} "{ $code }": {"{"} fr: "la partie du département qui est la vôtre" {"}"} {"}"} »
fuseau-inconnu = « { $fuseau } » n'est pas un fuseau horaire
    .aide = écrivez un nom de la base IANA, par exemple Europe/Paris ou America/Miquelon
courriel-invalide = « { $courriel } » n'est pas une adresse électronique
    .aide = écrivez par exemple appel@example.org, sans espace ni accent
adresse-invalide = « { $adresse } » n'est pas une adresse web
    .aide = { $suggestion ->
        [aucun] { $raison ->
            [invisible] elle contient un caractère invisible : recopiez-la depuis la barre d'adresse du navigateur
            [espace] une adresse ne contient pas d'espace
            [signe] une adresse ne contient ni guillemet, ni chevron, ni accolade, ni barre oblique inverse
            [port] le nombre après « : » est un port, de 1 à 65535 : corrigez-le, ou retirez-le
            [compte] ce qui précède « @ » cacherait le vrai site : écrivez l'adresse sans compte
            [hote] le nom du site est incomplet : recopiez l'adresse depuis la barre d'adresse du navigateur
            [fin] des noms de pages y sont ajoutés : retirez ce qui suit « ? » ou « # »
           *[debut] elle commence par https:// et se recopie depuis la barre d'adresse du navigateur
        }
       *[other] écrivez « { $suggestion } »
    }
adresse-trompeuse = l'adresse « { $hote } » mêle des lettres de plusieurs alphabets
    .etiquette = certaines se ressemblent et n'en sont pas
    .aide = recopiez l'adresse depuis la barre d'adresse du navigateur : une lettre d'un autre alphabet mène sur un autre site
telephone-invalide = { $raison ->
        [poste] « { $telephone } » contient un numéro de poste, qu'un lien ne peut pas composer
        [plusieurs] « { $telephone } » contient plusieurs numéros
       *[forme] « { $telephone } » n'est pas un numéro de téléphone
    }
    .aide = { $raison ->
        [poste] gardez ici le seul numéro, et dites le poste dans « role: » ; ou donnez le numéro direct
        [plusieurs] gardez un seul numéro, et ajoutez un contact, avec son rôle, pour chacun des autres
       *[forme] écrivez les chiffres, avec des espaces si vous voulez : "01 23 45 67 89"
    }
siret-invalide = « { $siret } » n'est pas un SIRET
    .aide = { $chiffres ->
        [14] un chiffre est faux : la clé de contrôle ne correspond pas ; recopiez le numéro
       *[other] un SIRET a 14 chiffres (celui-ci en a { $chiffres }) : les 9 du SIREN, puis les 5 de l'établissement
    }
texte-trop-long = ce texte a { $longueur } caractères ; la limite est de { $limite }
    .aide = raccourcissez-le : { $lieu ->
        [dossier] il n'aurait pas sa place dans les fichiers du dossier
       *[subventions] les données ouvertes des subventions n'en admettent pas plus
    }
periode-inversee = cette période finit ({ $fin }) avant de commencer ({ $debut })
    .voir = début
    .aide = corrigez l'une des deux dates
abreviation-invalide = « { $abreviation } » ne se reconnaîtrait pas dans un texte
    .etiquette = une abréviation est un seul mot, avec une majuscule
    .aide = écrivez un mot de 2 à 20 lettres ou chiffres, sans espace ni point : PSE, R&D, DREETS
limite-de-pieces-jointes = « { $nombre } » ne peut pas être la taille de tous les fichiers joints
    .aide = écrivez un nombre entier de Mio, de 1 à { $limite }
plafond-sans-euro = le plafond « { $parametre } » n'est pas en euros
    .aide = écrivez « unite: EUR », ou retirez « plafond: » : il dit qu'aucun montant accordé ne dépasse ce paramètre
chemin-interdit = « { $chemin } » sort du dossier des documents de la région
    .aide = déposez le fichier dans le dossier documents de la région et donnez seulement son nom
ancienne-adresse-invalide = { $raison ->
        [entiere] « { $adresse } » est une adresse entière : il n'en faut que la fin
        [langue] « { $adresse } » dit sa langue : il y aura une page par langue
        [dossier] « { $adresse } » a un dossier : ici, il ne faut que l'ancien nom de l'appel, qui vaut dans chaque région
        [sort] « { $adresse } » sort du dossier du site, ou y serait caché
        [pas-une-page] « { $adresse } » n'est pas l'adresse d'une page : un serveur ne l'ouvrirait pas comme une page
        [longue] cette adresse est trop longue
       *[signe] « { $adresse } » a un signe qu'une adresse de page n'a pas, ou rien entre deux barres
    }
    .etiquette = aucune page n'aurait cette adresse
    .aide = { $suggestion ->
        [aucun] écrivez ce qui suivait la langue, par exemple languedoc/amige-2022 pour /fr/languedoc/amige-2022.html
       *[other] écrivez : { $suggestion }
    }
contact-injoignable = ce contact n'a ni courriel, ni téléphone, ni lien
    .aide = ajoutez l'un des trois
contact-sans-consentement = une personne ne peut être nommée sans son accord
    .etiquette = donnée personnelle
    .aide = ajoutez « consentement: » et « expire: » avec leurs dates, ou publiez une boîte de service sans nom
contact-expire = ce contact n'est plus publié depuis le { $date }
    .aide = renouvelez l'accord et la date, ou retirez le contact
courriel-nominatif = « { $courriel } » semble être l'adresse d'une personne
    .aide = préférez une boîte de service ; sinon ajoutez « nom: », « consentement: » et « expire: »

## Textes

html-refuse = { $genre ->
        [commentaire] un commentaire HTML n'est pas admis dans un texte
       *[autre] le HTML n'est pas admis dans un texte
    }
    .aide = { $genre ->
        [commentaire] retirez-le : ce que le public ne doit pas lire n'a pas sa place dans un texte ; dans un fichier YAML, une ligne qui commence par « # » est une note pour vous
        [saut] pour aller à la ligne, terminez la ligne par une barre oblique inversée : \
       *[balise] écrivez en Markdown : **gras**, *italique*, [lien](https://…) ; pour montrer le signe <, écrivez \<
    }
texte-trop-imbrique = les listes et citations de ce texte sont emboîtées trop profond
    .aide = simplifiez le texte : trois niveaux suffisent à un lecteur
section-sans-identifiant = { $suggestion ->
        [aucun] ce texte n'est dans aucune section
       *[other] ce titre n'a pas d'identifiant
    }
    .aide = { $suggestion ->
        [aucun] commencez le fichier par un titre : ## Contexte {"{"}#contexte{"}"}
       *[other] ajoutez « {"{"}#{ $suggestion }{"}"} » à la fin du titre
    }
sections-differentes = { $probleme ->
        [absente] la section « { $section } » n'existe pas dans la langue { $langue }
        [en-trop] la section « { $section } » n'existe pas dans la langue de référence
        [classe] la section « { $section } » n'a pas la même classe dans la langue de référence
        [niveau] la section « { $section } » n'a pas le même niveau de titre dans la langue de référence
       *[ordre] les sections ne sont pas dans l'ordre de la langue de référence à partir de « { $section } »
    }
    .voir = à comparer avec ceci
    .aide = les langues d'un même appel ont les mêmes sections, dans le même ordre
classe-inconnue = la classe « .{ $classe } » n'existe pas
    .aide = { $suggestion ->
        [aucun] classes possibles : { $classes }
       *[other] vouliez-vous dire « .{ $suggestion } » ?
    }
titre-interdit = { $raison ->
        [niveau] ce titre est trop haut pour ce texte
        [note] une note n'a pas de titre
        [colle] « { $marques } » ne fait pas un titre de section : il manque une espace
       *[identifiant] ce titre ne peut pas avoir de nom
    }
    .aide = { $raison ->
        [niveau] ce texte se place sous un autre titre : écrivez « { $marques } »
        [note] mettez ces mots en gras, entre deux paires d'astérisques
        [colle] mettez une espace après « { $marques } » ; pour montrer ce signe, écrivez \#
       *[identifiant] retirez ce qui est entre accolades : seules les sections d'un appel ont un nom
    }
titre-saute = ce titre saute un niveau
    .etiquette = « { $ecrites } » ne se place pas juste sous le titre qui précède
    .aide = écrivez-le avec « { $marques } », ou mettez ces mots en gras
titre-vide = ce titre n'a pas de mots
    .aide = écrivez le titre après les « # », ou retirez la ligne
titre-manquant = { $lieu ->
        [courrier] ce courrier n'a pas d'objet
       *[page] cette page n'a pas de titre
    }
    .aide = { $lieu ->
        [courrier] commencez-le par une ligne « # Objet du courrier »
       *[page] commencez-la par une ligne « # Titre de la page »
    }
note-sans-definition = { $forme ->
        [vide] la note « { $note } » n'a pas de texte
       *[other] la note « { $note } » n'est définie nulle part
    }
    .etiquette = { $forme ->
        [vide] il manque ce que dit la note
       *[other] serait publié tel quel
    }
    .aide = { $forme ->
        [vide] écrivez son texte après les deux-points : [^{ $note }]: Règlement (UE) 2023/2831.
        [espace] pour définir la note, collez les deux-points au crochet : [^{ $note }]: …
       *[other] ajoutez la note dans le même texte, sur une ligne à elle : [^{ $note }]: …
    }
note-sans-appel = la note « { $note } » n'est appelée nulle part
    .etiquette = ces mots ne seraient pas publiés
    .aide = écrivez [^{ $note }] dans le même texte, là où la note doit être appelée, ou retirez-la
note-en-double = deux notes s'appellent « { $note } »
    .etiquette = ces mots ne seraient pas publiés
    .voir = la première est ici
    .aide = donnez à celle-ci un autre nom, et appelez-la par ce nom ; majuscules et minuscules se valent
note-en-boucle = la note « { $note } » renvoie à elle-même
    .etiquette = cet appel ramène le lecteur d'où il vient
    .voir = la note est ici
    .aide = retirez cet appel
appel-de-note-mal-place = une note ne peut pas être appelée { $lieu ->
        [titre] dans un titre
        [lien] dans les mots d'un lien
       *[image] dans la description d'une image
    }
    .aide = { $lieu ->
        [titre] appelez-la dans la première phrase qui suit : ce titre est aussi dans des listes et à l'onglet, loin des notes
        [lien] appelez-la juste après le lien
       *[image] appelez-la juste après l'image
    }
valeur-inconnue = { $ailleurs ->
        [courrier] « { $nom } » n'a de sens que dans un courrier
        [decision] « { $nom } » n'a de sens que dans un courrier de refus ou de sélection
        [question] « { $nom } » : le dossier de l'appel ne pose pas cette question
       *[autre] « { $nom } » n'est le nom d'aucune valeur
    }
    .etiquette = resterait vide
    .aide = { $suggestion ->
        [aucun] { $ailleurs ->
            [question] dites quelle question y répond sous « roles: », dans dossier.yaml
           *[autre] les noms possibles sont dans docs/formats.md
        }
       *[other] vouliez-vous dire « { $suggestion } » ?
    }
bloc-mal-place = ce bloc ne peut pas être là
    .aide = un bloc se place seul dans son paragraphe, dans le texte national de l'appel
lien-casse = { $genre ->
        [espace] ce lien n'en est pas un : son adresse contient une espace
        [crochets] ces crochets ne font pas un lien
        [separe] ce lien n'en est pas un : une espace sépare le crochet de la parenthèse
        [ouvert] ce lien n'en est pas un : rien ne ferme la parenthèse
        [spip] ce lien n'en est pas un : son adresse se met entre parenthèses
        [reference] rien ne définit « { $cible } » dans ce texte
        [vide] ce lien n'a pas d'adresse
        [mots] ce lien n'a pas de texte : personne ne saurait où il mène
        [coupee] cette adresse serait coupée : ses _ ou ses * mettraient la suite en forme
        [protege] cette adresse est celle de la protection de votre messagerie, pas celle de la page
        [pas-une-image] « { $cible } » n'est pas une image : une page ne peut pas le montrer, un lien peut y mener
        [relatif] « { $cible } » n'est pas l'adresse d'une page du site
        [ancre] aucune section ne s'appelle « { $cible } »
        [page] aucune page ne s'appelle « { $cible } »
        [region] aucune région ne s'appelle « { $cible } »
        [soi] « { $cible } » mène à la page où l'on est déjà
        [appel] aucun appel ne s'appelle « { $cible } »
        [document] aucun document joint ne s'appelle « { $cible } »
        [image] l'image « { $cible } » n'est pas un document joint
       *[forme] l'adresse « { $cible } » n'est d'aucune forme admise
    }
    .etiquette = ne mènerait nulle part
    .aide = { $suggestion ->
        [aucun] { $genre ->
            [ouvert] fermez la parenthèse juste après l'adresse : [mots](adresse)
            [crochets] écrivez [mots](adresse), sans lien ni crochets parmi les mots
            [reference] écrivez l'adresse entre parenthèses : [mots](https://…)
            [vide] mettez l'adresse entre les parenthèses, ou retirez les crochets
            [mots] écrivez entre les crochets ce que l'on trouve à cette adresse
            [soi] nommez un autre appel ou une autre région, ou retirez « suite »
            [appel] écrivez le nom d'un dossier de content/, ou une adresse : suite: {"{"} titre: {"{"} fr: "…" {"}"}, lien: https://… {"}"}
            [document] déposez le fichier dans { $dossier }
            [image] déposez l'image dans le dossier documents et écrivez ![description](document:nom.png)
           *[other] formes admises : #section, page:nom, region:nom, document:fichier.pdf, https://…, mailto:…, tel:…
        }
       *[other] vouliez-vous dire « { $suggestion } » ?
    }
langue-invalide = { $langue ->
        [aucun] ce passage ne dit pas sa langue
       *[other] « { $langue } » n'est pas le code d'une langue
    }
    .etiquette = dans quelle langue est ce passage ?
    .aide = { $suggestion ->
        [aucun] écrivez son code de deux ou trois lettres : [dumping](lang:en) pour l'anglais, de pour l'allemand, es pour l'espagnol, it pour l'italien
       *[other] écrivez lang:{ $suggestion }
    }
encadre-non-lu = { $genre ->
        [vide] cet encadré [!{ $mot }] est vide
        [suite] l'encadré [!{ $mot }] n'est pas lu : du texte suit sur sa ligne
       *[inconnu] aucun encadré ne s'appelle « { $mot } »
    }
    .etiquette = { $genre ->
        [vide] la page n'en montrerait que l'étiquette
       *[other] publié tel quel, crochets compris
    }
    .aide = { $genre ->
        [vide] écrivez son texte sur les lignes qui suivent, chacune précédée de >
        [suite] laissez [!{ $suggestion }] seul sur sa ligne, et le texte sur la suivante, précédée de >
       *[inconnu] { $suggestion ->
            [aucun] écrivez NOTE, TIP (conseil), IMPORTANT, WARNING (attention) ou CAUTION (mise en garde) ; la page montre le mot dans sa langue
           *[other] écrivez > [!{ $suggestion }] ; la page montre le mot dans sa langue
        }
    }
image-sans-alternative = cette image n'a pas de description
    .aide = décrivez-la entre les crochets : ![Carte des bassins d'emploi](document:carte.png)
lettre-sans-dessin = les fichiers PDF n'ont pas de dessin pour « { $lettres } » : ils y montreraient « □ »
    .etiquette = la page et les autres fichiers le montrent
    .aide = écrivez-le autrement (un mot pour une image, la transcription d'un nom) ; sinon, les lecteurs du PDF le liront sur la page
liste-lue = { $lignes ->
        [one] cette ligne qui commence par « { $marque } » est publiée comme un élément de la liste
       *[other] ces { $lignes } lignes qui commencent par « { $marque } » sont publiées comme une liste
    }
    .etiquette = lu comme « - »
    .aide = rien à faire si c'est bien une liste ; sinon, séparez ces lignes par une ligne vide ou ôtez ce signe
texte-perdu = { $raison ->
        [cellules] cette ligne a plus de cases que l'en-tête du tableau : « { $marque } » ne serait pas publié
        [titre-de-lien] le texte entre guillemets après l'adresse de ce lien ne serait pas publié
        [definition] aucun lien de ce texte n'emploie « { $marque } » : cette ligne ne serait pas publiée
        [langage] les mots après ``` ne seraient pas publiés
       *[attributs] « { $marque } », à la fin de ce titre, ne serait pas publié
    }
    .aide = { $raison ->
        [cellules] ajoutez une colonne à l'en-tête et à la ligne de tirets, ou retirez la barre de trop (une barre du texte s'écrit \|)
        [titre-de-lien] mettez ces mots dans le texte du lien, entre les crochets, ou retirez-les
        [definition] citez-la par [mots du lien][nom], ou retirez-la ; si c'est une phrase, mettez une barre oblique inversée devant le crochet : \[
        [langage] mettez-les sur la ligne suivante
       *[attributs] mettez ces mots entre parenthèses ; entre accolades, un titre n'a que « #identifiant » puis « .classe »
    }
marque-sans-effet = { $raison ->
        [puce] « { $marque } » ne fait pas une liste
        [gras] ces astérisques ne mettent rien en gras : « { $marque } »
        [gras-ouvert] ces astérisques ouvrent un passage en gras que rien ne ferme
        [souligne] ces tirets bas ne mettent rien en gras : « { $marque } »
        [souligne-ouvert] ces tirets bas ouvrent un passage en gras que rien ne ferme
        [plus] « { $marque } » serait une puce, sans son signe « + »
        [barre] « ~~ » ne barre pas le texte : « { $marque } »
        [surligne] « == » ne surligne pas le texte : « { $marque } »
        [accolades] ces accolades ne sont pas fermées sur la même ligne
        [accolade] « { $marque } » n'est pas remplacé par sa valeur : il faut deux accolades
        [gabarit] « {"{"}% » n'a pas de sens dans un texte
        [champ] ce champ n'est pas un texte Markdown : « { $marque } » y garderait ses marques
        [case] « { $marque } » ne fait pas une case à cocher
        [titre] « { $marque } » ne fait pas un titre : il manque une espace
        [encadre] « ::: » ne fait pas un encadré
        [tableau] ces barres ne font pas un tableau : il manque la ligne de tirets sous l'en-tête
        [rangee] cette ligne serait une rangée du tableau qui précède
        [bloc-indente] ce texte, décalé de quatre espaces, serait publié comme du code
        [langage] le mot après ``` ne serait pas publié
       *[code-ouvert] rien ne ferme ce bloc de code : tout ce qui suit en ferait partie
    }
    .etiquette = { $raison ->
        [plus] {""}
        [langage] resterait sans effet
        [rangee] {""}
        [bloc-indente] les marques n'y auraient pas d'effet
        [code-ouvert] {""}
       *[autre] serait publié tel quel
    }
    .aide = { $raison ->
        [puce] pour une liste, commencez chaque ligne par un trait d'union et une espace ordinaire : « - » ; sinon, séparez les lignes par une ligne vide
        [gras] collez-les aux mots, sans espace à l'intérieur, et laissez une espace ou un signe à l'extérieur : **ces mots** ; pour montrer ce signe, écrivez \*
        [gras-ouvert] fermez-le dans le même paragraphe : **ces mots** ; pour montrer ce signe, écrivez \*
        [souligne] employez des astérisques, collés aux mots : **ces mots** ; pour montrer ce signe, écrivez \_
        [souligne-ouvert] fermez-le dans le même paragraphe, avec des astérisques : **ces mots** ; pour montrer ce signe, écrivez \_
        [plus] pour montrer ce signe, écrivez \+ ; pour une liste, commencez chaque ligne par un trait d'union et une espace : « - »
        [barre] dites-le en mots : « initialement le 12 janvier » ; pour montrer ce signe, écrivez \~
        [surligne] employez le gras : **ces mots**
        [accolades] { $marque ->
            [aucun] écrivez {"{"}{"{"} nom {"}"}{"}"} sur une seule ligne ; pour montrer ce signe, écrivez \{"{"}
           *[other] écrivez {"{"}{"{"} { $marque } {"}"}{"}"}
        }
        [accolade] écrivez {"{"}{"{"} { $marque } {"}"}{"}"} ; pour montrer ce signe, écrivez \{"{"}
        [gabarit] retirez cette marque : un texte n'a ni condition ni boucle
        [champ] retirez-les : un titre ou un libellé n'a pas de mise en forme
        [case] retirez ces crochets : une liste à puces suffit
        [titre] mettez une espace après « { $marque } » ; pour montrer ce signe, écrivez \#
        [encadre] retirez cette ligne ; une citation commence par « > »
        [tableau] ajoutez après la première ligne : |---|---|, avec autant de cases ; sinon, écrivez \| pour montrer ce signe
        [rangee] mettez une ligne vide après le tableau
        [bloc-indente] retirez les espaces de trop ; pour du code, encadrez-le de deux lignes ```
        [langage] retirez-le : aucun code n'est colorié
       *[code-ouvert] ajoutez une ligne ``` à la fin du code, ou retirez celle-ci
    }

## Fusion

appel-inconnu = aucun appel national ne s'appelle « { $appel } »
    .aide = { $suggestion ->
        [aucun] le nom du fichier est celui d'un dossier de content
       *[other] vouliez-vous dire « { $suggestion }.yaml » ?
    }
section-inconnue = la section « { $section } » n'existe pas dans l'appel national
    .aide = { $suggestion ->
        [aucun] sections possibles : { $sections }
       *[other] vouliez-vous dire « { $suggestion } » ?
    }
sous-section-ordonnee = « { $section } » est une sous-section de « { $autour } », qu'elle suit où qu'elle soit
    .etiquette = ne se place pas à part
    .voir = sa section
    .aide = retirez-la de « ordre_page », ou écrivez « { $autour } » à sa place
section-verrouillee = la section « { $section } » est verrouillée par l'appel national
    .etiquette = ce texte ne serait pas publié
    .voir = verrouillée ici
    .aide = retirez ce bloc ; sections où vous pouvez ajouter du texte : { $ouvertes }
section-non-remplacable = la section « { $section } » peut être complétée, pas remplacée
    .etiquette = ce texte ne serait pas publié
    .voir = déclarée ici
    .aide = employez « avant: » ou « apres: » au lieu de « remplacer: »
remplacement-a-revoir = { $ancienne ->
        [aucun] rien ne dit sur quel texte national ce remplacement a été écrit
       *[other] le texte national de « { $section } » a changé depuis ce remplacement
    }
    .voir = texte national
    .aide = relisez les deux textes, puis écrivez canevas: "{ $empreinte }"
traduction-a-revoir = { $ancienne ->
        [aucun] rien ne dit de quel texte national cette traduction est faite
       *[other] le texte national de « { $section } » a changé depuis cette traduction
    }
    .voir = texte national
    .aide = relisez les deux textes, puis écrivez canevas: "{ $empreinte }"
langue-du-site = « { $langue } » est une langue du site : l'appel y a déjà sa page
    .aide = écrivez ces textes avec les autres : « sections: », puis « { $langue }: » à côté du français ; « langues_partielles » est pour une langue que le site n'a pas
parametre-inconnu = le paramètre « { $parametre } » n'existe pas dans l'appel national
    .aide = { $suggestion ->
        [aucun] les paramètres sont déclarés dans appel.yaml
       *[other] vouliez-vous dire « { $suggestion } » ?
    }
parametre-verrouille = le paramètre « { $parametre } » est fixé par l'appel national
    .voir = fixé ici
    .aide = retirez cette ligne
parametre-hors-bornes = { $valeur } est hors des bornes de « { $parametre } »
    .voir = bornes fixées ici
    .aide = { $min ->
        [aucun] donnez au plus { $max }
       *[other] { $max ->
            [aucun] donnez au moins { $min }
           *[other] donnez entre { $min } et { $max }
        }
    }
etape-inconnue = { $raison ->
        [nouveaute] aucune étape du calendrier ne s'appelle « { $etape } »
       *[calendrier] l'étape « { $etape } » n'existe pas dans l'appel national
    }
    .aide = { $raison ->
        [nouveaute] { $suggestion ->
            [aucun] écrivez le nom d'une étape du calendrier, ou retirez « etape: »
           *[other] vouliez-vous dire « { $suggestion } » ?
        }
       *[calendrier] { $suggestion ->
            [aucun] pour l'ajouter, donnez son genre, sa date et son libellé
           *[other] vouliez-vous dire « { $suggestion } » ? Pour ajouter une étape, donnez son genre, sa date et son libellé
        }
    }
etape-verrouillee = { $raison ->
        [genre] une région ne peut pas changer le genre de l'étape « { $etape } »
       *[verrou] l'étape « { $etape } » est fixée par l'appel national
    }
    .voir = fixée ici
    .aide = { $raison ->
        [genre] retirez « genre: », ou donnez un autre nom à votre étape
       *[verrou] retirez ce bloc, ou donnez un autre nom à votre étape
    }
annulation-impossible = « { $etape } » ne peut pas être annulée : il ne resterait aucune étape « genre: { $genre } »
    .aide = changez sa date, ou mettez l'appel en brouillon (statut: brouillon)
etape-en-desordre = l'étape « { $etape } » ({ $date }) tombe avant l'ouverture de l'appel ({ $ouverture })
    .voir = à comparer avec ceci
    .aide = corrigez l'une des deux dates
etape-manquante = cet appel n'a pas d'étape « genre: { $genre } »
    .aide = ajoutez-la : un appel ouvre et se clôt
cloture-contradictoire = { $raison ->
        [bientot] cet appel n'a pas de date limite : il ne ferme donc jamais bientôt
        [etape] l'étape « { $autre } » clôt un appel qui est dit sans clôture
        [appel] la région dit l'appel clos le { $date }, mais l'appel national l'est depuis le { $autre }
        [publication] l'appel est dit clos le { $date }, avant d'être publié ({ $autre })
       *[cloture] l'appel est dit clos le { $date }, mais sa dernière clôture ({ $autre }) est déjà passée ce jour-là
    }
    .voir = à comparer avec ceci
    .aide = { $raison ->
        [bientot] retirez « ferme_bientot: », ou « sans_cloture: true » si l'appel a une date limite
        [etape] retirez l'étape, ou « sans_cloture: true » ; le jour où les crédits sont épuisés, écrivez « clos_le: »
        [appel] retirez « clos_le: », ou avancez la date
        [publication] corrigez l'une des deux dates
       *[cloture] retirez « clos_le: », ou corrigez l'une des deux dates
    }
fin-invalide = { $raison ->
        [genre] l'étape « { $etape } » ne peut pas avoir de fin : une ouverture ou une date limite est un seul moment
        [heure] l'étape « { $etape } » finit à une heure sans commencer à une heure
       *[ordre] l'étape « { $etape } » finit ({ $fin }) avant de commencer ({ $debut })
    }
    .voir = { $raison ->
        [ordre] à comparer avec ceci
       *[genre] commence ici
    }
    .aide = { $raison ->
        [genre] retirez « date_fin: » et « heure_fin: » ; une période se dit par deux étapes, une ouverture et une cloture
        [heure] ajoutez « heure: », ou retirez « heure_fin: »
       *[ordre] corrigez l'un des deux ; une fin le lendemain se dit avec « date_fin: »
    }
teleservice-ferme = l'étape « { $etape } » promet jusqu'au { $promis }, soit le { $paris } à Paris, mais ce téléservice ferme le { $date } à 23:59, heure de Paris
    .etiquette = le téléservice de l'État ferme à 23:59, heure de Paris, outre-mer compris
    .voir = la date promise
    .aide = { $libre ->
        [oui] pour cette étape, écrivez « heure: "23:59" » et « horloge: paris », ou une heure locale jusqu'à "{ $limite }"
       *[non] cette étape est fixée par l'appel national : demandez-y « horloge: paris », ou indiquez une autre façon de déposer
    }
date-a-donner = l'étape « { $etape } » était attendue pour « { $date } », qui est passé
    .aide = écrivez le jour, par exemple « date: 2022-03-15 », une autre période, ou « a-preciser: true » s'il n'est pas encore connu
ordre-inhabituel = l'étape « { $etape } » ({ $date }) vient avant « { $autre } » ({ $limite }), qu'elle devrait suivre
    .voir = à comparer avec ceci
    .aide = corrigez l'une des deux dates, ou donnez à chaque vague ses propres étapes ; l'ordre habituel est : intention, cloture, comite, notification, convention, fin
jour-non-ouvre = l'étape « { $etape } » tombe { $jour ->
        [samedi] un samedi
        [dimanche] un dimanche
        [jour-de-l-an] le jour de l'An
        [lundi-de-paques] le lundi de Pâques
        [fete-du-travail] le jour de la fête du Travail
        [victoire-1945] le jour de la victoire de 1945
        [ascension] le jeudi de l'Ascension
        [lundi-de-pentecote] le lundi de Pentecôte
        [fete-nationale] le jour de la fête nationale
        [assomption] le jour de l'Assomption
        [toussaint] le jour de la Toussaint
        [armistice-1918] le jour de l'armistice de 1918
        [noel] le jour de Noël
        [vendredi-saint] le Vendredi saint
        [lendemain-de-noel] le lendemain de Noël
       *[abolition-de-l-esclavage] le jour de l'abolition de l'esclavage
    } ({ $date }){ $departements ->
        [aucun] {""}
       *[autre] , férié dans ces départements : { $departements }
    }
    .etiquette = ce jour-là, personne ne répond aux questions ni aux pannes
    .voir = la date
    .aide = préférez un jour ouvré : { $avant } ou { $apres }
vagues-superposees = l'étape « { $etape } » ({ $date }) ouvre une vague avant la clôture de la précédente, « { $autre } » ({ $cloture })
    .voir = à comparer avec ceci
    .aide = ouvrez chaque vague après la clôture de la précédente : un candidat doit savoir à laquelle il répond
delai-court = { $depuis ->
        [publication] { $jours ->
            [0] la publication ({ $debut }) ne laisse aucun jour avant l'étape « { $etape } » ({ $date })
            [one] la publication ({ $debut }) ne laisse qu'un jour avant l'étape « { $etape } » ({ $date })
           *[other] la publication ({ $debut }) ne laisse que { $jours } jours avant l'étape « { $etape } » ({ $date })
        }
       *[ouverture] { $jours ->
            [0] l'ouverture ({ $debut }) ne laisse aucun jour avant l'étape « { $etape } » ({ $date })
            [one] l'ouverture ({ $debut }) ne laisse qu'un jour avant l'étape « { $etape } » ({ $date })
           *[other] l'ouverture ({ $debut }) ne laisse que { $jours } jours avant l'étape « { $etape } » ({ $date })
        }
    }
    .voir = à comparer avec ceci
    .aide = laissez au moins { $minimum } jours : une petite structure doit réunir son bureau, ses partenaires et ses devis
valeur-repetee = « { $mots } » est la valeur nationale, et { $regions ->
        [aucun] votre région en a une autre
        [one] une région en a une autre : { $region }
       *[other] { $regions } régions en ont une autre, dont { $region }
    }
    .etiquette = la page se contredirait
    .voir = la valeur est changée ici
    .aide = écrivez « {"{{"} { $nom } {"}}"} » : chaque page donnera la bonne valeur
valeur-approchante = « { $mots } » ressemble à { $nom }, qui vaut { $valeur }
    .etiquette = un zéro de trop, ou un de moins ?
    .voir = la valeur est fixée ici
    .aide = écrivez « {"{{"} { $nom } {"}}"} », ou corrigez le montant
jour-faux = « { $mots } » : le { $date } est un { $jour ->
        [monday] lundi
        [tuesday] mardi
        [wednesday] mercredi
        [thursday] jeudi
        [friday] vendredi
        [saturday] samedi
       *[sunday] dimanche
    }
    .etiquette = le jour et la date ne vont pas ensemble
    .aide = { $nom ->
        [aucun] corrigez le jour, ou la date
       *[other] écrivez « {"{{"} { $nom } {"}}"} » : le jour suivra la date
    }
sigle-ecrit = « { $sigle } » n'est pas le service de { $regions ->
        [one] { $region }, où c'est « { $service } »
       *[other] { $regions } régions : { $region }, par exemple, a « { $service } »
    }
    .etiquette = serait publié tel quel
    .voir = un autre service
    .aide = écrivez « {"{{"} { $nom } {"}}"} », qui devient le service de chaque région
bloc-non-place = le canevas ne place nulle part « {"{{"} { $bloc } {"}}"} », { $regions ->
        [one] qu'une région remplit
       *[other] que { $regions } régions remplissent
    }
    .etiquette = c'est la dernière section
    .voir = rempli ici
    .aide = écrivez « {"{{"} { $bloc } {"}}"} », seul dans son paragraphe, là où il doit paraître ; en attendant, il a son propre titre en fin de page
echeance-non-annoncee = l'étape « { $etape } » est au { $date } et non au { $nationale }, date nationale déjà publiée, et rien ne l'annonce
    .etiquette = la date de la région
    .voir = la date nationale
    .aide = ajoutez sous « nouveautes » : {"{"} date: { $jour }, etape: { $etape }, avant: { $nationale }, texte: {"{"} fr: "…" {"}"} {"}"}
montant-hors-plafond = le montant accordé à « { $organisation } » ({ $montant } €) dépasse le plafond « { $parametre } » ({ $plafond } €)
    .voir = plafond fixé ici
    .aide = corrigez le montant, ou le plafond de la région si c'est lui qui est faux
question-incomplete = { $cle ->
        [choix] cette question n'a pas assez de réponses à choisir
        [colonnes] ce tableau n'a pas de colonnes
        [lignes] ce tableau n'a pas de lignes
        [vaut] cette condition ne dit pas pour quelle réponse
        [aide-demandee] aucune ressource, ou plusieurs, ne porte « aide-demandee: true »
       *[autre] ce budget n'a pas de « { $cle } »
    }
    .aide = { $cle ->
        [choix] ajoutez « choix: » : { $minimum } au moins, avec un id et un libelle pour chaque réponse
        [colonnes] ajoutez « colonnes: », chacune avec son id et son libelle
        [lignes] donnez un nombre de lignes, ou une liste de lignes avec leur id et leur libelle
        [vaut] écrivez « vaut: » et l'identifiant d'une réponse, oui ou non
        [aide-demandee] marquez ainsi la seule ressource qui est l'aide demandée à l'État : elle est comparée au plafond
       *[autre] ajoutez « { $cle }: », avec l'id et le libelle de chaque ligne
    }
libelle-en-double = { $liste ->
        [choix] deux réponses à choisir s'appellent « { $libelle } »
        [colonnes] deux colonnes du tableau s'appellent « { $libelle } »
        [criteres] deux critères s'appellent « { $libelle } »
       *[lignes] deux lignes s'appellent « { $libelle } »
    }
    .etiquette = seconde fois
    .voir = première fois
    .aide = { $liste ->
        [criteres] donnez à chacun un libellé qui le distingue : qui note ne saurait pas duquel il s'agit
       *[autre] donnez à chacune un libellé qui la distingue : qui lit les réponses ne saurait pas de laquelle il s'agit
    }
limite-hors-bornes = « { $cle }: { $valeur } » : il faut un nombre entier de { $min } à { $max }
    .aide = c'est ce que les fichiers du dossier peuvent tous contenir
condition-impossible = { $raison ->
        [inconnue] la condition dépend de la question « { $question } », qui n'existe pas dans le dossier
        [soi-meme] la question « { $question } » dépend d'elle-même
        [apres] la condition dépend de la question « { $question } », posée plus loin
        [signature] la signature dépend de la question « { $question } » : tout candidat doit signer
       *[genre] la condition dépend de la question « { $question } », à laquelle on ne répond ni par un choix ni par oui ou non
    }
    .voir = { $raison ->
        [signature] la signature est dans cette partie
       *[other] la question est ici
    }
    .aide = { $raison ->
        [inconnue] { $suggestion ->
            [aucun] donnez l'identifiant d'une question posée avant celle-ci
           *[other] vouliez-vous dire « { $suggestion } » ?
        }
        [soi-meme] donnez l'identifiant d'une question posée avant celle-ci, ou retirez « si: »
        [apres] placez après « { $question } » ce qui en dépend, ou retirez « si: »
        [signature] retirez « si: »
       *[genre] une condition dépend d'une question de type choix, choix-multiples, oui-non, engagement ou piece
    }
condition-valeur = « { $valeur } » n'est pas une réponse de la question « { $question } »
    .aide = { $suggestion ->
        [aucun] réponses possibles : { $reponses }
       *[other] vouliez-vous dire « { $suggestion } » ?
    }
conservation-invalide = « { $conservation } » n'est pas une durée de conservation
    .aide = écrivez une durée à partir de la dernière date limite, « 5 ans » ou « 18 mois » ({ $maximum } ans au plus), ou le dernier jour, 2027-12-31
donnees-personnelles-absentes = une personne signe le dossier, qui ne dit pas ce que deviennent ses données
    .etiquette = signé ici
    .aide = ajoutez « donnees-personnelles: » à dossier.yaml : qui en est responsable, à quoi elles servent, qui les reçoit, combien de temps elles sont gardées (RGPD, article 13)
tableau-trop-large = les { $colonnes } colonnes de ce tableau ne tiennent pas dans la largeur d'une page : il y a place pour { $place }
    .etiquette = cette colonne sort de la page
    .aide = faites deux questions de ce tableau, retirez des colonnes, ou demandez un fichier en pièce jointe (type: piece)
signature-en-double = ce dossier a deux signatures
    .etiquette = seconde signature
    .voir = première signature
    .aide = gardez celle qui termine le dossier : le candidat signe une fois tout ce qui précède
partie-inconnue = la partie « { $partie } » n'existe pas dans le dossier national
    .aide = { $suggestion ->
        [aucun] parties possibles : { $parties }
       *[other] vouliez-vous dire « { $suggestion } » ?
    }
partie-verrouillee = la partie « { $partie } » est verrouillée par le dossier national
    .etiquette = cette question ne serait pas posée
    .voir = verrouillée ici
    .aide = parties où vous pouvez ajouter des questions : { $ouvertes }
question-inconnue = la question « { $question } » n'existe pas dans le dossier national
    .aide = { $suggestion ->
        [aucun] les questions sont dans dossier.yaml{ $lieu ->
            [grille] {""}
           *[dossier] {" "}; pour en ajouter une, écrivez-la sous « questions: »
        }
       *[other] vouliez-vous dire « { $suggestion } » ?
    }
question-verrouillee = la question « { $question } » est verrouillée par le dossier national
    .etiquette = cette aide ne serait pas montrée
    .voir = verrouillée ici
    .aide = retirez ce bloc ; questions dont vous pouvez compléter l'aide : { $ouvertes }
question-disparue = aucune question n'a plus l'identifiant « { $question } », qu'un dossier publié a employé
    .aide = { $suggestion ->
        [aucun] rendez-lui cet identifiant, ou écrivez « anciens: [{ $question }] » à la question qui la remplace
       *[other] si elle est devenue « { $suggestion } », écrivez-y « anciens: [{ $question }] » ; sinon rendez-lui cet identifiant
    } ; si plus personne ne doit y répondre, retirez-la de « publiees: »
courrier-inconnu = « { $nom } » n'est le nom d'aucun courrier
    .aide = { $suggestion ->
        [aucun] noms possibles, suivis de la langue : { $courriers }
       *[other] vouliez-vous dire « { $suggestion } » ?
    }
grille-fausse = { $raison ->
        [nombre] { $valeur ->
            [0] cette grille n'a pas de critère
           *[other] cette grille a { $valeur } critères
        }
        [poids] un critère ne peut pas avoir le poids { $valeur }
        [notation] une notation qui va de { $min } à { $max } ne permet pas de noter
       *[eliminatoire] avec une notation de { $min } à { $max }, { $valeur } ne peut pas être la note éliminatoire
    }
    .aide = { $raison ->
        [nombre] donnez-en de { $min } à { $max }, ou retirez « criteres: » si l'appel n'a pas de grille
        [poids] donnez un poids supérieur à 0 ; un critère qui ne compte pas s'enlève
        [notation] donnez d'abord la note la plus basse : « notation: {"{"} de: 0, a: 5 {"}"} »
       *[eliminatoire] une note inférieure à celle-ci élimine : donnez-la au-dessus de { $min }, et au plus { $max }
    }
critere-inconnu = « { $critere } » n'est pas un critère de la grille nationale
    .aide = { $suggestion ->
        [aucun] critères possibles : { $criteres }
       *[other] vouliez-vous dire « { $suggestion } » ?
    }
criteres-regionaux = { $part ->
        [aucun] l'appel national n'a pas de grille à compléter
        [0] l'appel national ne permet pas aux régions d'ajouter des critères
       *[other] les critères de la région pèsent { $poids } en tout ; l'appel national leur laisse { $part } % de la grille, soit { $max }
    }
    .voir = critères nationaux
    .aide = { $part ->
        [aucun] retirez « instruction: » de ce fichier
        [0] retirez ces critères ; vous pouvez compléter l'aide des critères nationaux sous « aides: »
       *[other] baissez leurs poids, ou retirez un critère
    }
cumul-sans-colonne = « { $colonne } » n'est pas une colonne de { $genre ->
        [date] dates du même tableau
       *[montant] montants d'un tableau
    }
    .etiquette = rien ne s'ajouterait
    .aide = { $suggestion ->
        [aucun] écrivez « question.colonne »
       *[other] vouliez-vous dire « { $suggestion } » ?
    }
role-sans-question = le rôle « { $role } » désigne « { $question } », qui n'est ni une question à laquelle on répond par un texte, ni une colonne de tableau
    .aide = { $suggestion ->
        [aucun] écrivez l'identifiant d'une question, ou « question.colonne »
       *[other] vouliez-vous dire « { $suggestion } » ?
    }
traduction-absente = « { $identifiant } » n'est pas traduit dans toutes les langues de l'appel : { $langues }
    .etiquette = montré dans la langue de référence, marqué comme tel
    .aide = ajoutez { $cles } dans ces langues

## Site

resultats-sans-notification = ces résultats ne seraient jamais montrés : { $trop-tot ->
        [aucun] l'appel n'a pas d'étape « genre: notification »
        [a-preciser] la date de la notification est à préciser
       *[oui] aucune notification ne suit la dernière clôture
    }
    .voir = dernière notification
    .aide = { $trop-tot ->
        [a-preciser] donnez le jour de la notification
       *[aucun] ajoutez dans « calendrier: » l'étape de l'annonce : resultats: {"{"} genre: notification, date: …, libelle: … {"}"}
    }
resultats-a-venir = ces résultats ne seront montrés qu'à partir du { $date }
    .voir = notification
    .aide = ne faites rien si c'est voulu ; sinon corrigez la date de la notification
subventions-non-publiees = les données ouvertes de ces subventions ne seront pas publiées : il manque { $manque ->
        [siret] le SIRET du service
       *[de_minimis] le régime de l'aide
    }
    .aide = { $manque ->
        [siret] ajoutez « siret: "…" » sous « service: », dans regions/{ $region }/region.yaml
       *[de_minimis] demandez au ministère d'ajouter « subventions: {"{"} de_minimis: true {"}"} » (ou false) à content/{ $appel }/appel.yaml
    }
adresse-en-double = deux fichiers veulent la même adresse, { $adresse }
    .aide = renommez l'un des deux
ancienne-adresse-prise = { $raison ->
        [ancienne] deux pages ont la même ancienne adresse, { $adresse }
       *[page] une page du site est déjà à l'adresse { $adresse }
    }
    .etiquette = ne pourrait mener qu'à une page
    .voir = donnée aussi ici
    .aide = { $raison ->
        [ancienne] gardez-la pour une seule des deux
       *[page] retirez cette ancienne adresse, ou renommez la page qui y est
    }
relecture-en-retard = ceci devait être relu au plus tard le { $date }
    .etiquette = date passée
    .aide = relisez, corrigez, puis écrivez la date de la prochaine relecture, ou retirez cette ligne
nom-de-fichier-refuse = { $raison ->
        [invisible] le nom de ce fichier contient un caractère qui ne se voit pas, { $trouve }
        [reserve] le nom de ce fichier contient « { $trouve } », que Windows refuse
        [bord] le nom de ce fichier commence ou finit par une espace ou un point
        [windows] Windows garde le nom « { $trouve } » pour un périphérique
        [long] le nom de ce fichier est trop long : { $trouve } octets au plus
       *[execute] le nom de ce fichier contient « { $trouve } », qu'un serveur pourrait exécuter
    }
    .aide = renommez-le, ici et là où il est cité, par exemple avec des lettres, des chiffres, des tirets et un seul point
piece-jointe-refusee = { $raison ->
        [genre] « { $nom } » n'est pas d'un genre de fichier que l'on peut joindre
        [famille] ce site n'accepte pas de fichier du genre de « { $nom } »
        [vide] « { $nom } » est vide
        [contenu] le contenu de « { $nom } » n'est pas celui que dit son nom{ $trouve ->
            [aucun] {""}
            [programme] {" "}: c'est un programme
           *[other] {" "}: c'est du { $trouve }
        }
       *[actif] « { $nom } » contient ce qu'un navigateur exécuterait ou irait chercher ailleurs : { $trouve }
    }
    .aide = { $raison ->
        [actif] exportez-le de nouveau sans script, sans lien ni image d'ailleurs (« SVG simple »), ou joignez un PDF ou un PNG
        [vide] joignez le vrai fichier, ou retirez-le
        [contenu] enregistrez-le de nouveau dans le bon format, ou corrigez la fin de son nom
       *[other] joignez un fichier dont le nom finit par : { $admis }
    }
pieces-jointes-trop-lourdes = les fichiers joints pèsent ensemble { $total ->
        [aucun] plus que les { $limite } Mio possibles
       *[other] { $total } Mio, plus que les { $limite } Mio admis
    }
    .aide = allégez-les, retirez-en, ou relevez « taille_totale » sous « pieces_jointes » dans canevas.yaml
page-legale-absente = il manque la page « { $page } », que la loi demande
    .aide = créez content/pages/{ $page }.{ $langue }.md
theme-inconnu = le thème « { $theme } » n'existe pas
    .aide = { $suggestion ->
        [aucun] créez le dossier themes/{ $theme }, ou écrivez « theme: sobre »
       *[other] vouliez-vous dire « { $suggestion } » ?
    }
fichier-du-theme-absent = ce fichier n'est pas dans le dossier « static » du thème : { $fichier }
    .aide = corrigez son nom, ou placez-le dans le dossier « static » à côté de theme.yaml
fichier-du-theme-sans-empreinte = ce gabarit écrit lui-même l'adresse de { $fichier } : il y manque l'empreinte qui la fait changer avec le fichier
    .aide = demandez-la : {"{{"} page.root {"}}{{"} asset(name="{ $fichier }") {"}}"}
gabarit-invalide = ce gabarit ne peut pas être lu : { $message }
gabarit-en-echec = ce gabarit échoue sur la page { $page } : { $message }
chaines-invalides = ce fichier de chaînes ne peut pas être lu : { $message }
chaine-absente = { $nombre ->
        [one] un texte d'interface manque
       *[other] { $nombre } textes d'interface manquent
    } dans la langue de référence ({ $langue }) : { $noms }{ $reste ->
        [0] {""}
        [one] {" "}et { $reste } autre
       *[other] {" "}et { $reste } autres
    }
    .aide = ajoutez { $nombre ->
        [one] la ligne « { $noms } = … »
       *[other] une ligne « … = … » pour chacun
    } au fichier { $fichier } : aucune autre langue ne peut y suppléer
chaines-incompletes = { $nombre ->
        [one] un texte d'interface manque
       *[other] { $nombre } textes d'interface manquent
    } dans la langue { $langue } : { $noms }{ $reste ->
        [0] {""}
        [one] {" "}et { $reste } autre
       *[other] {" "}et { $reste } autres
    }
    .aide = ajoutez { $nombre ->
        [one] la ligne « { $noms } = … »
       *[other] une ligne « … = … » pour chacun
    } au fichier { $fichier } ; d'ici là, les pages { $nombre ->
        [one] le montrent
       *[other] les montrent
    } dans la langue de référence ({ $reference })
variable-de-chaine = le texte d'interface « { $nom } » demande { $variable }, que canevas ne lui donne pas
    .aide = { $connues ->
        [aucun] ce texte n'a aucune variable
       *[other] variables de ce texte : { $connues }
    }
