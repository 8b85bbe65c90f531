//! What the documents print is what the program says: the tour of the README is taken, and the commands and
//! messages of the guides are run.
//!
//! Figures count the PDF files: without them, only the words around are compared.

mod project;

use project::{Project, Said, read, repository, said};

/// The file that the tour changes, and the one of the guide.
const BRETAGNE: &str = "regions/bretagne/amige-2022.yaml";
const GRAND_EST: &str = "regions/grand-est/amige-2022.yaml";

#[test]
fn the_tour_of_the_readme() {
    let readme = Document::new("README.md");
    let project = Project::shipped();
    let shipped = read(&project.root.join(BRETAGNE));
    let tour = |after: &str, text: &str| {
        project.write(BRETAGNE, text);
        readme.says(after, &project, "en");
    };
    assert_eq!(project.run(["build", "--quiet"]).status, Some(0));

    let later =
        changed(&shipped, "  depot:\n    date: 2022-01-17", "  depot:\n    date: 2022-01-21");
    tour("**Change a deadline.**", &later);

    let told = changed(&later, "nouveautes:\n", readme.block("**Announce it**", "yaml"));
    project.write(BRETAGNE, &told);
    assert_eq!(run(&project, "build --date 2021-12-20 --quiet"), "");

    let priority = readme.block("**Add a priority**", "yaml");
    let with_priority = changed(&told, "priorites:\n", priority);
    project.write(BRETAGNE, &with_priority);
    let built = words(&run(&project, "build --date 2021-12-20 --lang en"));
    let figure = format!("({} changed)", readme.between("After a build (", " changed"));
    assert!(built.contains(&figure) || !cfg!(feature = "pdf"), "{figure}: {built}");

    let misspelt =
        changed(&with_priority, "    departements: [\"35\"]", "    departement: [\"35\"]");
    tour("**Misspell a key**", &misspelt);

    let addition = readme.between("under `sections:` add\n`", "`");
    let locked = changed(&with_priority, "\nsections:\n", &format!("\nsections:\n  {addition}\n"));
    tour("**Touch a locked section.**", &locked);

    tour("**Publish under a sub-folder.**", &with_priority);
    tour("**One region alone**", &with_priority);
    tour("`canevas next` says until when", &shipped);
}

#[test]
fn the_commands_and_messages_of_the_guides() {
    let guide = Document::new("docs/guide-dreets.md");
    let project = Project::shipped();
    guide.says("Pour savoir si tout est là, tapez", &project, "fr");
    guide.says("## Voir votre page sans serveur", &project, "fr");
    guide.says("### Jusqu'à quand vos pages sont vraies", &project, "fr");

    let first = "statut: publie\n";
    let replaced = guide.block("Seule une section `.libre` se remplace", "yaml");
    project.write(GRAND_EST, format!("{first}{replaced}"));
    guide.shows("`check` vous donne alors un avertissement", &project);

    let message = guide.block("## Lire un message d'erreur", "text");
    let quoted = message.lines().find_map(|line| line.strip_prefix("2 | ")).expect("a line");
    project.write(GRAND_EST, format!("{first}{quoted}\n"));
    guide.shows("## Lire un message d'erreur", &project);

    let messages = Document::new("docs/diagnostics.md");
    let small = Project::base();
    let date = "calendrier:\n  depot: { date: 17/01/2022 }\n";
    small.write(BRETAGNE, format!("{first}\n\n\n{date}"));
    messages.shows("# ", &small);
}

/// Other people's services cannot be called from here: what they are given is YAML, and builds.
#[test]
fn the_examples_of_hosting() {
    let hosting = Document::new("docs/hebergement.md");
    let project = Project::base();
    for service in ["## GitHub Pages", "## GitLab Pages"] {
        let example = hosting.block(service, "yaml");
        let read = serde_yaml::from_str::<serde_json::Value>(example);
        assert!(read.is_ok_and(|value| value.is_object()), "{service}: {example}");
        let lines = example.lines().filter_map(|line| line.split_once("canevas build "));
        let commands: Vec<&str> = lines.filter_map(|(_, rest)| rest.split('"').next()).collect();
        let [options] = commands[..] else { panic!("{service} builds once") };
        let command = options.split_whitespace().chain(["https://pages.example.org/"]);
        let said = project.run(["build"].into_iter().chain(command));
        assert_eq!(said.status, Some(0), "{service}: {}", said.stderr);
    }
}

/// A document of the repository, with what it prints.
struct Document {
    text: String,
}

impl Document {
    fn new(path: &str) -> Self {
        Self { text: read(&repository().join(path)) }
    }

    /// What stands between some words and the next `end`.
    fn between(&self, after: &str, end: &str) -> &str {
        let found = self.text.split_once(after).and_then(|(_, rest)| rest.split_once(end));
        found.unwrap_or_else(|| panic!("{after:?} is not printed, or no {end:?} follows")).0
    }

    /// The first block of `kind` after some words.
    fn block(&self, after: &str, kind: &str) -> &str {
        let before = self.between(after, &format!("\n```{kind}\n")).len();
        let start = self.text.find(after).expect("it was found") + after.len() + before;
        let block = self.text[start..].split_once(&format!("```{kind}\n")).expect("it was found").1;
        block.split_once("```").expect("a block ends").0
    }

    /// Runs the command printed after some words, and compares what it says.
    fn says(&self, after: &str, project: &Project, lang: &str) {
        let block = self.block(after, "console");
        let (command, printed) = block.split_once('\n').expect("an answer");
        let command = command.strip_prefix("$ canevas ").expect("a command");
        let day = if command.contains("--date") { "" } else { "--date 2021-12-20" };
        let said = run(project, &format!("{command} {day} --lang {lang}"));
        assert_eq!(words(&said), words(printed), "canevas {command}");
    }

    /// Finds the message printed after some words in what `check` says.
    fn shows(&self, after: &str, project: &Project) {
        let printed = self.block(after, "text");
        let said = project.run(["check", "--lang", "fr"]).stderr;
        assert!(said.contains(printed), "printed:\n{printed}\nsaid:\n{said}");
    }
}

/// All that a command says.
fn run(project: &Project, command: &str) -> String {
    let Said { stdout, stderr, .. } = said(project.canevas().args(command.split_whitespace()));
    stderr + &stdout
}

/// A text with some words changed, once.
fn changed(text: &str, words: &str, others: &str) -> String {
    assert!(text.contains(words), "{words:?} is not in the file");
    text.replacen(words, others, 1)
}

/// A text with plain spaces, and without the figures that depend on what the program was compiled to make.
fn words(text: &str) -> String {
    let text = text.replace('\u{a0}', " ");
    let hidden = |word: &str| word.chars().any(|c| c.is_ascii_digit()) && !cfg!(feature = "pdf");
    let lines = text.lines().map(|line| match line.split_once(" pages, ") {
        Some((pages, files)) => {
            let kept: Vec<&str> = files.split(' ').filter(|word| !hidden(word)).collect();
            format!("{pages} pages, {}", kept.join(" "))
        }
        None => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}
