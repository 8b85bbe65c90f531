//! `canevas serve`: a live preview that never touches `public/`.
//!
//! One loop: prepare the site, show it, render what is left while nothing happens, wait. The server renders a page
//! when a browser asks for it, so an edit is seen before the rest of the site is made again.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "it waits, watches the disk and answers on the network"
)]

mod editor;
mod message;
mod problems;
mod server;
mod shown;
mod stage;
mod wake;
mod watcher;

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use anyhow::{Context, Error, Result};
use jiff::{RoundMode, Timestamp, TimestampRound, Unit};

use super::asked::{on_day, project};
use super::outcome::Outcome;
use super::terminal::{self, Terminal};
use crate::cli::{ServeArgs, Shared};
use crate::diagnostic::Failure;
use crate::model::digest::Digest;
use crate::model::project::Project;
use crate::pipeline::{self, Memo, Prepared};
use editor::Editor;
use problems::Problems;
use server::{Server, Voice};
use shown::{Seen, Shown};
use stage::Stage;
use wake::Wake;
use watcher::Watcher;

const DEFAULT_PORT: u16 = 4000;
/// The editor of somebody who does not give `--editor`.
const EDITOR: &str = "CANEVAS_EDITOR";
/// How many ports are tried from the default one.
const PORTS: u16 = 100;
/// A burst of events is over when none has come for this long…
const QUIET: Duration = Duration::from_millis(2);
/// … or when it has lasted this long.
const BURST: Duration = Duration::from_millis(20);

/// Serves until the process is ended.
pub fn run(shared: &Shared, args: &ServeArgs, terminal: &Terminal) -> Result<Outcome> {
    let mut project = project(shared, &args.site)?;
    project.root = project.root.canonicalize_utf8().with_context(|| project.root.to_string())?;
    project.drafts = true;
    let asked = args.editor.clone().or_else(|| std::env::var(EDITOR).ok());
    let editor = Editor::new(&project.root, asked.as_deref())?;
    let (wake, woken) = mpsc::channel();
    let mut watcher = Watcher::new(&project.root, args.poll, wake.clone())?;
    let listener = listen(args)?;
    let mut preview = Preview {
        clock: if shared.date.is_some() { Clock::Fixed } else { Clock::Present },
        project,
        memo: Memo::default(),
        stage: Arc::new(Stage::default()),
        terminal,
        editor,
        former: BTreeMap::new(),
        told: Vec::new(),
        failure: String::new(),
    };
    let mut round = Round { what: String::new(), started: Instant::now() };
    let mut shown = preview.show()?;
    preview.announce(&listener, args, &watcher)?;
    let voice = Voice::new(terminal.lang, preview.editor.clone());
    let server = Server::new(Arc::clone(&preview.stage), wake, (voice, args.host.as_deref()));
    server.start(listener)?;
    let mut unfinished = true;
    loop {
        let interrupted = if unfinished { preview.finish(&shown, &woken, &round) } else { None };
        let asked = wait(interrupted, &mut watcher, &woken)?;
        round = Round { what: asked.describe(&preview.project), started: Instant::now() };
        preview.prepare_for(&asked);
        unfinished = true;
        match preview.show_after(&asked, &shown) {
            // The disk was only searched again, and holds what is on show.
            Ok(None) => unfinished = false,
            Ok(Some(next)) => {
                let former = std::mem::replace(&mut shown, next);
                // A large site takes a while to forget: nobody has to wait for it.
                std::thread::spawn(move || drop(former));
            }
            // An editor may put `canevas.yaml` aside for a moment: the last site stays on show.
            Err(error) => preview.fail(&error),
        }
    }
}

/// Whose time the preview is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Clock {
    /// The machine's.
    Present,
    /// `--date`, or a day chosen in the bar.
    Fixed,
}

/// One turn of the loop, for the line it prints.
struct Round {
    what: String,
    started: Instant,
}

/// What the loop carries from turn to turn.
struct Preview<'t> {
    project: Project,
    clock: Clock,
    memo: Memo,
    stage: Arc<Stage>,
    terminal: &'t Terminal,
    editor: Editor,
    /// The digest of each page of the last finished site, for the list of changes.
    former: BTreeMap<String, Digest>,
    /// What was last said to be wrong: it is not said again at each save.
    told: Vec<String>,
    /// What the machine last refused, which may last.
    failure: String,
}

