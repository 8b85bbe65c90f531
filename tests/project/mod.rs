//! A project in a folder of its own, and the real program run on it.

#![allow(dead_code, reason = "each test takes what it needs")]

pub mod package;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use walkdir::WalkDir;

/// The day on which the example call is open.
pub const TODAY: &str = "2021-12-20";

/// The folder of this repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A copy that a test may spoil. It is one folder down, so that a test may also write beside it.
pub struct Project {
    _parent: TempDir,
    pub root: PathBuf,
}

/// What a run of the program gave.
#[derive(Debug)]
pub struct Said {
    pub status: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Project {
    /// An empty folder.
    pub fn empty() -> Self {
        let parent = tempfile::tempdir().expect("a temporary folder");
        // The system's own name may be a symbolic link, which the program resolves.
        let root = parent.path().canonicalize().expect("it exists").join("projet");
        fs::create_dir(&root).expect("an empty parent");
        Self { _parent: parent, root }
    }

    /// The small project of `tests/base`, without mistake.
    pub fn base() -> Self {
        let project = Self::empty();
        project.lay(&repository().join("tests/base"));
        project
    }

    /// The project that this repository ships.
    pub fn shipped() -> Self {
        let project = Self::empty();
        for part in ["content", "regions", "themes"] {
            copy(&repository().join(part), &project.root.join(part));
        }
        copy(&repository().join("canevas.yaml"), &project.root.join("canevas.yaml"));
        project
    }

    /// The folder that holds the project.
    pub fn outside(&self) -> &Path {
        self.root.parent().expect("made by `empty`")
    }

    /// Lays the files of `folder` over the project.
    ///
    /// `x.remove` removes `x`; `x.size` makes `x` as many zeroes as it says, `x.letters` as many letters; `x.link` makes `x` a
    /// symbolic link to what it says; `x.pipe` makes `x` a pipe that nobody writes in. What is expected of a case is left where it is.
    pub fn lay(&self, folder: &Path) {
        for inside in files(folder).into_iter().filter(|path| !path.starts_with("expected")) {
            let from = folder.join(&inside);
            let to = self.root.join(&inside);
            let (target, what) = (to.with_extension(""), to.extension().and_then(|e| e.to_str()));
            let parent = to.parent().expect("inside the project");
            fs::create_dir_all(parent).expect("a folder for it");
            let word = || read(&from).trim().to_owned();
            match what {
                Some("remove") => fs::remove_file(&target).expect("tests/base has this file"),
                Some("size") => {
                    let file = fs::File::create(&target).expect("writable");
                    file.set_len(word().parse().expect("a number of bytes")).expect("enough room");
                }
                Some("letters") => {
                    fs::write(&target, "a".repeat(word().parse().expect("a number of bytes")))
                        .expect("enough room");
                }
                #[cfg(unix)]
                Some("pipe") => make_pipe(&target),
                #[cfg(unix)]
                Some("link") => std::os::unix::fs::symlink(word(), &target).expect("a free name"),
                _ => copy(&from, &to),
            }
        }
    }

    /// Writes one file.
    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().expect("inside the project")).expect("a folder for it");
        fs::write(path, content).expect("writable");
    }

    /// Removes one file.
    pub fn remove(&self, path: &str) {
        fs::remove_file(self.root.join(path)).expect("it was there");
    }

    /// What the program is asked, to ask it without a process.
    pub fn request(&self, day: &str) -> canevas::Project {
        let day: jiff::civil::Date = day.parse().expect("a day");
        let paris = jiff::tz::TimeZone::get("Europe/Paris").expect("in the bundled database");
        let root = self.root.clone().try_into().expect("a temporary folder has a plain name");
        let now = day.to_zoned(paris).expect("in the calendar").timestamp();
        canevas::Project { root, now, address: None, only: None, drafts: false }
    }

    /// The program, in this project, on the day of the tests, in an environment of its own.
    pub fn canevas(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_canevas"));
        command.env_clear().current_dir(&self.root);
        let fixed = [("TZ", "UTC"), ("LANG", "fr_FR.UTF-8"), ("NO_COLOR", "1")];
        command.envs(fixed).env("HOME", self.outside().join("home"));
        command
    }

    /// Runs the program.
    pub fn run<'a>(&self, args: impl IntoIterator<Item = &'a str>) -> Said {
        said(self.canevas().args(args).args(["--date", TODAY]))
    }

    /// Publishes into `public`, without a mistake.
    pub fn build(&self) -> Tree {
        let said = self.run(["build"]);
        assert_eq!(said.status, Some(0), "{}", said.stderr);
        tree(&self.root.join("public"))
    }
}

/// Runs a command to its end.
pub fn said(command: &mut Command) -> Said {
    let output = command.output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("the program speaks UTF-8");
    Said { status: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// Makes a pipe, in the place of what was there.
#[cfg(unix)]
pub fn make_pipe(path: &Path) {
    let _ = fs::remove_file(path);
    let made = Command::new("mkfifo").arg(path).status().expect("every Unix has it");
    assert!(made.success(), "{}", path.display());
}

/// The files of a folder, with their bytes.
pub type Tree = BTreeMap<PathBuf, Vec<u8>>;

/// Every file under `folder`; none when there is no such folder.
pub fn tree(folder: &Path) -> Tree {
    let paths = files(folder).into_iter();
    paths.map(|path| (path.clone(), fs::read(folder.join(path)).expect("readable"))).collect()
}

/// The paths of the files under `folder`, relative to it and sorted.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    if !folder.exists() {
        return Vec::new();
    }
    let entries = WalkDir::new(folder).min_depth(1).sort_by_file_name().into_iter();
    let entries = entries.map(|entry| entry.expect("a readable folder"));
    let found = entries.filter(|entry| !entry.file_type().is_dir());
    let inside = |path: &Path| path.strip_prefix(folder).expect("under it").to_owned();
    found.map(|entry| inside(entry.path())).collect()
}

/// The folders in `folder`, sorted.
pub fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name().into_iter();
    let entries = entries.map(|entry| entry.expect("a readable folder"));
    entries.filter(|entry| entry.file_type().is_dir()).map(|e| e.path().to_owned()).collect()
}

/// The text of a file that must be there.
pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Copies a file, or a folder with what it holds.
pub fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        fs::copy(from, to).expect("both are ours");
        return;
    }
    for inside in files(from) {
        let to = to.join(&inside);
        fs::create_dir_all(to.parent().expect("inside a folder")).expect("a folder for it");
        fs::copy(from.join(&inside), to).expect("both are ours");
    }
}
