//! What the loop and the server share: the state on show, and the news of it for open tabs.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::problems::Problems;
use super::shown::Shown;
use crate::model::policy::Policy;
use crate::model::site::Site;

/// Where the last good site is under the site's path, while the present one has errors.
pub const LAST_GOOD: &str = "__canevas/valable/";

/// What is on show now.
#[derive(Clone, Default)]
pub struct Scene {
    /// Grows each time that a state is put on show.
    pub round: u64,
    pub shown: Option<Arc<Shown>>,
    /// The last state without error.
    pub good: Option<Arc<Shown>>,
    pub problems: Arc<Problems>,
    /// Addresses that differ from the state before.
    pub changes: Arc<Vec<String>>,
    /// Whether every page has been rendered: until then a template may still fail.
    pub finished: bool,
    /// How long the last preparation took.
    pub took: Duration,
}

/// Where the loop puts a scene and the server takes it.
#[derive(Default)]
pub struct Stage {
    scene: watch::Sender<Scene>,
}

impl Stage {
    /// Puts a new state on show. Open tabs are told at once.
    pub fn show(&self, shown: &Arc<Shown>, problems: Problems, took: Duration) {
        self.scene.send_modify(|scene| {
            if !problems.forbid {
                scene.good = Some(Arc::clone(shown));
            }
            scene.round += 1;
            scene.shown = Some(Arc::clone(shown));
            scene.problems = Arc::new(problems);
            scene.took = took;
            scene.finished = false;
        });
    }

    /// Adds what only the rendering of every page could tell.
    pub fn finish(&self, problems: Problems, changes: Vec<String>) {
        self.scene.send_modify(|scene| {
            scene.problems = Arc::new(problems);
            scene.changes = Arc::new(changes);
            scene.finished = true;
        });
    }

    /// The scene, now.
    pub fn scene(&self) -> Scene {
        self.scene.borrow().clone()
    }

    /// The state on show.
    pub fn current(&self) -> Option<Arc<Shown>> {
        self.scene.borrow().shown.clone()
    }

    /// Tells when the scene changes.
    pub fn subscribe(&self) -> watch::Receiver<Scene> {
        self.scene.subscribe()
    }
}

impl Scene {
    /// The policy that the page at an address asks to be served under, once published.
    pub fn policy(&self, address: &str) -> Policy<'_> {
        let mut known = [&self.shown, &self.good].into_iter().flatten();
        known.find_map(|shown| shown.policy(address)).unwrap_or_default()
    }

    /// The path that the site is served under: that of its public address, which a mistake does not change.
    pub fn base_path(&self) -> &str {
        let mut known = [&self.shown, &self.good].into_iter().flatten();
        known.find_map(|shown| shown.site()).map_or("/", Site::base_path)
    }

    /// Where an address of the last good site is.
    pub fn last_good(&self, address: &str) -> String {
        format!("{}{LAST_GOOD}{address}", self.base_path())
    }
}