impl Preview<'_> {
    /// Prepares the site and shows it.
    fn show(&mut self) -> Result<Arc<Shown>> {
        let started = Instant::now();
        let prepared = pipeline::prepare(&self.project, &mut self.memo)?;
        Ok(self.put_on_show(prepared, started))
    }

    /// Prepares the site, and shows it if somebody asked for it or something is new.
    fn show_after(&mut self, asked: &Asked, former: &Shown) -> Result<Option<Arc<Shown>>> {
        let started = Instant::now();
        let prepared = pipeline::prepare(&self.project, &mut self.memo)?;
        self.failure.clear();
        let search = asked.paths.is_empty() && asked.day.is_none();
        let same = search && prepared.is_same(former.prepared());
        Ok((!same).then(|| self.put_on_show(prepared, started)))
    }

    /// Says what the machine refuses, once for as long as it lasts.
    fn fail(&mut self, error: &Error) {
        let failure = format!("{error:#}");
        if self.failure != failure {
            self.terminal.fail(error);
            self.failure = failure;
        }
    }

    fn put_on_show(&mut self, prepared: Prepared, started: Instant) -> Arc<Shown> {
        let problems = Problems::of(&prepared, &[], &self.editor, &self.terminal.messages);
        let seen = Seen { now: self.project.now, present: self.clock == Clock::Present };
        let shown = Arc::new(Shown::new(prepared, self.stage.current().as_deref(), seen));
        self.stage.show(&shown, problems, started.elapsed());
        shown
    }

    fn announce(&self, listener: &TcpListener, args: &ServeArgs, watcher: &Watcher) -> Result<()> {
        let messages = &self.terminal.messages;
        let url = format!("http://{}{}", listener.local_addr()?, self.stage.scene().base_path());
        self.terminal.tell(&messages.sentence("serve-adresse", &[("adresse", &url)]));
        if let Some(hint) = watcher.hint() {
            terminal::warn(&messages.sentence(hint, &[]));
        }
        if args.open && open::that_detached(&url).is_err() {
            terminal::warn(&messages.sentence("serve-sans-navigateur", &[]));
        }
        Ok(())
    }

    /// Renders the pages nobody has asked for yet, then says what changed. Gives back what interrupted it.
    fn finish(&mut self, shown: &Shown, woken: &Receiver<Wake>, round: &Round) -> Option<Wake> {
        let mut interrupted = None;
        shown.render_all(&mut || {
            interrupted = woken.try_recv().ok();
            interrupted.is_some()
        });
        if interrupted.is_some() {
            return interrupted;
        }
        let messages = &self.terminal.messages;
        let failures = shown.failures();
        let problems = Problems::of(shown.prepared(), &failures, &self.editor, messages);
        let digests = shown.digests();
        let changes = shown::changes(&self.former, &digests);
        self.former = digests;
        self.say(&problems, &changes, round);
        self.stage.finish(problems, changes);
        None
    }

    fn say(&mut self, problems: &Problems, changes: &[String], round: &Round) {
        if self.told != problems.texts {
            for text in &problems.texts {
                terminal::warn(&format!("{text}\n"));
            }
            if !problems.texts.is_empty() {
                terminal::warn(&problems.title);
            }
            self.told.clone_from(&problems.texts);
        }
        if !round.what.is_empty() {
            let elapsed = round.started.elapsed().as_millis().to_string();
            let count = changes.len().to_string();
            let args = [("quoi", &*round.what), ("pages", &*count), ("duree", &*elapsed)];
            self.terminal.tell(&self.terminal.messages.sentence("serve-tour", &args));
        }
        for change in changes.iter().filter(|_| !round.what.is_empty()) {
            self.terminal.detail(change);
        }
    }

    fn prepare_for(&mut self, asked: &Asked) {
        self.memo.touch(&asked.paths);
        match asked.day.as_deref().map(on_day) {
            Some(Some(day)) => {
                self.clock = Clock::Fixed;
                self.project.now = day;
            }
            Some(None) => self.clock = Clock::Present,
            None => {}
        }
        if self.clock == Clock::Present {
            self.project.now = present();
        }
    }
}

/// What a burst of events asks for.
#[derive(Default)]
struct Asked {
    paths: Vec<PathBuf>,
    day: Option<String>,
}

impl Asked {
    fn add(&mut self, wake: Wake) {
        match wake {
            Wake::Files(paths) => self.paths.extend(paths),
            Wake::Travel(day) => self.day = Some(day),
        }
    }

    fn describe(&self, project: &Project) -> String {
        if let Some(day) = self.day.as_ref().filter(|day| !day.is_empty()) {
            return day.clone();
        }
        let inside =
            |path: &PathBuf| path.strip_prefix(&project.root).unwrap_or(path).display().to_string();
        let mut names: Vec<String> = self.paths.iter().map(inside).collect();
        names.sort();
        names.dedup();
        names.truncate(3);
        names.join(", ")
    }
}

/// Waits for something to happen, and for the end of the burst it begins.
fn wait(interrupted: Option<Wake>, watcher: &mut Watcher, woken: &Receiver<Wake>) -> Result<Asked> {
    let mut asked = Asked::default();
    let first = match (interrupted, watcher.look_again_in()) {
        (Some(wake), _) => wake,
        (None, None) => woken.recv().context("the watcher ended")?,
        (None, Some(delay)) => match woken.recv_timeout(delay) {
            Ok(wake) => wake,
            Err(RecvTimeoutError::Timeout) => Wake::Files(Vec::new()),
            Err(ended) => return Err(ended).context("the watcher ended"),
        },
    };
    asked.add(first);
    let until = Instant::now() + BURST;
    while Instant::now() < until
        && let Ok(wake) = woken.recv_timeout(QUIET)
    {
        asked.add(wake);
    }
    watcher.follow(&asked.paths);
    Ok(asked)
}

/// The present, by the quarter of an hour: statuses change no oftener, and pages stay comparable.
fn present() -> Timestamp {
    let quarter = TimestampRound::new().smallest(Unit::Minute).increment(15).mode(RoundMode::Floor);
    Timestamp::now().round(quarter).unwrap_or_else(|_| Timestamp::now())
}

/// The port asked for, or the first free one from the default.
fn listen(args: &ServeArgs) -> Result<TcpListener> {
    let host = args.host.as_deref().unwrap_or("127.0.0.1");
    let ports = match args.port {
        Some(port) => port..=port,
        None => DEFAULT_PORT..=DEFAULT_PORT + PORTS,
    };
    let first = *ports.start();
    let mut refused = String::new();
    for port in ports {
        match TcpListener::bind((host, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) => refused = error.to_string(),
        }
    }
    Err(Failure::new("port").with("port", first).with("raison", refused).into())
}
