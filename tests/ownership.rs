//! The output folder belongs to who wrote what: `build` replaces and removes its own files, and nothing else.

mod project;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use project::{Project, TODAY, Tree, files, read, tree};

/// What others put in a folder that they publish.
const FOREIGN: [&str; 8] = [
    ".git/HEAD",
    ".git/objects/aa/bb",
    ".htaccess",
    ".well-known/security.txt",
    "CNAME",
    "autre/index.html",
    "documents/bretagne/note.txt",
    "fr/bretagne/.fichier",
];
const CHANGED: &str = "content/pages/aide.fr.md";

fn public(project: &Project) -> PathBuf {
    project.root.join("public")
}

fn beside(project: &Project) -> Vec<String> {
    let entries = fs::read_dir(&project.root).expect("our own folder");
    let names = entries.map(|entry| entry.expect("readable").file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| name.starts_with('.')).collect()
}

/// Puts others' files in the published folder, and gives their paths.
fn settle(project: &Project) -> Vec<PathBuf> {
    let root = public(project);
    for path in FOREIGN {
        project.write(&format!("public/{path}"), format!("{path} is not ours"));
    }
    fs::create_dir_all(root.join(".git/refs/tags")).expect("a free name");
    #[allow(unused_mut, reason = "other systems have fewer kinds of files")]
    let mut paths: Vec<PathBuf> = FOREIGN.iter().map(PathBuf::from).collect();
    #[cfg(unix)]
    {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        use std::os::unix::fs::{PermissionsExt, symlink};
        let name = Path::new(OsStr::from_bytes(b"caf\xe9.txt"));
        fs::write(root.join(name), "Latin-1").expect("a free name");
        symlink("/nowhere", root.join("lien")).expect("a free name");
        project::make_pipe(&root.join("tube"));
        fs::create_dir(root.join("lecture")).expect("a free name");
        fs::write(root.join("lecture/seule"), "lecture seule").expect("a free name");
        let rights = fs::Permissions::from_mode(0o555);
        fs::set_permissions(root.join("lecture"), rights).expect("our own folder");
        paths.extend([name.to_owned(), "lecture/seule".into()]);
    }
    paths
}

/// What others' files hold, and that the rest of what they put is there.
fn theirs(project: &Project, paths: &[PathBuf]) -> BTreeMap<PathBuf, Vec<u8>> {
    let root = public(project);
    assert!(root.join(".git/refs/tags").is_dir());
    #[cfg(unix)]
    {
        use std::os::unix::fs::{FileTypeExt, PermissionsExt};
        assert!(fs::read_link(root.join("lien")).is_ok_and(|to| to == Path::new("/nowhere")));
        let kind = root.join("tube").symlink_metadata().map(|found| found.file_type());
        assert!(kind.is_ok_and(|kind| kind.is_fifo()));
        let rights = root.join("lecture").metadata().expect("there").permissions().mode();
        assert_eq!(rights & 0o777, 0o555);
    }
    let read = |path: &PathBuf| (path.clone(), fs::read(root.join(path)).expect("it is kept"));
    paths.iter().map(read).collect()
}

/// Our own files.
fn ours(project: &Project, paths: &[PathBuf]) -> Tree {
    let root = public(project);
    let own = files(&root).into_iter().filter(|path| !paths.contains(path));
    let own = own.filter(|path| root.join(path).is_file());
    own.map(|path| (path.clone(), fs::read(root.join(path)).expect("readable"))).collect()
}

fn built(project: &Project) -> String {
    let said = project.run(["build", "--lang", "fr"]);
    assert_eq!((said.status, &*said.stderr), (Some(0), ""));
    said.stdout
}

#[test]
fn what_others_put_there_is_kept_and_named() {
    let project = Project::base();
    let before = project.build();
    let paths = settle(&project);
    let foreign = theirs(&project, &paths);
    let said = built(&project);
    assert!(said.contains("(rien n'a changé)"), "{said}");
    assert!(said.contains("Gardé, car canevas ne l'a pas publié : .git, .htaccess,"), "{said}");
    assert!(said.contains(" autres."), "{said}");
    assert_eq!(theirs(&project, &paths), foreign);
    project.write(CHANGED, "# Aide\n\nTexte.\n");
    built(&project);
    assert_eq!(theirs(&project, &paths), foreign, "after a change");
    assert!(public(&project).join("fr/aide.html").is_file());
    project.remove(CHANGED);
    fs::rename(project.root.join("regions/bretagne"), project.outside().join("bretagne"))
        .expect("a free name");
    built(&project);
    assert_eq!(theirs(&project, &paths), foreign, "after their neighbours were removed");
    let pages = files(&public(&project).join("fr/bretagne"));
    assert_eq!(pages, [Path::new(".fichier")], "what is removed is gone");
    fs::rename(project.outside().join("bretagne"), project.root.join("regions/bretagne"))
        .expect("it was there");
    built(&project);
    assert_eq!(ours(&project, &paths), before);
    assert!(beside(&project).is_empty(), "left behind: {:?}", beside(&project));
}

