//! The file of answers that the page of a dossier keeps.

use serde_json::{Value, json};

use super::answered::{Answered, check, read, typed, understood, version};

/// A file as the page writes it.
fn file(answers: &Value) -> Vec<u8> {
    let identity =
        json!({ "canevas": 1, "appel": "amige-2022", "region": "bretagne", "langue": "fr" });
    let Value::Object(mut file) = identity else { unreachable!("it is an object") };
    file.insert("version".to_owned(), json!(version()));
    file.insert("reponses".to_owned(), answers.clone());
    Value::Object(file).to_string().into_bytes()
}

fn kept(answers: &Value) -> Answered {
    read("reponses.json", &file(answers), &[])
}

fn code(answered: &Answered) -> Vec<(String, String)> {
    let wanted = ["genre-inattendu", "champ-inconnu", "reponse-en-double", "choix"];
    answered.remarks().into_iter().filter(|(code, _)| wanted.contains(&&**code)).collect()
}

#[test]
fn every_answer_of_the_file_is_read() {
    let choices = [("forme", "societe-cooperative"), ("existe", "oui"), ("depuis", "2022-01-17")];
    let answer = |id: &str, typed: &str| match choices.iter().find(|(chosen, _)| *chosen == id) {
        Some((_, value)) => json!(value),
        None if typed == "x" => json!(true),
        None => json!(typed),
    };
    let answers = typed().into_iter().map(|(id, typed)| (id.to_owned(), answer(id, &typed)));
    let read = kept(&Value::Object(answers.collect()));
    assert_eq!(read.answers(), understood());
    assert_eq!(code(&read), []);
}

#[test]
fn what_is_not_in_the_file_is_empty_and_not_absent() {
    let read = kept(&json!({ "siret": "73282932000074" }));
    let codes: Vec<String> = read.remarks().into_iter().map(|(code, _)| code).collect();
    assert!(codes.contains(&"reponse-manquante".to_owned()), "{codes:?}");
    assert!(!codes.contains(&"absent-du-fichier".to_owned()), "{codes:?}");
}

#[test]
fn an_older_id_leads_to_its_question_and_an_unknown_one_is_said() {
    let read = kept(&json!({ "structure": "Ouessant", "couleur": "vert" }));
    assert_eq!(read.answers()["organisme"], json!("Ouessant"));
    assert_eq!(code(&read), [("champ-inconnu".to_owned(), String::new())]);
    assert!(read.said.stderr.contains("couleur"), "{}", read.said.stderr);
}

#[test]
fn an_answer_of_another_kind_is_said_and_not_taken() {
    let wrong = [
        ("organisme", json!(true), "1.1 Nom de l'organisme"),
        ("organisme", json!(12), "1.1 Nom de l'organisme"),
        ("siret", json!(["73282932000074"]), "1.2 Numéro SIRET"),
        ("secteurs:autre", json!("oui"), "1.4 Secteurs, Autre"),
        ("plan", json!({ "a": null }), "2.1 Plan d'action"),
        ("existe", Value::Null, "1.5 Le groupement existe-t-il ?"),
    ];
    for (id, answer, place) in wrong {
        let read = kept(&json!({ id: answer, "signature:nom": "Prénom Nom" }));
        let [(code, question)] = &*code(&read) else { panic!("{id}: {}", read.said.stderr) };
        assert_eq!(code, "genre-inattendu");
        assert_eq!(question.replace('’', "'").replace(['\u{a0}', '\u{202f}'], " "), place);
        assert_eq!(read.answers().len(), 1, "{id}");
    }
}

#[test]
fn an_answer_that_comes_twice_is_not_lost() {
    let text = String::from_utf8(file(&json!({ "organisme": "Un" }))).expect("UTF-8");
    let text = text.replace("\"organisme\":\"Un\"", "\"organisme\":\"Un\",\"organisme\":\"Deux\"");
    let read = read("reponses.json", text.as_bytes(), &[]);
    assert_eq!(read.answers()["organisme"], json!("Un"));
    assert_eq!(code(&read)[0].0, "reponse-en-double");
}

#[test]
fn what_is_no_such_file_is_refused() {
    let ours = |change: fn(&mut Value)| {
        let mut file: Value =
            serde_json::from_slice(&file(&json!({ "siret": "1" }))).expect("JSON");
        change(&mut file);
        file.to_string()
    };
    let whole = ours(|_| ());
    let deep = format!("{{\"canevas\":1,\"reponses\":{}", "[".repeat(1 << 20));
    let wide = format!("{{\"canevas\":1,\"reponses\":[{}0]}}", "0,".repeat(1 << 20));
    let cases = [
        ("{\"type\":\"FeatureCollection\",\"features\":[]}".to_owned(), "format-inconnu"),
        ("{ {".to_owned(), "format-inconnu"),
        (whole[..whole.len() / 2].to_owned(), "reponses-abimees"),
        (format!("{whole}{whole}"), "reponses-abimees"),
        (ours(|file| file["canevas"] = json!(2)), "reponses-abimees"),
        (ours(|file| file["reponses"] = json!(["siret"])), "reponses-abimees"),
        (ours(|file| file["appel"] = json!("autre-appel")), "appel-inconnu"),
        (ours(|file| file["region"] = json!("corse")), "region-inconnue"),
        (deep, "reponses-abimees"),
        (wide, "reponses-abimees"),
        (format!("{{\"canevas\":\"{}\"}}", "a".repeat(5 << 20)), "trop-gros"),
    ];
    for (file, expected) in cases {
        check("reponses.json", file.as_bytes(), expected);
    }
}
