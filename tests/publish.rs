//! Nothing published is lost, and nothing false is published: the real program on a small project.

mod project;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use project::{Project, TODAY, Tree, files, read, said, tree};

const ADAPTATION: &str = "regions/bretagne/amige-2022.yaml";
const DOCUMENT: &str = "regions/bretagne/documents/carte.csv";

/// The small project, with a document.
fn with_document() -> Project {
    let project = Project::base();
    project.write(DOCUMENT, "a;b\n");
    project.write(ADAPTATION, adaptation("carte.csv"));
    project
}

fn adaptation(document: &str) -> String {
    format!("statut: publie\ndocuments: [ {{ fichier: {document}, titre: \"Carte\" }} ]\n")
}

fn public(project: &Project) -> PathBuf {
    project.root.join("public")
}

fn modified(root: &Path) -> Vec<(PathBuf, SystemTime)> {
    let of = |path: &Path| fs::metadata(root.join(path)).and_then(|m| m.modified());
    files(root).into_iter().map(|p| (p.clone(), of(&p).expect("a file with a date"))).collect()
}

#[test]
fn an_error_leaves_the_former_site_untouched() {
    let mistakes = [
        ("canevas.yaml", "titre: [\n"),
        (ADAPTATION, "statut: publie\ncouriel: a@example.org\n"),
        ("content/amige-2022/canevas.fr.md", "## Contexte {#contexte}\n\n<b>Texte</b>\n"),
        ("themes/sobre/templates/home.html", "{{ home.nothing }}"),
        ("themes/sobre/templates/base.html", "{% block %}"),
        ("themes/sobre/strings/fr.ftl", "not a sentence\n"),
    ];
    for (path, mistake) in mistakes {
        let project = with_document();
        let before = project.build();
        let dates = modified(&public(&project));
        project.write(path, mistake);
        let said = project.run(["build"]);
        assert_eq!(said.status, Some(1), "{path}: {}", said.stderr);
        assert_eq!(tree(&public(&project)), before, "{path}");
        assert_eq!(modified(&public(&project)), dates, "{path}");
        assert_eq!(beside(&project), ["projet"], "{path}");
    }
}

/// What stands beside the project, where a staging folder could be left.
fn beside(project: &Project) -> Vec<String> {
    let entries = fs::read_dir(project.outside()).expect("our own folder");
    let names = entries.map(|entry| entry.expect("readable").file_name());
    names.map(|name| name.to_string_lossy().into_owned()).collect()
}

#[test]
fn killed_at_any_moment_the_site_is_wholly_old_or_wholly_new() {
    let project = Project::base();
    // Enough pages for their writing to last, and a title that all of them show.
    for rank in 0..100 {
        project.write(&format!("content/pages/page-{rank}.fr.md"), "# Page\n\nTexte.\n");
    }
    let titles = ["Appels d'hier", "Appels de demain"];
    let settings = read(&project.root.join("canevas.yaml"));
    let write =
        |title: &str| project.write("canevas.yaml", settings.replace("Appels d'essai", title));
    let [old, new] = titles.map(|title| {
        write(title);
        project.build()
    });
    assert_ne!(old, new);
    let started = Instant::now();
    write(titles[0]);
    project.build();
    let whole = started.elapsed();
    let (mut killed, moments) = (0, 30);
    for moment in 0..moments {
        write(titles[moment as usize % 2]);
        let mut command = project.canevas();
        let quiet = command.args(["build", "--date", TODAY]).stdout(Stdio::null());
        let mut child = quiet.stderr(Stdio::null()).spawn().expect("the program starts");
        std::thread::sleep(whole * moment / moments);
        child.kill().expect("our own child");
        killed += u32::from(child.wait().expect("our own child").code().is_none());
        let found = tree(&public(&project));
        assert!(found == old || found == new, "a mixture after {:?}", whole * moment / moments);
    }
    assert!(killed > 0, "no build was caught alive");
    write(titles[1]);
    assert_eq!(project.build(), new);
    let names = fs::read_dir(&project.root).expect("our own folder");
    let names = names.map(|entry| entry.expect("readable").file_name());
    let hidden: Vec<_> = names.filter(|name| name.to_string_lossy().starts_with('.')).collect();
    assert!(hidden.is_empty(), "left behind: {hidden:?}");
}

