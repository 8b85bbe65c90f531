//! What the system says of changes on the disk: hints, never the truth.
//!
//! Folders are watched, not files, since many editors save by renaming. A folder made just now may have been filled
//! before it was watched: the disk is looked at again a little later. When the project itself goes away it is looked for
//! until it is back, and watched anew.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use camino::{Utf8Path, Utf8PathBuf};
use notify::event::{EventKind, MetadataKind, ModifyKind};
use notify::{Config, Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::wake::Wake;
use crate::load::identity::{Identity, identity};
use crate::load::{SOURCE_FOLDERS, is_hidden};

/// How often `--poll` looks.
const POLL: Duration = Duration::from_millis(400);
/// When to look again after a folder appeared.
const SECOND_LOOKS: [Duration; 2] = [Duration::from_millis(60), Duration::from_millis(400)];
/// When to search the whole disk after events: they are hints, and some may have been lost.
const SEARCH: Duration = Duration::from_millis(600);

/// Watches the folders of a project.
pub struct Watcher {
    inner: Box<dyn notify::Watcher + Send>,
    root: Utf8PathBuf,
    /// Which folder of that name is watched; none while there is none.
    watched: Option<Identity>,
    polls: bool,
    looks: Vec<Instant>,
}

impl Watcher {
    /// Starts watching; falls back to polling where the system cannot watch.
    pub fn new(root: &Utf8Path, poll: bool, wake: Sender<Wake>) -> Result<Self> {
        let mut polls = poll;
        let inner: Box<dyn notify::Watcher + Send> = if poll {
            poller(root, wake)?
        } else {
            match RecommendedWatcher::new(handler(root, wake.clone()), Config::default()) {
                Ok(watcher) => Box::new(watcher),
                Err(_) => {
                    polls = true;
                    poller(root, wake)?
                }
            }
        };
        let present = identity(root);
        let mut watcher =
            Self { inner, root: root.to_owned(), watched: present, polls, looks: Vec::new() };
        watcher
            .inner
            .watch(root.as_std_path(), RecursiveMode::NonRecursive)
            .with_context(|| root.to_string())?;
        watcher.watch_folders();
        Ok(watcher)
    }

    /// The message to show, where changes may go unseen.
    pub fn hint(&self) -> Option<&'static str> {
        (!self.polls && is_remote(&self.root)).then_some("serve-poll")
    }

    /// After events: watches folders that have come, and plans when to look again; soon where a folder is new or a
    /// file is gone, perhaps only put aside by an editor.
    pub fn follow(&mut self, paths: &[PathBuf]) {
        let now = Instant::now();
        self.looks.retain(|look| *look > now);
        if self.has_moved(paths) {
            self.watch_again();
        }
        if self.watched.is_none() {
            self.looks = vec![now + SEARCH];
        } else if paths.iter().any(|path| path.is_dir() || !path.exists()) {
            self.looks = SECOND_LOOKS.iter().map(|delay| now + *delay).collect();
        } else if !paths.is_empty() {
            self.looks = vec![now + SEARCH];
        }
        if paths.iter().any(|path| path.parent() == Some(self.root.as_std_path())) {
            self.watch_folders();
        }
    }

    /// How long until the next planned look.
    pub fn look_again_in(&self) -> Option<Duration> {
        self.looks.iter().min().map(|look| look.saturating_duration_since(Instant::now()))
    }

    /// Whether the project's folder is no longer the one that is watched.
    fn has_moved(&self, paths: &[PathBuf]) -> bool {
        // A new folder may have all that the former one had, even its rank on the disk: events tell.
        paths.iter().any(|path| *path == self.root) || identity(&self.root) != self.watched
    }

    fn watch_again(&mut self) {
        let root = self.root.as_std_path();
        let folders = SOURCE_FOLDERS.iter().map(|folder| root.join(folder));
        for path in folders.chain([root.to_owned()]) {
            // Most are gone, and with them their watch.
            let _ = self.inner.unwatch(&path);
        }
        let back = self.inner.watch(root, RecursiveMode::NonRecursive).is_ok();
        self.watched = identity(&self.root).filter(|_| back);
        self.watch_folders();
    }

    fn watch_folders(&mut self) {
        for folder in SOURCE_FOLDERS {
            let folder = self.root.join(folder);
            if folder.is_dir() {
                // A folder that goes away again is no mistake: its parent tells.
                let _ = self.inner.watch(folder.as_std_path(), RecursiveMode::Recursive);
            }
        }
    }
}

fn poller(root: &Utf8Path, wake: Sender<Wake>) -> Result<Box<dyn notify::Watcher + Send>> {
    // Times are compared by the second: contents tell two saves within one apart.
    let config = Config::default().with_poll_interval(POLL).with_compare_contents(true);
    let poller = PollWatcher::new(handler(root, wake), config).with_context(|| root.to_string())?;
    Ok(Box::new(poller))
}

fn handler(root: &Utf8Path, wake: Sender<Wake>) -> impl notify::EventHandler {
    let root = root.to_owned();
    move |event: notify::Result<Event>| {
        // An error means that events were lost: then anything may have changed.
        let paths = match event {
            Ok(event) if is_idle(event.kind) => return,
            Ok(event) => {
                let gone = is_departure(event.kind);
                let concerns = |path: &PathBuf| concerns(&root, path) || gone && *path == root;
                event.paths.into_iter().filter(concerns).collect()
            }
            Err(_) => vec![root.clone().into_std_path_buf()],
        };
        if !paths.is_empty() {
            // The receiver goes with the process.
            let _ = wake.send(Wake::Files(paths));
        }
    }
}

/// Reading a file, or touching its rights, changes nothing here.
fn is_idle(kind: EventKind) -> bool {
    match kind {
        // To a poller, the time of writing is how a change shows.
        EventKind::Modify(ModifyKind::Metadata(what)) => what != MetadataKind::WriteTime,
        kind => kind.is_access(),
    }
}

fn is_departure(kind: EventKind) -> bool {
    kind.is_remove() || matches!(kind, EventKind::Modify(ModifyKind::Name(_)))
}

/// Whether a path is one of the project's sources, and not an editor's temporary file.
fn concerns(root: &Utf8Path, path: &Path) -> bool {
    let Ok(inside) = path.strip_prefix(root) else { return false };
    let mut names = inside.components().map(|c| c.as_os_str().as_encoded_bytes());
    let Some(first) = names.clone().next() else { return false };
    let source = first == b"canevas.yaml" || SOURCE_FOLDERS.iter().any(|f| f.as_bytes() == first);
    source && !names.any(is_hidden)
}

/// A network drive or a folder shared with a virtual machine tells nothing of changes made elsewhere.
#[cfg(target_os = "linux")]
fn is_remote(root: &Utf8Path) -> bool {
    // linux/magic.h: NFS, SMB, CIFS, SMB2, FUSE, 9P (WSL).
    const REMOTE: [i64; 6] = [0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x6573_5546, 0x0102_1997];
    rustix::fs::statfs(root.as_std_path()).is_ok_and(|found| {
        REMOTE.iter().any(|magic| i128::from(*magic) == i128::from(found.f_type))
    })
}

#[cfg(not(target_os = "linux"))]
fn is_remote(_: &Utf8Path) -> bool {
    false
}