#[test]
fn killed_at_any_moment_a_build_leaves_what_is_not_its_own() {
    let project = Project::base();
    for rank in 0..60 {
        project.write(&format!("content/pages/page-{rank}.fr.md"), "# Page\n\nTexte.\n");
    }
    let settings = read(&project.root.join("canevas.yaml"));
    let write =
        |title: &str| project.write("canevas.yaml", settings.replace("Appels d'essai", title));
    let titles = ["Appels d'hier", "Appels de demain"];
    let [old, new] = titles.map(|title| {
        write(title);
        project.build()
    });
    let paths = settle(&project);
    let foreign = theirs(&project, &paths);
    write(titles[0]);
    let started = Instant::now();
    built(&project);
    let whole = started.elapsed();
    let moments = 25;
    for moment in 0..moments {
        write(titles[moment as usize % 2]);
        let mut command = project.canevas();
        let quiet = command.args(["build", "--date", TODAY]).stdout(Stdio::null());
        let mut child = quiet.stderr(Stdio::null()).spawn().expect("the program starts");
        std::thread::sleep(whole * moment / moments);
        child.kill().expect("our own child");
        child.wait().expect("our own child");
        let when = whole * moment / moments;
        assert_eq!(theirs(&project, &paths), foreign, "after {when:?}");
        let found = ours(&project, &paths);
        assert!(found == old || found == new, "a mixture after {when:?}");
    }
    built(&project);
    assert_eq!(theirs(&project, &paths), foreign);
    assert!(beside(&project).is_empty(), "left behind: {:?}", beside(&project));
}

#[test]
fn an_address_that_others_have_taken_is_refused() {
    for (taken, page) in [("fr/aide.html", "fr/aide.html"), ("fr/aide.html/x", "fr/aide.html")] {
        let project = Project::base();
        project.build();
        project.write(&format!("public/{taken}"), "le mien");
        let before = tree(&public(&project));
        project.write(CHANGED, "# Aide\n\nTexte.\n");
        let said = project.run(["build", "--lang", "fr"]);
        assert_eq!(said.status, Some(2), "{taken}: {}", said.stderr);
        assert!(said.stderr.contains(&format!("public/{page} »")), "{}", said.stderr);
        assert_eq!(tree(&public(&project)), before, "{taken}");
    }
}

#[test]
fn the_site_of_one_region_has_a_folder_of_its_own() {
    let project = Project::base();
    let national = project.build();
    let alone = |region, output| ["build", "--lang", "fr", "--region", region, "--output", output];
    let refused = |args: &[&str], reason: &str| {
        let said = project.run(args.iter().copied());
        assert_eq!(said.status, Some(2), "{args:?}: {}", said.stderr);
        assert!(said.stderr.contains(reason), "{args:?}: {}", said.stderr);
    };
    refused(&alone("bretagne", "public"), "le site d'autres régions");
    assert_eq!(tree(&public(&project)), national);
    let said = project.run(alone("bretagne", "bretagne"));
    assert_eq!(said.status, Some(0), "{}", said.stderr);
    let own = tree(&project.root.join("bretagne"));
    refused(&alone("la-reunion", "bretagne"), "le site d'autres régions");
    refused(&["build", "--lang", "fr", "--output", "bretagne"], "la seule région « bretagne »");
    refused(&["build", "--lang", "fr", "--output", "public/bretagne"], "dans un site déjà publié");
    assert_eq!(tree(&project.root.join("bretagne")), own);
    assert_eq!(project.run(alone("bretagne", "bretagne")).status, Some(0));
}

/// A mark as the first versions wrote it.
fn forget_list(folder: &Path) {
    let mark = folder.join(".canevas");
    let kept = |line: &&str| line.starts_with("instant: ") || line.starts_with("sources: ");
    let text: Vec<String> =
        read(&mark).lines().filter(kept).map(|line| format!("{line}\n")).collect();
    fs::write(
        mark,
        format!("Published by canevas: this folder is replaced at each build.\n{}", text.concat()),
    )
    .expect("our own file");
}