#[test]
fn what_is_renamed_or_removed_is_gone() {
    let project = with_document();
    project.write("content/pages/aide.fr.md", "# Aide\n\nTexte.\n");
    let has =
        |site: &Tree, name: &str| site.keys().any(|path| path.to_string_lossy().contains(name));
    let before = project.build();
    for name in ["aide", "carte.csv", "la-reunion"] {
        assert!(has(&before, name), "{name}");
    }
    let old = project.root.join("content/pages/aide.fr.md");
    fs::rename(&old, old.with_file_name("assistance.fr.md")).expect("a free name");
    let old = project.root.join(DOCUMENT);
    fs::rename(&old, old.with_file_name("plan.csv")).expect("a free name");
    project.write(ADAPTATION, adaptation("plan.csv"));
    fs::remove_dir_all(project.root.join("regions/la-reunion")).expect("it was there");
    let after = project.build();
    for name in ["aide", "carte.csv", "la-reunion"] {
        assert!(!has(&after, name), "{name} is still there");
    }
    for name in ["assistance", "plan.csv"] {
        assert!(has(&after, name), "{name}");
    }
    let folders = public(&project).join("fr/la-reunion");
    assert!(!folders.exists(), "an empty folder is left");
}

#[test]
fn a_dangerous_output_is_refused_and_nothing_is_touched() {
    let project = with_document();
    let home = project.outside().join("home");
    let foreign = project.outside().join("photos");
    fs::create_dir_all(home.join("Documents")).expect("a free name");
    fs::create_dir(&foreign).expect("a free name");
    fs::write(foreign.join("vacances.jpg"), "photo").expect("writable");
    let before = tree(project.outside());
    let beside_it = |name: &str| project.outside().join(name).display().to_string();
    let (photos, home, root) = (beside_it("photos"), beside_it("home"), beside_it("projet"));
    let outputs = [
        (&*photos, "n'a pas publiés"),
        (&*home, "le dossier personnel"),
        ("/", "racine du disque"),
        (&*root, "dossier du projet"),
        (".", "dossier du projet"),
        // It holds the project and, here, the home folder too.
        ("..", "est refusée"),
        ("public/..", "dossier du projet"),
        ("rien/../../projet", "dossier du projet"),
        ("content", "sources du projet"),
        ("content/nouveau", "sources du projet"),
        ("regions/bretagne", "sources du projet"),
        ("canevas.yaml", "c'est un fichier"),
    ];
    for (output, reason) in outputs {
        let said = project.run(["build", "--lang", "fr", "--output", output]);
        assert_eq!(said.status, Some(2), "{output}: {}", said.stderr);
        assert!(said.stderr.contains(reason), "{output}: {}", said.stderr);
        assert_eq!(tree(project.outside()), before, "{output}");
        assert_eq!(beside(&project).len(), 3, "{output}");
    }
}

#[test]
fn an_output_that_is_ours_or_empty_is_accepted() {
    let project = with_document();
    let output = project.outside().join("site");
    fs::create_dir(&output).expect("a free name");
    for _ in 0..2 {
        let said = project.run(["build", "--output", "../site"]);
        assert_eq!(said.status, Some(0), "{}", said.stderr);
    }
    let deep = project.run(["build", "--output", "../un/deux/trois"]);
    assert_eq!(deep.status, Some(0), "{}", deep.stderr);
    assert_eq!(tree(&project.outside().join("un/deux/trois")), tree(&output));
}

#[cfg(unix)]
#[test]
fn an_output_that_is_a_symbolic_link_stays_one() {
    let project = with_document();
    let real = project.outside().join("disque");
    fs::create_dir(&real).expect("a free name");
    std::os::unix::fs::symlink(&real, public(&project)).expect("a free name");
    let site = project.build();
    assert!(public(&project).is_symlink());
    assert_eq!(tree(&real), site);
}

