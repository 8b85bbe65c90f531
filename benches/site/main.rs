//! `canevas build` of this repository and of a generated one with 1 800 regions, against a program that only writes
//! the same files. Run with `cargo bench --bench site`; figures are medians, and the last is a ratio, which holds when
//! the machine's speed drifts.
//!
//! `cargo bench --bench site -- generate FOLDER 1800` only makes the project, and `-- edits FOLDER` only times saves in
//! one.

mod generate;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use canevas::pipeline::{self, Build, Memo, Watch};
use canevas::{Former, Project};

const DATE: &str = "2021-12-20T00:00:00+01:00";
const RUNS: usize = 10;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    match &arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["generate", folder, count] => {
            return Ok(generate::project(Path::new(folder), count.parse()?)?);
        }
        ["edits", folder] => return edits("One file saved", Path::new(folder)),
        _ => {}
    }
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    report("18 regions, this repository", repository)?;
    let generated = tempfile::tempdir()?;
    generate::project(generated.path(), 1800)?;
    report("1 800 regions, generated", generated.path())?;
    edits("1 800 regions, one file saved", generated.path())
}

#[expect(clippy::print_stdout, reason = "a benchmark's answer")]
fn report(title: &str, root: &Path) -> Result<(), Box<dyn Error>> {
    let project = project(root)?;
    let mut last = None;
    let stages = medians(|| {
        let clock = Clock::start();
        let mut memo = Memo::watched(clock.watch());
        last = Some(pipeline::prepare(&project, &mut memo)?.render_over(&Former::new())?);
        Ok(clock.read())
    })?;
    let build = last.ok_or("no run")?;
    let files = build.artifacts.len();
    let bytes: usize = build.artifacts.iter().map(|artifact| artifact.bytes.len()).sum();
    println!("{title}: {files} files, {:.1} MB", megabytes(bytes));
    for (stage, time) in &stages {
        println!("  {stage:<22} {time:>10.1?}");
    }
    let whole: Duration = stages.iter().map(|(_, time)| *time).sum();
    let exports = stages.iter().find(|(stage, _)| *stage == "render exports");
    let exports = exports.ok_or("no such stage")?.1;
    println!("  exports / all of this  {:>10.2}", exports.as_secs_f64() / whole.as_secs_f64());
    let folder = tempfile::tempdir()?;
    let output = folder.path().join("public");
    let cold = median(|| {
        let _ = fs::remove_dir_all(&output);
        run(root, &output)
    })?;
    let warm = median(|| run(root, &output))?;
    let bare = median(|| write_only(&build, &folder.path().join("bare")))?;
    println!("  build, into nothing    {cold:>10.1?}");
    println!("  build, nothing changed {warm:>10.1?}");
    println!("  writing the files only {bare:>10.1?}");
    println!("  build / writing only   {:>10.2}", cold.as_secs_f64() / bare.as_secs_f64());
    Ok(())
}

/// What `serve` does after each save, without its server.
#[expect(clippy::print_stdout, reason = "a benchmark's answer")]
fn edits(title: &str, root: &Path) -> Result<(), Box<dyn Error>> {
    let project = project(root)?;
    let file = root.join(generate::AN_ADAPTATION);
    let text = fs::read_to_string(&file)?;
    let clock = Clock::start();
    let mut memo = Memo::watched(clock.watch());
    pipeline::prepare(&project, &mut memo)?;
    let mut save = 0;
    let stages = medians(|| {
        save += 1;
        fs::write(&file, format!("{text}# {save}\n"))?;
        clock.reset();
        memo.touch(std::slice::from_ref(&file));
        pipeline::prepare(&project, &mut memo)?;
        Ok(clock.read())
    })?;
    println!("{title}");
    for (stage, time) in stages {
        println!("  {stage:<22} {time:>10.1?}");
    }
    Ok(fs::write(&file, text)?)
}

fn project(root: &Path) -> Result<Project, Box<dyn Error>> {
    Ok(Project {
        root: root.to_path_buf().try_into()?,
        now: DATE.parse()?,
        address: None,
        only: None,
        drafts: false,
    })
}

/// A stage and how long it took.
type Timed = (&'static str, Duration);

/// Notes when each stage ends.
#[derive(Clone)]
struct Clock(Arc<Mutex<Vec<(&'static str, Instant)>>>);

impl Clock {
    fn start() -> Self {
        let clock = Self(Arc::default());
        clock.reset();
        clock
    }

    fn reset(&self) {
        *self.0.lock().expect("nobody panics") = vec![("", Instant::now())];
    }

    fn watch(&self) -> Watch {
        let clock = self.clone();
        Watch::new(move |stage| {
            clock.0.lock().expect("nobody panics").push((stage, Instant::now()));
        })
    }

    /// How long each stage took.
    fn read(&self) -> Vec<Timed> {
        let ended = self.0.lock().expect("nobody panics");
        ended.windows(2).map(|two| (two[1].0, two[1].1 - two[0].1)).collect()
    }
}

/// The median time of each stage of what `once` does.
fn medians(
    mut once: impl FnMut() -> Result<Vec<Timed>, Box<dyn Error>>,
) -> Result<Vec<Timed>, Box<dyn Error>> {
    let runs = (0..RUNS).map(|_| once()).collect::<Result<Vec<Vec<Timed>>, _>>()?;
    let stages = runs[0].iter().enumerate().map(|(rank, (stage, _))| {
        let mut times: Vec<Duration> = runs.iter().map(|run| run[rank].1).collect();
        times.sort();
        (*stage, times[RUNS / 2])
    });
    Ok(stages.collect())
}

fn median(
    mut once: impl FnMut() -> Result<Duration, Box<dyn Error>>,
) -> Result<Duration, Box<dyn Error>> {
    let mut times = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        times.push(once()?);
    }
    times.sort();
    Ok(times[RUNS / 2])
}

fn run(root: &Path, output: &Path) -> Result<Duration, Box<dyn Error>> {
    let start = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_canevas"))
        .args(["build", "--quiet", "--date", DATE, "--root"])
        .arg(root)
        .arg("--output")
        .arg(output)
        .stdout(Stdio::null())
        .status()?;
    if status.success() { Ok(start.elapsed()) } else { Err("the build failed".into()) }
}

/// What no generator can go below on this disk: the same bytes, in fresh folders, one thread.
fn write_only(build: &Build, folder: &Path) -> Result<Duration, Box<dyn Error>> {
    let _ = fs::remove_dir_all(folder);
    let start = Instant::now();
    for artifact in &build.artifacts {
        let path = folder.join(&artifact.address);
        fs::create_dir_all(path.parent().ok_or("no folder")?)?;
        fs::write(path, &artifact.bytes)?;
    }
    Ok(start.elapsed())
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
