//! Texts, and what is said of each: in both directions, for a false alarm costs as much as a silence.

use std::fmt::Write;

use crate::diagnostic::Diagnostics;
use crate::model::id::Lang;
use crate::model::source::{FileId, Span};
use crate::parse::located::Located;
use crate::parse::markdown::{self, Setting};

/// Each message as `code/reason at the words it points at`.
fn said(source: &str, located: Located<'_>, setting: Setting) -> Vec<String> {
    let mut diagnostics = Diagnostics::default();
    let lang = Lang::new("fr").expect("fr");
    markdown::document(&mut diagnostics, located, &lang, setting);
    let said = diagnostics.sorted().into_iter().map(|found| {
        let mut words = found.code.name().to_owned();
        let reason = found.args.iter().find(|(name, _)| matches!(*name, "raison" | "genre"));
        if let Some((_, reason)) = reason {
            let _ = write!(words, "/{reason}");
        }
        format!("{words} {}", &source[found.at.range()])
    });
    said.collect()
}

/// In a page, and in a block of YAML: the places are the same words.
fn check(text: &str, expected: &[&str]) {
    assert_eq!(said(text, Located::file(FileId(0), text), Setting::Regional), expected, "{text}");
    let source = format!("a:\n  fr: |\n    {}\n", text.replace('\n', "\n    "));
    let start = source.find('|').expect("a block");
    let span = Span::new(FileId(0), start..source.len());
    let scalar = format!("{text}\n");
    let located = Located::scalar(&scalar, &source, span);
    let first_lines: Vec<String> =
        expected.iter().map(|said| said.lines().next().unwrap_or_default().to_owned()).collect();
    let found = said(&source, located, Setting::Regional);
    let found: Vec<&str> =
        found.iter().map(|said| said.lines().next().unwrap_or_default()).collect();
    assert_eq!(found, first_lines, "in a block: {text}");
}

#[test]
fn marks_that_did_not_take_are_said_at_their_place() {
    let rows: &[(&str, &[&str])] = &[
        ("Un ** mot ** ici", &["marque-sans-effet/gras ** mot **"]),
        ("**Priorité :**la suite", &["marque-sans-effet/gras **Priorité :**"]),
        ("Un **mot et la suite", &["marque-sans-effet/gras-ouvert **"]),
        ("~~12 janvier~~ 14 janvier", &["marque-sans-effet/barre ~~12 janvier~~"]),
        ("Un ==mot==.", &["marque-sans-effet/surligne ==mot=="]),
        ("##Titre", &["marque-sans-effet/titre ##"]),
        ("#Titre collé", &["marque-sans-effet/titre #"]),
        ("- [ ] pièce", &["marque-sans-effet/case [ ]"]),
        ("1. [x] pièce", &["marque-sans-effet/case [x]"]),
        ("::: info\nTexte\n:::", &["marque-sans-effet/encadre ::: info"]),
        ("{% if x %}", &["marque-sans-effet/gabarit {%"]),
        ("Au plus {{ plafond_aide.", &["marque-sans-effet/accolades {{"]),
        ("Au plus {{ plafond_aide }.", &["marque-sans-effet/accolades {{"]),
        ("Au plus {plafond_aide}.", &["marque-sans-effet/accolade {plafond_aide}"]),
        ("Au plus { plafond }}.", &["marque-sans-effet/accolade { plafond }}"]),
        ("{etape.depot.date}", &["marque-sans-effet/accolade {etape.depot.date}"]),
        (
            "| Poste | Taux |\n| RH | 80 % |",
            &["marque-sans-effet/tableau | Poste | Taux |\n| RH | 80 % |"],
        ),
        ("Poste | Taux\nRH | 80 %", &["marque-sans-effet/tableau Poste | Taux\nRH | 80 %"]),
        ("a|b\nc|d\ne|f", &["marque-sans-effet/tableau a|b\nc|d\ne|f"]),
        ("Oui|Non\nSuite.", &[]),
        ("| a | b |\n|---|\n| c | d |", &["marque-sans-effet/tableau | a | b |\n|---|\n| c | d |"]),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", &["texte-perdu/cellules 3"]),
        ("a | b\n---|---\n1 | 2 | 3 | 4", &["texte-perdu/cellules 3 | 4"]),
        ("| a | b |\n|---|---|\n| 1 | 2 |\nSuite", &["marque-sans-effet/rangee Suite"]),
        (
            "Ligne.\n\n    Trop loin : **mot**",
            &["marque-sans-effet/bloc-indente Trop loin : **mot**"],
        ),
        ("```rust\nfn\n```", &["marque-sans-effet/langage ```rust"]),
        ("``` À lire\nfn\n```", &["texte-perdu/langage ``` À lire"]),
        ("```\nla suite", &["marque-sans-effet/code-ouvert ```"]),
        (
            "[x](page:cookies \"À lire\")",
            &["texte-perdu/titre-de-lien [x](page:cookies \"À lire\")"],
        ),
        (
            "[x]: https://example.org\n\nTexte.",
            &["texte-perdu/definition [x]: https://example.org"],
        ),
        (
            "<b>gras</b> et <br> <!-- note -->",
            &[
                "html-refuse/balise <b>",
                "html-refuse/saut <br>",
                "html-refuse/commentaire <!-- note -->",
            ],
        ),
    ];
    for (text, expected) in rows {
        check(text, expected);
    }
}