/// The mount is made in a name space of its own: nobody else sees it, and it ends with the command.
#[cfg(target_os = "linux")]
#[test]
fn a_mount_point_is_filled_file_by_file() {
    let project = with_document();
    let expected = project.build();
    fs::remove_dir_all(public(&project)).expect("just built");
    fs::create_dir(public(&project)).expect("just removed");
    let script = "mount -t tmpfs none public || exit 99
        \"$0\" build --lang fr --date 2021-12-20 || exit 97
        mv regions/la-reunion ../la-reunion
        \"$0\" build --lang fr --date 2021-12-20 || exit 97
        test ! -e public/fr/la-reunion || exit 98
        mv ../la-reunion regions/la-reunion
        \"$0\" build --lang fr --date 2021-12-20 || exit 97
        cp -R public ../copie";
    let mut command = Command::new("unshare");
    command.current_dir(&project.root).args(["--map-root-user", "--mount", "sh", "-c", script]);
    let unshared = command.arg(env!("CARGO_BIN_EXE_canevas")).output();
    // Containers often forbid name spaces: there is then no mount to try.
    let Some(output) = unshared.ok().filter(|o| !matches!(o.status.code(), Some(1 | 99))) else {
        return;
    };
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert_eq!(said.matches("remplacés un par un").count(), 3, "{said}");
    assert_eq!(tree(&project.outside().join("copie")), expected);
}

#[test]
fn unchanged_files_keep_their_date() {
    let project = with_document();
    let before = project.build();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for path in before.keys() {
        let file = File::options().append(true).open(public(&project).join(path));
        file.and_then(|file| file.set_modified(long_ago)).expect("our own file");
    }
    project.write("content/pages/cookies.fr.md", "# Cookies\n\nUn autre texte.\n");
    let after = project.build();
    let changed = |path: &PathBuf| before.get(path) != after.get(path);
    assert!(after.keys().any(changed), "the build changed nothing");
    for (path, date) in modified(&public(&project)) {
        let mark = path == Path::new(".canevas");
        assert!(mark || changed(&path) == (date != long_ago), "{}", path.display());
    }
}

