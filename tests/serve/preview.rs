//! A running `canevas serve`, ended with the test whatever becomes of it.

use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::http::{self, Answer};
use crate::project::{Project, TODAY};

/// Far above what any machine needs; without a bound a fault would last for ever.
const PATIENCE: Duration = Duration::from_secs(15);
const PAUSE: Duration = Duration::from_millis(5);

type Lines = Arc<Mutex<Vec<String>>>;

pub struct Preview {
    child: Child,
    pub address: SocketAddr,
    /// The path that the site is under.
    pub base: String,
    stdout: Lines,
    stderr: Lines,
}

impl Preview {
    /// On a port that the system chooses, on the day of the tests.
    pub fn of(project: &Project) -> Self {
        Self::with(project, &[])
    }

    pub fn with(project: &Project, args: &[&str]) -> Self {
        let mut command = project.canevas();
        command.args(["serve", "-v", "--port", "0"]).args(args);
        if !args.contains(&"--date") {
            command.args(["--date", TODAY]);
        }
        Self::start(&mut command)
    }

    /// Waits until the server says where it is.
    pub fn start(command: &mut Command) -> Self {
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        let stdout = follow(child.stdout.take().expect("piped"));
        let stderr = follow(child.stderr.take().expect("piped"));
        // Dropped, and so ended, if what follows fails.
        let nowhere = SocketAddr::from(([127, 0, 0, 1], 0));
        let mut preview = Self { child, address: nowhere, base: String::new(), stdout, stderr };
        let place = bounded("the address", || {
            let line = lines(&preview.stdout).into_iter().find(|line| line.contains("http://"));
            line.ok_or_else(|| lines(&preview.stderr).join("\n"))
        });
        let (_, rest) = place.split_once("http://").expect("just found");
        let (host, path) = rest.split_once('/').expect("a path");
        preview.address = host.parse().expect("an address");
        preview.base = format!("/{}", path.split(' ').next().unwrap_or_default());
        preview
    }

    /// Asks for an address of the site.
    pub fn get(&self, address: &str) -> Answer {
        self.get_with(address, &[])
    }

    pub fn get_with(&self, address: &str, headers: &[(&str, &str)]) -> Answer {
        let host = self.address.to_string();
        let headers: Vec<_> = [("Host", &*host)].iter().chain(headers).copied().collect();
        http::ask(self.address, "GET", &format!("{}{address}", self.base), &headers)
    }

    /// Asks again until the answer is as wanted.
    pub fn until(&self, address: &str, wanted: impl Fn(&Answer) -> bool) -> Answer {
        bounded(address, || {
            let answer = self.get(address);
            if wanted(&answer) {
                Ok(answer)
            } else {
                Err(format!("{} {}", answer.status, answer.text()))
            }
        })
    }

    /// Waits until an address has a status.
    pub fn until_status(&self, address: &str, status: u16) -> Answer {
        self.until(address, |answer| answer.status == status)
    }

    /// Waits until an address shows some words.
    pub fn until_has(&self, address: &str, words: &str) -> Answer {
        self.until(address, |answer| answer.status == 200 && answer.has(words))
    }

    /// One line a rebuild, without the list of pages.
    pub fn rounds(&self) -> Vec<String> {
        let lines = lines(&self.stdout).into_iter();
        lines.filter(|line| !line.starts_with(' ') && !line.contains("http://")).collect()
    }

    /// Waits until a rebuild names this file, and gives the rebuilds.
    pub fn until_round(&self, file: &str) -> Vec<String> {
        bounded(file, || {
            let rounds = self.rounds();
            if rounds.iter().any(|round| round.contains(file)) {
                Ok(rounds)
            } else {
                Err(rounds.join("\n"))
            }
        })
    }

    pub fn announcement(&self) -> String {
        lines(&self.stdout).into_iter().next().unwrap_or_default()
    }

    /// What was said to be wrong.
    pub fn stderr(&self) -> String {
        lines(&self.stderr).join("\n")
    }

    /// Waits until something is said to be wrong: a little after the pages show it.
    pub fn until_stderr(&self, words: &str) {
        bounded(words, || {
            let said = self.stderr();
            if said.contains(words) { Ok(()) } else { Err(said) }
        });
    }

    /// Whether the program is still there.
    pub fn lives(&mut self) -> bool {
        self.child.try_wait().expect("our own child").is_none()
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn follow(stream: impl Read + Send + 'static) -> Lines {
    let lines = Lines::default();
    let written = Arc::clone(&lines);
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            written.lock().expect("nobody panics with it").push(line);
        }
    });
    lines
}

fn lines(of: &Lines) -> Vec<String> {
    of.lock().expect("nobody panics with it").clone()
}

/// Tries until it succeeds; fails with the last reason.
pub fn bounded<T>(what: &str, mut attempt: impl FnMut() -> Result<T, String>) -> T {
    let started = Instant::now();
    loop {
        match attempt() {
            Ok(found) => return found,
            Err(reason) => {
                assert!(started.elapsed() < PATIENCE, "{what} never came; last:\n{reason:.2000}");
            }
        }
        std::thread::sleep(PAUSE);
    }
}