#[test]
fn underscores_and_other_signs_are_said_at_their_place() {
    let rows: &[(&str, &[&str])] = &[
        ("Un __mot et la suite", &["marque-sans-effet/souligne-ouvert __"]),
        ("Un __mot __ ici", &["marque-sans-effet/souligne __mot __"]),
        ("Un __ mot__ ici", &["marque-sans-effet/souligne __ mot__"]),
        ("__Priorité :__la suite", &["marque-sans-effet/souligne __Priorité :__"]),
        ("(__un mot)", &["marque-sans-effet/souligne-ouvert __"]),
        (
            "__un et __deux",
            &["marque-sans-effet/souligne-ouvert __", "marque-sans-effet/souligne-ouvert __"],
        ),
        ("+ 12 % en 2021", &["marque-sans-effet/plus + 12 % en 2021"]),
        ("Les emplois :\n+ 12 % en 2021.", &["marque-sans-effet/plus + 12 % en 2021."]),
        ("+ 12 % en 2021\n+ 8 % en 2022", &["marque-sans-effet/plus + 12 % en 2021"]),
        ("+ de 50 salariés", &["marque-sans-effet/plus + de 50 salariés"]),
        ("- un\n  + 12 %", &["marque-sans-effet/plus + 12 %"]),
        ("-\u{a0}seul", &["marque-sans-effet/puce -"]),
    ];
    for (text, expected) in rows {
        check(text, expected);
    }
}

#[test]
fn links_that_would_be_none_are_said_at_their_place() {
    let rows: &[(&str, &[&str])] = &[
        (
            "[dossier] (https://example.org/a)",
            &["lien-casse/separe [dossier] (https://example.org/a)"],
        ),
        (
            "[fiche](https://example.org/Fiche de poste.pdf)",
            &["lien-casse/espace [fiche](https://example.org/Fiche de poste.pdf)"],
        ),
        ("[appeler](tel:02 99 00 00 00)", &["lien-casse/espace [appeler](tel:02 99 00 00 00)"]),
        (
            "[a [b](page:cookies) c](page:cookies)",
            &["lien-casse/crochets [a [b](page:cookies) c](page:cookies)"],
        ),
        ("[fiche](page:cookies", &["lien-casse/ouvert [fiche](page:cookies"]),
        ("Voir [la notice][notice].", &["lien-casse/reference [la notice][notice]"]),
        ("Voir [la notice][].", &["lien-casse/reference [la notice][]"]),
        ("[la page->https://example.org]", &["lien-casse/spip [la page->https://example.org]"]),
        ("[]()", &["lien-casse/vide []()"]),
        ("[](page:cookies)", &["lien-casse/mots [](page:cookies)"]),
    ];
    for (text, expected) in rows {
        check(text, expected);
    }
}

#[test]
fn honest_signs_are_left_alone() {
    let rows = [
        "Un **mot** et un *autre* ; `**` et \\*\\* ; ***les deux***.",
        "**Dates :** lundi.\n**Lieu :** ici.",
        "**un**, **deux** et **trois**",
        "Les champs marqués ** sont facultatifs ; ceux marqués * sont obligatoires.",
        "Champ obligatoire**",
        "Les champs obligatoires** et facultatifs** sont signalés.",
        "2 ** 3",
        "Entre __ et __ euros, le __/__/____ à __:__ ; N° __, soit __,__ € (__).",
        "Un __mot__ et nom__prenom, mot__ ; https://example.org/__a ; `__` et \\_\\_.",
        "+ un\n+ deux",
        "+ 2 postes ;\n+ un véhicule.",
        "+12 % en 2021",
        "\\+ 12 % en 2021",
        "Il a gagné\n\\+ 12 %",
        "2**8 = 256",
        "(facultatif)** et la suite",
        "Environ ~ 200 ; ~~ 3",
        "a == b",
        "Suivez #AMIGE2022 et #EmploiPartagé",
        "#AMIGE2022",
        "#1jeune1solution",
        "#emploi",
        "\\##Titre",
        "Cochez [ ] ou [x].",
        "Renseigner {nom} et {prénom} ; { } ; {1}.",
        "Au plus {{ plafond_aide }}, `{plafond_aide}`, \\{plafond_aide}.",
        "Budget | Effectifs | Calendrier",
        "Tél. : 01 | 02\nSuite de la phrase",
        "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | |\n| x \\| y | `z` |",
        "Le comité […] a émis un avis [sous réserves] (art. 2).",
        "Voir [1][2] et [3].",
        "avis favorable [sous réserves] (voir la note)",
        "[les cookies](page:cookies), [lui][x] et [x].\n\n[x]: page:cookies",
        "[la carte](<https://example.org/a%20b>)",
        "```\nfn\n```",
        "- un\n\n  deux\n\n- trois",
        "Une flèche -> ici ; [a -> b].",
        "A < B > C ; 3 <5.",
        "Ligne.\\\nSuite.",
    ];
    for text in rows {
        check(text, &[]);
    }
}

#[test]
fn a_heading_keeps_its_words() {
    let rows: [(&str, &[&str]); 5] = [
        ("## Budget {annexe 2}", &["texte-perdu/attributs {annexe 2}"]),
        ("## Budget {#budget annexe}", &["texte-perdu/attributs {#budget annexe}"]),
        ("### Budget {.libre}", &["texte-perdu/attributs {.libre}"]),
        ("## Budget {#budget .libre}", &[]),
        ("### Budget (annexe 2)", &[]),
    ];
    for (text, expected) in rows {
        let located = Located::file(FileId(0), text);
        assert_eq!(said(text, located, Setting::Canvas), expected, "{text}");
    }
    check("### Budget {annexe 2}", &[]);
}