#[test]
fn the_same_project_gives_the_same_bytes_anywhere() {
    let project = with_document();
    let expected = project.build();
    let surroundings = [
        ("TZ", "Pacific/Noumea"),
        ("TZ", "America/Guadeloupe"),
        ("LANG", "en_US.UTF-8"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("RAYON_NUM_THREADS", "1"),
        ("RAYON_NUM_THREADS", "7"),
    ];
    let root = project.root.to_str().expect("a plain name");
    for (rank, (name, value)) in surroundings.into_iter().enumerate() {
        let output = format!("site-{rank}");
        let args = ["build", "--root", root, "--date", TODAY, "--output", &output];
        let mut command = project.canevas();
        let said = said(command.args(args).env(name, value).current_dir(project.outside()));
        assert_eq!(said.status, Some(0), "{}", said.stderr);
        assert_eq!(tree(&project.outside().join(output)), expected, "{name}={value}");
    }
    // Folders list their files in the order in which they were made, on some systems.
    let other = Project::empty();
    for path in files(&project.root).iter().filter(|path| !path.starts_with("public")).rev() {
        let bytes = fs::read(project.root.join(path)).expect("our own file");
        other.write(path.to_str().expect("a plain name"), bytes);
    }
    assert_eq!(other.build(), expected, "another folder, made in another order");
}

#[test]
fn two_sources_of_one_address_are_both_named() {
    let page = ("content/pages/bretagne.fr.md", "# Bretagne\n\nTexte.\n");
    check_both_named(&[page], [page.0, "regions/bretagne/region.yaml"]);
}

#[test]
fn two_documents_of_one_address_are_both_named() {
    // A call and a region may bear one name, and then share the folder of their documents.
    let region = read(&project::repository().join("tests/base/regions/bretagne/region.yaml"));
    let region = region.replace("bretagne", "normandie");
    let text = "## Contexte {#contexte}\n\n[Carte](document:carte.csv)\n";
    let names = ["content/normandie/documents/carte.csv", "regions/normandie/documents/carte.csv"];
    let call = project::repository().join("tests/base/content/amige-2022/appel.yaml");
    let files = [
        ("content/normandie/appel.yaml", &*read(&call)),
        ("content/normandie/canevas.fr.md", text),
        ("regions/normandie/region.yaml", &*region),
        ("regions/normandie/normandie.yaml", &*adaptation("carte.csv")),
        (names[0], "nationale\n"),
        (names[1], "régionale\n"),
    ];
    check_both_named(&files, names);
}

#[test]
fn two_documents_that_are_one_on_some_system_are_both_named() {
    for (first, second) in [("Carte.csv", "carte.csv"), ("e\u{301}tat.csv", "\u{e9}tat.csv")] {
        let text = format!(
            "statut: publie\ndocuments:\n  - {{ fichier: {first}, titre: A }}\n  - {{ fichier: {second}, titre: B }}\n"
        );
        let names = [first, second].map(|name| format!("regions/bretagne/documents/{name}"));
        let files = [(ADAPTATION, &*text), (&*names[0], "a\n"), (&*names[1], "b\n")];
        // A name is said as it is published: composed.
        let said = names.each_ref().map(|name| name.replace("e\u{301}", "\u{e9}"));
        check_both_named(&files, said.each_ref().map(String::as_str));
    }
}

fn check_both_named(written: &[(&str, &str)], names: [&str; 2]) {
    let project = Project::base();
    for (path, text) in written {
        project.write(path, text);
    }
    let said = project.run(["build", "--lang", "fr"]);
    assert_eq!(said.status, Some(1), "{}", said.stderr);
    assert!(said.stderr.contains("erreur[adresse-en-double]"), "{}", said.stderr);
    for name in names {
        assert!(said.stderr.contains(name), "{name} is not named: {}", said.stderr);
    }
    assert!(!public(&project).exists());
}

#[test]
fn nothing_of_the_machine_is_published() {
    let project = with_document();
    let site = project.build();
    let here = project.outside().display().to_string();
    for (path, bytes) in &site {
        let text = String::from_utf8_lossy(bytes);
        for word in ["localhost", "127.0.0.1", "file://", &here, env!("CARGO_MANIFEST_DIR")] {
            assert!(!text.contains(word), "{} has {word}", path.display());
        }
        let scripts = text.split("<script").skip(1);
        for script in scripts.filter(|_| path.extension().is_some_and(|e| e == "html")) {
            let tag = script.split('>').next().unwrap_or_default();
            // Data, which browsers do not run.
            if tag == " type=\"application/ld+json\"" {
                continue;
            }
            assert!(tag.contains(" src=\""), "{}: a script in the page", path.display());
            assert!(tag.contains("assets/"), "{}: a script from elsewhere", path.display());
        }
    }
}

#[test]
fn an_input_made_to_hurt_is_refused_in_time() {
    let bomb: String = std::iter::once("a0: &a0 \"x\"\n".to_owned())
        .chain((1..40).map(|n| format!("a{n}: &a{n} [*a{0}, *a{0}, *a{0}]\n", n - 1)))
        .collect();
    let brackets = format!("avis: {}", "[".repeat(100_000));
    let braces = format!("avis: {}", "{a: ".repeat(100_000));
    let quotes = format!("statut: publie\navis: \"{}\"\n", "> ".repeat(100_000));
    let links = format!("statut: publie\navis: \"{}\"\n", "![".repeat(100_000));
    let stars = format!("statut: publie\navis: \"{}\"\n", "*a_ ".repeat(100_000));
    let keys = (0..50_000).map(|n| format!("k{n}: 1\n")).collect::<Vec<_>>().concat();
    let tags = format!("statut: publie\navis: \"{}\"\n", "<b>".repeat(50_000));
    let values = format!("statut: publie\navis: \"{}\"\n", "{{ a }} ".repeat(50_000));
    let list = format!("statut: publie\navis:\n{}", nested_lists(300));
    let inputs = [
        ("alias bomb", bomb, Some("alias-refuse")),
        ("brackets", brackets, Some("yaml-invalide")),
        ("braces", braces, Some("yaml-invalide")),
        ("lists", list, Some("yaml-invalide")),
        ("quotes", quotes, None),
        ("links", links, None),
        ("stars", stars, None),
        ("keys", keys, Some("cle-inconnue")),
        ("tags", tags, Some("html-refuse")),
        ("values", values, Some("valeur-inconnue")),
    ];
    let mut wrong = Vec::new();
    for (name, text, code) in inputs {
        let project = Project::base();
        project.write(ADAPTATION, text);
        wrong.extend(answer_in_time(&project, code).err().map(|why| format!("{name}: {why}")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[cfg(unix)]
#[test]
fn no_word_of_an_author_commands_a_terminal() {
    let project = Project::base();
    project.write(
        ADAPTATION,
        "statut: publie\navis: \"a\u{9b}31m\u{7f} {{ x\u{9b}y }}\"\ncl\u{9b}e: 1\n",
    );
    project.write("regions/bretagne/a\u{1b}[2J\u{202e}.txt", "x");
    project.write("regions/x\u{9b}2J/region.yaml", "faux: 1\n");
    let raw = |c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c);
    for options in
        [&[][..], &["--color", "always"], &["--format", "json"], &["--format", "annotations"]]
    {
        let said =
            project.run(["check", "--lang", "fr"].into_iter().chain(options.iter().copied()));
        // Our own styles, which say only colours.
        let styles = ["\u{1b}[0m", "\u{1b}[1m"];
        let plain = styles.iter().fold(said.stderr, |text, style| text.replace(style, ""));
        let own = plain.split("\u{1b}[").skip(1).filter(|rest| {
            let end = rest.find('m').unwrap_or(0);
            end > 0 && rest[..end].bytes().all(|b| b.is_ascii_digit() || b == b';')
        });
        let left = plain.matches('\u{1b}').count() - own.count();
        assert_eq!(left, 0, "{options:?}: {plain:?}");
        assert!(!plain.replace('\u{1b}', "").contains(raw), "{options:?}: {plain:?}");
        assert!(!said.stdout.contains(raw), "{options:?}: {:?}", said.stdout);
        assert_eq!(said.status, Some(1), "{options:?}");
    }
}

#[test]
fn an_oversized_file_is_refused_in_time() {
    let project = Project::base();
    let file = File::create(project.root.join(ADAPTATION)).expect("our own file");
    file.set_len(200 << 20).expect("a file without blocks");
    answer_in_time(&project, Some("fichier-trop-gros")).expect("200 MiB");
}

#[test]
fn attached_files_that_no_memory_would_hold_are_refused_in_time() {
    let project = Project::base();
    for rank in 0..60 {
        let path = project.root.join(format!("regions/bretagne/documents/{rank}.zip"));
        fs::create_dir_all(path.parent().expect("a folder")).expect("our own folder");
        let file = File::create(path).expect("our own file");
        file.set_len(20 << 20).expect("a file without blocks");
    }
    answer_in_time(&project, Some("pieces-jointes-trop-lourdes")).expect("1.2 GiB");
}

fn nested_lists(depth: usize) -> String {
    (1..depth).map(|n| format!("{}-\n", " ".repeat(n))).collect::<Vec<_>>().concat()
}

/// Far above what any machine needs; without a bound these would last for hours.
const PATIENCE: Duration = Duration::from_secs(20);

fn answer_in_time(project: &Project, code: Option<&str>) -> Result<(), String> {
    let mut command = project.canevas();
    command.args(["check", "--lang", "fr", "--date", TODAY]);
    let out = project.outside().join("stdout");
    let err = project.outside().join("stderr");
    let file = |path: &Path| File::create(path).expect("our own folder");
    let mut child = command.stdout(file(&out)).stderr(file(&err)).spawn().expect("it starts");
    let started = Instant::now();
    let status = loop {
        match child.try_wait().expect("our own child") {
            Some(status) => break status,
            None if started.elapsed() < PATIENCE => std::thread::sleep(Duration::from_millis(5)),
            None => {
                child.kill().expect("our own child");
                child.wait().expect("our own child");
                return Err(format!("no answer in {PATIENCE:?}"));
            }
        }
    };
    let said = read(&err);
    if !matches!(status.code(), Some(0 | 1)) {
        return Err(format!("{status} {said:.200}"));
    }
    if said.len() > 1 << 20 {
        return Err(format!("answered with {} bytes", said.len()));
    }
    match code {
        Some(code) if !said.contains(&format!("erreur[{code}]")) => {
            Err(format!("not refused as {code}: {said:.200}"))
        }
        _ => Ok(()),
    }
}