#[test]
fn a_mark_without_a_list_loses_nothing_and_is_renewed() {
    let project = Project::base();
    project.write(CHANGED, "# Aide\n\nTexte.\n");
    project.build();
    forget_list(&public(&project));
    project.write("public/CNAME", "example.org");
    project.write("public/.git/HEAD", "ref");
    project.remove(CHANGED);
    let said = project.run(["build", "--lang", "fr", "--region", "bretagne"]);
    assert_eq!(said.status, Some(2), "17 regions gone: {}", said.stderr);
    built(&project);
    assert!(!public(&project).join("fr/aide.html").exists(), "a removed page is still there");
    assert_eq!(read(&public(&project).join("CNAME")), "example.org");
    assert_eq!(read(&public(&project).join(".git/HEAD")), "ref");
    let cold = Project::base();
    assert_eq!(tree(&cold.root.join("public")).len(), 0);
    let mark = |project: &Project| read(&public(project).join(".canevas"));
    cold.build();
    assert_eq!(mark(&project), mark(&cold));
}

#[test]
fn what_cannot_be_tidied_is_named_and_stops_nothing() {
    let project = Project::base();
    project.write(".public.canevas/vacances.jpg", "photo");
    for title in ["Appels d'hier", "Appels de demain"] {
        let settings = read(&project.root.join("canevas.yaml"));
        project.write("canevas.yaml", settings.replace("Appels d'essai", title));
        let said = project.run(["build", "--lang", "fr"]);
        assert_eq!(said.status, Some(0), "{}", said.stderr);
        assert!(
            said.stderr.contains("/.public.canevas n'a pas pu être supprimé"),
            "{}",
            said.stderr
        );
        assert_eq!(beside(&project), [".public.canevas"]);
    }
    assert_eq!(read(&project.root.join(".public.canevas/vacances.jpg")), "photo");
}

/// The mounts are made in a name space of its own: nobody else sees them, and they end with the command. `None` where
/// the system forbids it, as containers often do.
#[cfg(target_os = "linux")]
fn in_name_space(project: &Project, script: &str) -> Option<String> {
    let mut command = Command::new("unshare");
    command.current_dir(&project.root).args(["--map-root-user", "--mount", "sh", "-c", script]);
    let unshared = command.arg(env!("CARGO_BIN_EXE_canevas")).output();
    let output = unshared.ok().filter(|o| !matches!(o.status.code(), Some(1 | 99)))?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{:?} {said}", output.status);
    Some(said)
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_is_mounted_in_the_site_stays_where_it_is() {
    let project = Project::base();
    project.build();
    project.write(CHANGED, "# Aide\n\nTexte.\n");
    let script = "mkdir public/envois ../ailleurs
        mount --bind ../ailleurs public/envois || exit 99
        \"$0\" build --lang fr --date 2021-12-20 || exit 97
        printf recu > public/envois/a
        test -f ../ailleurs/a && test -f public/fr/aide.html || exit 98";
    if let Some(said) = in_name_space(&project, script) {
        assert!(said.contains("remplacés un par un"), "{said}");
        assert!(beside(&project).is_empty(), "left behind: {:?}", beside(&project));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn file_by_file_too_what_is_not_ours_is_kept() {
    let project = Project::base();
    let expected = project.build();
    fs::remove_dir_all(public(&project)).expect("just built");
    fs::create_dir(public(&project)).expect("just removed");
    let script = "mount -t tmpfs none public || exit 99
        build() { \"$0\" build --lang fr --date 2021-12-20 || exit 97; }
        build
        mkdir -p public/.git public/fr/vide
        printf mien > public/CNAME
        printf Latin-1 > \"public/$(printf 'caf\\351')\"
        # What a build leaves when it is killed: the files it has claimed, one half written.
        sed -i -e '/^instant: /d' -e '/^sources: /d' public/.canevas
        printf moiti > public/fr/.index.html.canevas
        rm public/en/index.html
        mv regions/la-reunion ../la-reunion
        build
        test ! -e public/fr/la-reunion || exit 98
        mv ../la-reunion regions/la-reunion
        build
        test \"$(cat public/CNAME)\" = mien && test -d public/.git && test -d public/fr/vide || exit 96
        test \"$(cat public/caf*)\" = Latin-1 || exit 95
        rm -r public/CNAME public/caf* public/.git public/fr/vide
        cp -R public ../copie";
    if let Some(said) = in_name_space(&project, script) {
        assert_eq!(said.matches("remplacés un par un").count(), 3, "{said}");
        assert_eq!(tree(&project.outside().join("copie")), expected);
    }
}
